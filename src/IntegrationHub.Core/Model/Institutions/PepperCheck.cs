using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Model.Institutions;

/// <summary>Whether an institution's pepper is there: without it no learner has a key, and no message of its can be worked on.</summary>
public sealed class PepperCheck(ISecrets secrets) : IInstitutionCheck
{
    /// <inheritdoc/>
    public BilingualText? Fault(Institution institution) => secrets.Find(institution.Id, institution.Pepper) is { Length: > 0 }
        ? null
        : Text.Both("pepper.missing", institution.Pepper);
}
