using System.Globalization;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Connectors.Lms.Moodle.Api;

/// <summary>What Moodle's web services tell beyond its events.</summary>
internal sealed class MoodleApi(MoodleCalls moodle) : ILmsApi
{
    /// <inheritdoc/>
    public string Kind => "moodle";

    /// <inheritdoc/>
    public async Task<LmsUser?> FindUser(Institution institution, Connection connection, string id, CancellationToken cancellation)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var users = await moodle.Call<MoodleUser[]>(institution, connection, "core_user_get_users_by_field", [("field", "id"), ("values[0]", id)], cancellation);
        // Whatever else comes back, only the user that was asked for is the learner.
        return users.FirstOrDefault(user => user.Id == number) is { } found ? Of(found) : null;
    }

    private static LmsUser Of(MoodleUser user) => new(user.Id.ToString(CultureInfo.InvariantCulture), user.Idnumber, user.Username, user.Email);
}
