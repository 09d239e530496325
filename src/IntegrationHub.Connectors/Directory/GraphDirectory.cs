using IntegrationHub.Connectors.Graph;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;
using Microsoft.Graph.Models;

namespace IntegrationHub.Connectors.Directory;

/// <summary>
/// Entra ID through Microsoft Graph: users by address or by an attribute, and the attribute that holds their student number.
/// </summary>
internal sealed class GraphDirectory(GraphClients clients, EntraTokens entra, ITokens tokens, TimeProvider time) : IDirectory
{
    /// <inheritdoc/>
    public string Kind => "graph";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> StudentNumbers(
        Institution institution,
        Connection connection,
        IReadOnlyList<LearnerReference> references,
        CancellationToken cancellation)
    {
        var asked = DirectoryAttributes.Asked(connection, references);
        if (asked.Count == 0)
            return [];
        var users = await tokens.With(
            institution,
            connection,
            (_, c) => entra.Renew(institution, connection, c),
            token => Find(connection, token, Filter(asked), cancellation),
            cancellation);
        // A filter that the other side does not know must never hand us somebody else.
        return
        [
            .. users
                .Where(user =>
                    asked.Any(one =>
                        string.Equals(DirectoryAttributes.Of(user, one.Attribute), one.Value, StringComparison.OrdinalIgnoreCase)))
                .Select(user => DirectoryAttributes.Of(user, DirectoryAttributes.StudentNumber(connection))?.Trim())
                .Where(number => !string.IsNullOrEmpty(number))
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private async Task<IReadOnlyList<User>> Find(Connection connection, string token, string filter, CancellationToken cancellation)
    {
        try
        {
            var found = await clients
                .For(connection, token)
                .Users.GetAsync(
                    request =>
                    {
                        request.QueryParameters.Filter = filter;
                        request.QueryParameters.Select = DirectoryAttributes.Read;
                        // Without both Graph refuses filters over extension attributes.
                        request.QueryParameters.Count = true;
                        request.Headers.Add("ConsistencyLevel", "eventual");
                        request.Options.Add(GraphClients.Retry);
                    },
                    cancellation);
            return found?.Value ?? throw Faults.Unreadable(GraphClients.System.Name, GraphClients.FindUsers, "success and no list");
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            throw GraphFaults.Of(GraphClients.FindUsers, e, time.GetUtcNow());
        }
    }

    // OData: a quote within a text is doubled.
    private static string Filter(IEnumerable<(string Attribute, string Value)> asked) =>
        string.Join(
            " or ",
            asked.Select(one => $"{DirectoryAttributes.Path(one.Attribute)} eq '{one.Value.Replace("'", "''", StringComparison.Ordinal)}'")
        );
}
