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
    public static (Check Check, byte[] Hash) Of(JsonElement credential, Steps steps)
    {
        if (credential.Texts("@context").FirstOrDefault() is not (ContextAddress.Credentials or ContextAddress.CredentialsV1))
            return (Check.Failed(CheckKind.Contexts, Reason.ContextMissing), []);
        try
        {
            return (Check.Passed(CheckKind.Contexts), DataIntegrity.DocumentQuads(credential, steps).Hash());
        }
        catch (JsonLdException unclear)
        {
            return (unclear.Fault switch
            {
                JsonLdFault.UnknownContext => Check.Unknown(CheckKind.Contexts, Reason.ContextUnknown, unclear.Message),
                JsonLdFault.UnknownTerm => Check.Failed(CheckKind.Contexts, Reason.TermUnknown, unclear.Message),
                _ => Check.Failed(CheckKind.Contexts, Reason.ContentAmbiguous, unclear.Message),
            }, []);
        }
        catch (PoisonGraphException poison)
        {
            return (poison.IsLate ? Check.Unknown(CheckKind.Contexts, Reason.TooComplex) : Check.Failed(CheckKind.Contexts, Reason.TooComplex), []);
        }
    }
}
