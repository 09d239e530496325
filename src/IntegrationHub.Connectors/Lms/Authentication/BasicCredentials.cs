using System.Text;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>HTTP Basic (RFC 7617) against the source's secrets <c>user</c> and <c>password</c>.</summary>
internal sealed class BasicCredentials(InboundSecrets secrets) : IAuthentication, ITestSigner
{
    /// <summary>As it describes itself.</summary>
    public static AuthenticationKind Kind { get; } = new(
        AuthenticationSchemes.Basic,
        new("nom d’utilisateur et mot de passe (Basic)", "username and password (Basic)"))
    {
        Secrets =
        [
            Setting.Required("user", "le nom d’utilisateur", "the username"),
            Setting.Required("password", "le mot de passe", "the password"),
        ],
        Proof = new(
            "Utilisez l’authentification HTTP Basic\u00a0: le nom d’utilisateur est la valeur du réglage {1}, le mot de passe "
                + "celle de {2}.",
            "Use HTTP Basic authentication: the username is the value of the setting {1}, the password that of {2}."),
    };

    private const int Longest = 1024;

    /// <inheritdoc/>
    public string Scheme => AuthenticationSchemes.Basic;

    /// <inheritdoc/>
    public ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(Check(source, delivery.Credential("Basic")));

    /// <inheritdoc/>
    public TestEvent? Sign(Source source, TestEvent bare) =>
        secrets.Accepted(source, "user").FirstOrDefault() is { } user
        && secrets.Accepted(source, "password").FirstOrDefault() is { } password
            ? bare.With("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}")
            : null;

    private Admission Check(Source source, ReadOnlySpan<char> credential)
    {
        if (credential.IsEmpty)
            return Admission.Missing;
        Span<byte> pair = stackalloc byte[Longest];
        var length = Convert.TryFromBase64Chars(credential, pair, out var written) ? written : 0;
        var colon = pair[..length].IndexOf((byte)':');
        if (colon < 0)
            return Admission.Wrong;
        var user = secrets.Check(source, "user", pair[..colon]);
        var password = secrets.Check(source, "password", pair[(colon + 1)..length]);
        return user == Admission.Admitted && password == Admission.Admitted ? Admission.Admitted
            : user == Admission.NoSecret || password == Admission.NoSecret ? Admission.NoSecret
            : Admission.Wrong;
    }
}
