using System.Text.Json;
using IntegrationHub.OpenBadges.Canonical;
using IntegrationHub.OpenBadges.JsonLd;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Whether a credential's contexts are known and say what each of its terms means.</summary>
internal static class ContextsCheck
{
    /// <returns>The check, and the hash of what the credential states: all its proofs are over the same.</returns>
    public static (VerificationCheck Check, byte[] Hash) Of(JsonElement credential, Steps steps)
    {
        if (credential.Texts("@context").FirstOrDefault() is not (ContextAddress.Credentials or ContextAddress.CredentialsV1))
            return (CheckKind.Contexts.Failed(VerificationReason.ContextMissing), []);
        try
        {
            return (CheckKind.Contexts.Passed(), DataIntegrity.DocumentQuads(credential, steps).Hash());
        }
        catch (JsonLdException unclear)
        {
            return (unclear.Fault switch
            {
                JsonLdFault.UnknownContext => CheckKind.Contexts.Unknown(VerificationReason.ContextUnknown, unclear.Message),
                JsonLdFault.UnknownTerm => CheckKind.Contexts.Failed(VerificationReason.TermUnknown, unclear.Message),
                _ => CheckKind.Contexts.Failed(VerificationReason.ContentAmbiguous, unclear.Message),
            }, []);
        }
        catch (PoisonGraphException poison)
        {
            var outcome = poison.IsLate ? CheckOutcome.Unknown : CheckOutcome.Failed;
            return (new(CheckKind.Contexts, outcome, VerificationReason.TooComplex), []);
        }
    }
}
