using System.Text;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Sources;

namespace IntegrationHub.Connectors.Lms.Authentication;

/// <summary>HTTP Basic (RFC 7617) against the source's secrets <c>user</c> and <c>password</c>.</summary>
internal sealed class BasicCredentials(InboundSecrets secrets) : IAuthentication, ITestSigner
{
    /// <inheritdoc/>
    public string Scheme => AuthenticationSchemes.Basic;

    /// <inheritdoc/>
    public ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation)
    {
        var (user, password) = Read(delivery.Header("Authorization"));
        var accepted = secrets.IsAccepted(source, "user", user) & secrets.IsAccepted(source, "password", password);
        return ValueTask.FromResult(accepted ? Admission.Admitted : user.Length == 0 ? Admission.Missing : Admission.Wrong);
    }

    /// <inheritdoc/>
    public TestEvent? Sign(Source source, TestEvent bare) =>
        secrets.Accepted(source, "user").FirstOrDefault() is { } user && secrets.Accepted(source, "password").FirstOrDefault() is { } password
            ? bare.With("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}")
            : null;

    private static (string User, string Password) Read(string? header)
    {
        const string scheme = "Basic ";
        if (header is null || !header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return ("", "");
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[scheme.Length..].Trim(), bytes, out var length))
            return ("", "");
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? (parts[0], parts[1]) : ("", "");
    }
}
