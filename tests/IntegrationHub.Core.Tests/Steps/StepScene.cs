using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Steps;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;

namespace IntegrationHub.Core.Tests.Steps;

/// <summary>One award of one learner, and the step that a test gives it.</summary>
internal sealed class StepScene
{
    private static readonly Award Sample = Orders.Fresh("class-1", "maelle@example.ca").Award;

    public StepScene() => Storage.Keep(OneInstitution.Id, Orders.Fresh("", "maelle@example.ca").Learner, [], default).Wait();

    public PassingTime Time { get; } = new(new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero));

    public InMemoryStorage Storage { get; } = new();

    public LearnersAfresh Learners => new(Storage, new([], [], [], null!), Time);

    public OutsideWorld Outside { get; } = new();

    public MicroCredential MicroCredential { get; set; } = OneInstitution.WaterSampling;

    public static Institution Institution => new OneInstitution().All.Single();

    public static AwardId Id(int cycle = 0) => new(Sample.Id.Dossier, cycle);

    public static Step Step(
        StepName name,
        CredentialStatus goal,
        StepState state = StepState.Pending,
        string? reference = null,
        int attempts = 1) =>
        new()
        {
            Name = name,
            Goal = goal,
            State = state,
            Reference = reference,
            Attempts = attempts,
            Updated = Sample.Opened,
        };

    public static Award Award(Step step, int cycle = 0, string? reason = null) =>
        Sample with
        {
            Id = Id(cycle),
            Reason = reason,
            StateSince = Sample.Opened.AddDays(1),
            Changed = Sample.Opened.AddDays(1),
            Steps =
            [
                .. Enum.GetValues<StepName>().Select(name => name == step.Name ? step : Step(name, CredentialStatus.Valid, StepState.Done)),
            ],
        };


    /// <summary>Another award of the same learner for the same micro-credential.</summary>
    public Task Beside(Award other) => Storage.Decide(new() { Id = other.Id.Dossier }, new(new([]), other.Decision, [other], []), default);

    public StepContext Context(Step step, int cycle = 0, string? reason = null) => new(
        Institution,
        Institution.Connection(step.Name == StepName.Badge ? ConnectionRole.Badges : ConnectionRole.Sis)!,
        MicroCredential,
        Award(step, cycle, reason),
        step);
}
