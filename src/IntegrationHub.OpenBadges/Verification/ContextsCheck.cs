using System.Text.Json;
using IntegrationHub.OpenBadges.Canonical;
using IntegrationHub.OpenBadges.JsonLd;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Whether a credential's contexts are known and say what each of its terms means.</summary>
internal static class ContextsCheck
{
    public static Check Of(JsonElement credential)
    {
        if (credential.Texts("@context").FirstOrDefault() is not (ContextAddress.Credentials or ContextAddress.CredentialsV1))
            return Check.Failed(CheckKind.Contexts, Reason.ContextMissing);
        try
        {
            DataIntegrity.DocumentQuads(credential);
            return Check.Passed(CheckKind.Contexts);
        }
        catch (JsonLdException unclear)
        {
            return unclear.Fault switch
            {
                JsonLdFault.UnknownContext => Check.Unknown(CheckKind.Contexts, Reason.ContextUnknown, unclear.Message),
                JsonLdFault.UnknownTerm => Check.Failed(CheckKind.Contexts, Reason.TermUnknown, unclear.Message),
                _ => Check.Failed(CheckKind.Contexts, Reason.ContentAmbiguous, unclear.Message),
            };
        }
        catch (PoisonGraphException)
        {
            return Check.Failed(CheckKind.Contexts, Reason.TooComplex);
        }
    }
}
