using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Steps;

/// <summary>Finds what a step works with, in the institution's files as they are now.</summary>
public sealed class StepContexts(IInstitutions institutions, IEnumerable<IStepWork> works)
{
    private readonly Dictionary<StepName, IStepWork> _works = works.ToDictionary(work => work.Name);

    /// <summary>The work of a step, and what it works with.</summary>
    /// <exception cref="InvalidOperationException">The institution has no such connection, or no such micro-credential, any
    /// more.</exception>
    public (IStepWork Work, StepContext Context) Of(Award award, StepName name)
    {
        var work = _works[name];
        var institution = institutions.Get(award.Id.Institution);
        var connection = institution.Connection(work.Role)
            ?? throw new InvalidOperationException(
                $"The institution '{institution.Id}' has no {work.Role} connection any more; give it one or replay the step later.");
        var microCredential = institution.MicroCredentials.GetValueOrDefault(award.MicroCredential)?.InVersion(award.Decision.Version)
            ?? throw new InvalidOperationException(
                $"The institution '{institution.Id}' has no micro-credential '{award.MicroCredential}' any more; "
                    + "put it back or replay the step later."
            );
        return (work, new(institution, connection, microCredential, award, award[name]));
    }
}
