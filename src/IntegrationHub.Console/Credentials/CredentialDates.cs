using IntegrationHub.Core.Badges;

namespace IntegrationHub.Console.Credentials;

/// <summary>Days as the institution counts them.</summary>
internal static class CredentialDates
{
    public static DateOnly AwardedOn(this CredentialView view) => view.DayOf(view.Credential.Awarded);

    public static DateOnly DayOf(this CredentialView view, DateTimeOffset moment) => view.Institution.DayOf(moment);
}
