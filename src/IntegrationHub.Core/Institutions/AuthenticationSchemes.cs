namespace IntegrationHub.Core.Institutions;

/// <summary>What a way of proving one's deliveries must and may state; lint and the connectors both read it.</summary>
/// <param name="Settings">Required settings.</param>
/// <param name="OptionalSettings">Settings that may be left out.</param>
/// <param name="Secrets">Required secrets.</param>
/// <param name="OptionalSecrets">Secrets that may be left out.</param>
public sealed record AuthenticationScheme(
    IReadOnlyList<string> Settings,
    IReadOnlyList<string> OptionalSettings,
    IReadOnlyList<string> Secrets,
    IReadOnlyList<string> OptionalSecrets);

/// <summary>The ways in which sources prove their deliveries.</summary>
public static class AuthenticationSchemes
{
    /// <summary>The body is a JWT, signed by a key of the sender's published key set.</summary>
    public const string SignedBody = "signedBody";

    /// <summary>HTTP Basic (RFC 7617).</summary>
    public const string Basic = "basic";

    /// <summary>No credential at all: only the sender knows the address.</summary>
    public const string SecretAddress = "secretAddress";

    /// <summary>The purpose of the secret that a secret address ends in.</summary>
    public const string AddressKey = "address";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, AuthenticationScheme> All { get; } = new Dictionary<string, AuthenticationScheme>
    {
        [SignedBody] = new(["jwks"], [], [], []),
        [Basic] = new([], [], ["user", "password"], []),
        [SecretAddress] = new([], [], [AddressKey], []),
    };
}
