using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;

namespace IntegrationHub.Core.Tests.Badges;

/// <summary>What people do with credentials, with everything kept in memory and the queue handled when the test says so.</summary>
internal sealed class CredentialCampus : IQueues, IAsyncDisposable
{
    private readonly Queue<Envelope> _messages = new();
    private readonly IssuingInstitution _institutions;
    private readonly Hub _issuer;

    public CredentialCampus(IssuingInstitution? institutions = null)
    {
        _institutions = institutions ?? new();
        var secrets = new FakeSecrets(IssuingInstitution.Secrets);
        _issuer = new(IssuingInstitution.Secrets, Time, institutions: _institutions);
        Claims = new(_institutions, secrets);
        Holders = new(Kept, Kept, Storage, _institutions, Storage, Claims, Time);
        Carrier = new(Kept, Kept);
        var matcher = new LearnerMatcher(Storage, new([], [], [], null!), secrets, Time);
        var ledger = new ErasureLedger(Kept, this, new(), Time);
        Erasures = new(ledger, Storage, matcher, _institutions);
        Eraser = new(
            ledger,
            new(Storage, Storage, Kept, _institutions, Time),
            new(Kept, Kept, _institutions, secrets, Time),
            new(new([]), Storage, matcher, _institutions, Storage),
            new(Storage, new(Storage, Storage, this, Time), this));
    }

    public PassingTime Time { get; } = new(new(2026, 2, 1, 13, 0, 0, TimeSpan.Zero));

    public InMemoryStorage Storage { get; } = new();

    public InMemoryCredentials Kept => _issuer.Credentials;

    public ClaimLink Claims { get; }

    public HolderCommands Holders { get; }

    public CredentialStatusPublisher Carrier { get; }

    public ErasureCommands Erasures { get; }

    public Eraser Eraser { get; }

    public IReadOnlyList<Envelope> Messages => [.. _messages];

    public Task Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation)
    {
        _messages.Enqueue(envelope);
        return Task.CompletedTask;
    }

    /// <summary>A learner earns the badge, as the pipeline does it.</summary>
    public async Task<Credential> Earn(string email)
    {
        var order = Orders.To(Orders.Fresh("", email), _institutions.Institution.MicroCredentials["water"]);
        var learner = order.Learner with { Id = Keys.OfPerson(email), StudentNumber = $"9{email.Length:D8}" };
        var award = order.Award with { Id = new(DossierId.Of("lacnord", learner.Id, "water"), 0), Learner = learner.Id };
        order = order with { Award = award, Learner = learner };
        await Storage.Keep(
            "lacnord",
            learner,
            [Keys.Of(new(IntegrationHub.Core.Model.Completions.LearnerReferenceKind.StudentNumber, learner.StudentNumber), "")],
            default);
        var badge = await _issuer.Badges("hub").Issue(_institutions.Institution, IssuingInstitution.Hub, order, default);
        var step = new Step
        {
            Name = StepName.Badge,
            State = StepState.Done,
            Attempts = 1,
            Updated = Time.GetUtcNow(),
            Reference = badge.Reference,
            Link = badge.Link,
        };
        var quiet = new[] { StepName.Transcript, StepName.Channel, StepName.Learner }.Select(name => new Step
        {
            Name = name,
            State = StepState.Done,
            Updated = Time.GetUtcNow(),
        });
        await Storage.Decide(
            new() { Id = award.Id.Dossier },
            new(new([]), award.Decision, [award with { Steps = [step, .. quiet] }], []),
            default);
        return (await Kept.Find(CredentialId.Parse(badge.Reference), default))!;
    }

    /// <summary>Handles every message, each of them twice: as a queue may deliver it.</summary>
    public async Task Work()
    {
        while (_messages.TryDequeue(out var message))
        {
            await Handle(message);
            await Handle(message);
        }
    }

    public Task Handle(Envelope message)
    {
        if (message.Message is EraseLearner erase)
            return Eraser.Handle(erase, message, default);
        Sent.Add(message);
        return Task.CompletedTask;
    }

    /// <summary>Messages to other stages.</summary>
    public List<Envelope> Sent { get; } = [];

    public ValueTask DisposeAsync() => _issuer.DisposeAsync();

    private static LookupKey Keys { get; } = new(IssuingInstitution.Secrets["LACNORD_PEPPER"]);
}
