using System.Globalization;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Intake;

/// <summary>The secret of a source that is being replaced ends soon, or has ended and is still named.</summary>
public sealed record SecretEnding : Cause<SecretSubject>
{
    /// <summary>A secret with a previous value.</summary>
    public static AttentionItem Of(string institution, string source, string purpose, InboundSecret secret)
    {
        var until = secret.Until?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
        return new SecretEnding().About(institution, new(source, purpose), $"previous: {secret.Previous}, until: {until}");
    }
}
