using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Institutions;

/// <summary>Whether an institution's pepper is there: without it no learner has a key, and no message of its can be worked on.</summary>
public sealed class PepperCheck(ISecrets secrets) : IInstitutionCheck
{
    /// <inheritdoc/>
    public BilingualText? Fault(Institution institution) => secrets.Find(institution.Id, institution.Pepper) is { Length: > 0 }
        ? null
        : new(
            $"Le réglage {institution.Pepper} manque : il doit contenir le poivre de l'établissement, un long texte au hasard qui ne change jamais.",
            $"The setting {institution.Pepper} is missing: it must contain the institution’s pepper, a long random text that never changes.");
}
