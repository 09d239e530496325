using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Testing.Storage;

/// <summary>One dossier of the store that a contract is about.</summary>
/// <param name="stand">What is held to it.</param>
public abstract class DossierScene(IStorageStand stand) : StorageContract(stand)
{
    private protected static readonly DateTimeOffset Now = new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);
    private protected static readonly Decision Earned = new(Outcome.Earned, 3, 80, 91, 1, "event-0", Now);

    private protected IDossiers Dossiers => Get<IDossiers>();

    private protected DossierId Id => DossierId.Of(Tenant, "learner", "water");

    private protected Task<Dossier> Read() => Dossiers.Read(Id, Stop);

    private protected async Task<bool> Decide(News news, params Award[] awards)
    {
        var entries = awards.Select(award => new TimelineEntry(award.Id.Cycle, Now, TimelineEvent.Awarded));
        return await Dossiers.Decide(await Read(), new(news, Earned, awards, [.. entries]), Stop);
    }

    private protected static Evidence Piece(string id) =>
        new(id, "lms", CompletionKind.Assessed, "7101", null, null, Now, "grade_change", "20261102/x.json");

    private protected static IReadOnlyList<Evidence> Pieces(int count) => [.. Enumerable.Range(0, count).Select(i => Piece($"event-{i}"))];

    private protected Award Award(int cycle) => new()
    {
        Id = new(Id, cycle),
        Learner = "learner",
        MicroCredential = "water",
        Decision = Earned,
        Earned = Now,
        Opened = Now,
        Reason = "A person's word.",
        Steps = [.. Enum.GetValues<StepName>().Select(Step)],
    };

    private static Step Step(StepName name) =>
        new() { Name = name, Goal = CredentialStatus.Valid, State = StepState.Submitted, Updated = Now, Reference = "theirs" };
}
