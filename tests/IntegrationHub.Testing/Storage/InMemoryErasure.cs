using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;


namespace IntegrationHub.Testing.Storage;

/// <summary>What an erasure leaves of a dossier of <see cref="InMemoryStorage"/>.</summary>
internal sealed partial class InMemoryStorage
{
    public Task Erase(DossierId id, DateTimeOffset now, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var left = _dossiers[id];
            _dossiers[id] = left with
            {
                Evidence = [],
                Parts = [],
                Acts = left.Awards.Count == 0 ? [] : [new("erased", ActKind.Erased, left.Awards.Max(award => award.Id.Cycle), now)],
                Decision = left.Decision is { } decision ? Bare(decision) : null,
                Version = left.Decision is null ? left.Version : NewVersion(),
                Awards = [.. left.Awards.Select(award => Bare(award, now))],
                Timeline =
                [
                    .. left.Awards.Select(award => award.Id.Cycle).Select(cycle =>
                        left.Timeline.FirstOrDefault(entry => entry.Event == TimelineEvent.Erased && entry.Cycle == cycle)
                        ?? new(cycle, now, TimelineEvent.Erased)),
                ],
            };
        }

        return Task.CompletedTask;
    }

    private static Decision Bare(Decision decision) => decision with { Percent = null, EventId = null, Rules = [] };

    private Award Bare(Award award, DateTimeOffset now) => award with
    {
        Decision = Bare(award.Decision),
        Reason = null,
        Steps =
        [
            .. award.Steps.Select(step => Stamp(step with
            {
                State = step.HasEnded ? step.State : StepState.Failed,
                Updated = step.HasEnded ? step.Updated : now,
                Reference = null,
                Link = step.Reference is null || CredentialId.TryParse(step.Reference, out _) ? step.Link : null,
                Error = step.HasEnded ? null : "The learner's data were erased.",
                Until = null,
            })),
        ],
    };
}
