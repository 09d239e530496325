using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Console.Credentials;

/// <summary>How a credential stands, as one word for a page.</summary>
internal enum CredentialState
{
    /// <summary>In force.</summary>
    Valid,

    /// <summary>Over.</summary>
    Expired,

    /// <summary>Does not count for now.</summary>
    Suspended,

    /// <summary>Does not count any more.</summary>
    Revoked,

    /// <summary>Nothing of its holder is left.</summary>
    Erased,
}

/// <summary>Finds that word and its sentence.</summary>
internal static class CredentialStates
{
    /// <summary>What is said first: the gravest.</summary>
    public static CredentialState State(this CredentialView view, DateTimeOffset now) => view.Credential switch
    {
        { Standing: CredentialStatus.Revoked } => CredentialState.Revoked,
        { Standing: CredentialStatus.Suspended } => CredentialState.Suspended,
        { Erased: not null } => CredentialState.Erased,
        _ => view.HasExpired(now) ? CredentialState.Expired : CredentialState.Valid,
    };

    /// <summary>The state in a sentence.</summary>
    public static string Sentence(this CredentialView view, CredentialState state, PageContext page) => page.Say(
        $"public.standing.{state}.text",
        view.Institution.Name,
        state switch
        {
            CredentialState.Suspended or CredentialState.Revoked => Day(view, view.Credential.StandingSince, page),
            CredentialState.Expired => Day(view, view.Credential.ValidUntil, page),
            CredentialState.Erased => Day(view, view.Credential.Erased, page),
            _ => null,
        });

    /// <summary>A sign that says the same without colour.</summary>
    public static string Symbol(this CredentialState state) => state switch
    {
        CredentialState.Valid => "✓",
        CredentialState.Suspended => "!",
        CredentialState.Revoked => "✕",
        CredentialState.Expired => "⌛\uFE0E",
        _ => "○",
    };

    private static string? Day(CredentialView view, DateTimeOffset? at, PageContext page) =>
        at is { } moment ? Moments.Day(moment, view.Institution.TimeZone, page.Language) : null;
}
