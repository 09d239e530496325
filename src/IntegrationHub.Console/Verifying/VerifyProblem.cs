namespace IntegrationHub.Console.Verifying;

/// <summary>Why what somebody brought to be verified could not even be looked at.</summary>
public enum VerifyProblem
{
    /// <summary>Neither file nor link nor text.</summary>
    NothingGiven,

    /// <summary>More than a credential can be.</summary>
    TooLarge,

    /// <summary>The link is no https address.</summary>
    LinkNotHttps,

    /// <summary>The link leads nowhere that may be asked.</summary>
    LinkUnreachable,

    /// <summary>The form is too old, or was not ours.</summary>
    FormExpired,
}
