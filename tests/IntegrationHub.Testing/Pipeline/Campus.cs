using System.Text.Json;
using IntegrationHub.Core;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Core.Steps;
using IntegrationHub.Functions.Slices;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace IntegrationHub.Testing.Pipeline;

/// <summary>The whole pipeline in memory: its queues run when the test says so, its clock moves when the test says so.</summary>
internal sealed class Campus : IQueues
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Envelope, (DateTimeOffset, int)> _messages = new();
    private readonly ServiceProvider _services;
    private int _sent;

    public Campus(Institution? institution = null, Action<IServiceCollection>? add = null)
    {
        Institutions = new(institution);
        Storage = new() { Time = Time };
        var services = new ServiceCollection()
            .AddSlices()
            .AddSingleton(Options)
            .AddSingleton<IMessageTexts, MessageTexts>()
            .AddSingleton(new PublicAddresses(new("https://hub.example.ca")))
            .AddDoubles(
                Time,
                Institutions,
                Storage,
                Claims,
                Events,
                History,
                Files,
                Outside,
                Reconciliations,
                Erased,
                this,
                new OpenDoor(),
                new PlainLms(),
                new PlainForm(),
                new Pepper());
        add?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public PassingTime Time { get; } = new(new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero));

    internal OneInstitution Institutions { get; }

    public InMemoryStorage Storage { get; }

    public InMemoryClaims Claims { get; } = new();

    public InMemoryEvents Events { get; } = new();

    public InMemorySourceBook History { get; } = new();

    public InMemoryRecordFiles Files { get; } = new();

    public OutsideWorld Outside { get; } = new();

    public PipelineOptions Options { get; } = new();

    public OutboundGateway Gateway => Get<OutboundGateway>();

    public Sweeper Sweeper => Get<Sweeper>();

    public AttentionCommands Desk => Get<AttentionCommands>();

    public StepCommands Steps => Get<StepCommands>();

    public Intake Intake => Get<Intake>();

    public IdentityCommands Identities => Get<IdentityCommands>();

    public AwardCommands Awards => Get<AwardCommands>();

    public DoubtCommands Doubts => Get<DoubtCommands>();

    public CalendarKeeper Calendar => Get<CalendarKeeper>();

    public FailedMessages Failed => Get<FailedMessages>();

    public InMemoryReconciliations Reconciliations { get; } = new();

    public ReconciliationCommands Reconcile => Get<ReconciliationCommands>();

    public InMemoryCredentials Erased { get; } = new();

    public ErasureCommands Erasures => Get<ErasureCommands>();

    public RecognitionCommands Recognitions => Get<RecognitionCommands>();

    public int Waiting => _messages.Count;

    public Award? Award => Storage.All.SelectMany(dossier => dossier.Awards).SingleOrDefault();

    public Dossier Dossier => Storage.All.Single();

    public IReadOnlyList<AttentionItem> Attention => Storage.Open(OneInstitution.Id, default).Result;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation)
    {
        (delay ?? TimeSpan.Zero).ShouldBeLessThanOrEqualTo(TimeSpan.FromDays(7));
        lock (_gate)
            _messages.Enqueue(envelope, (Time.GetUtcNow() + (delay ?? TimeSpan.Zero), _sent++));
        return Task.CompletedTask;
    }

    /// <summary>An LMS sends completions in one delivery.</summary>
    public Task Deliver(params Completion[] completions) =>
        Send(
            Envelope.Of(
                IntegrationHub.Core.TrackingId.New(),
                new DeliveryArrived(OneInstitution.Id, PlainLms.Delivery(completions, Time.GetUtcNow()))),
            null,
            default);

    /// <summary>Works until nothing is due.</summary>
    public async Task Work()
    {
        for (var done = 0; await WorkOnce(); done++)
            done.ShouldBeLessThan(1000, "the pipeline does not come to rest");
    }

    /// <summary>Handles the next message that is due.</summary>
    public async Task<bool> WorkOnce()
    {
        if (Next(keep: false) is not { } message)
            return false;
        await Handle(message);
        return true;
    }

    /// <summary>Handles the next message as by a worker that dies before the message is deleted: it stays.</summary>
    public async Task WorkAndDie()
    {
        var message = Next(keep: true)!;
        try
        {
            await Handle(message);
        }
        catch (WorkerDied)
        {
            // The message comes again, as the test wants.
        }
    }

    public async Task Handle(Envelope envelope)
    {
        using var span = Get<MessageRouter>().Span(envelope.Message.Queue, envelope);
        await Get<MessageRouter>().Handle(envelope, default);
    }

    /// <summary>What becomes of a message that the host gave up.</summary>
    public Task Own(Envelope envelope) => Get<MessageRouter>().Own(envelope, default);

    /// <summary>Lets time pass, working on what falls due.</summary>
    public async Task Pass(TimeSpan time)
    {
        var end = Time.GetUtcNow() + time;
        await Work();
        while (_messages.TryPeek(out _, out var due) && due.Item1 <= end)
        {
            if (due.Item1 > Time.GetUtcNow())
                Time.SetUtcNow(due.Item1);
            await Work();
        }

        if (end > Time.GetUtcNow())
            Time.SetUtcNow(end);
    }

    /// <summary>There is an award under an id.</summary>
    public Task Have(AwardId id) => Storage.Decide(
        new() { Id = id.Dossier },
        new(
            new([]),
            new(Outcome.Earned, 1, 80, 86, 1, "event-1", Time.GetUtcNow()),
            [Orders.Fresh("class", "maelle@example.ca").Award with { Id = id }],
            []),
        default);

    /// <summary>A person dismisses an item.</summary>
    public Task<DismissVerdict> Dismiss(string item, string? reason = "settled by telephone") =>
        Desk.Dismiss(OneInstitution.Id, item, reason, Time.GetUtcNow(), default);

    /// <summary>Loses every message, as no queue ever should.</summary>
    public void LoseMessages() => _messages.Clear();

    /// <summary>Takes the next message off its queue without handling it.</summary>
    public (string Queue, Envelope Envelope) Take() =>
        Next(keep: false) is { } envelope ? (envelope.Message.Queue, envelope) : throw new InvalidOperationException("Nothing is due.");

    private Envelope? Next(bool keep)
    {
        if (!_messages.TryPeek(out var message, out var due) || due.Item1 > Time.GetUtcNow())
            return null;
        _messages.Dequeue();
        if (keep)
            _messages.Enqueue(message, (due.Item1, _sent++));
        return message;
    }

    private sealed class Pepper : ISecrets
    {
        public string? Find(string institution, string setting) => "a pepper for tests only";
    }
}

/// <summary>Lets everyone in: who may come in is tested elsewhere.</summary>
internal sealed class OpenDoor : IAuthentication
{
    public string Scheme => "secretAddress";

    public ValueTask<Admission> Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(Admission.Admitted);
}

/// <summary>A worker that is lost in the middle of its work.</summary>
internal sealed class WorkerDied : Exception;

/// <summary>An LMS whose deliveries are completions as they are.</summary>
internal sealed class PlainLms : ILms
{
    /// <summary>The name of an event that cannot be read; its id says why.</summary>
    public const string Damaged = "damaged";

    public string Kind => "canvas";

    /// <summary>As the source's setting <c>gradesApart</c> says: they do unless it says no.</summary>
    public bool GradesApart(Source source, Completion? completion = null) => source.Setting("gradesApart") != "no";

    public static StoredDelivery Delivery(Completion[] completions, DateTimeOffset now) =>
        new("lms", now, new Dictionary<string, string>(), JsonSerializer.Serialize(completions));

    public Reading Read(Source source, Delivery delivery)
    {
        try
        {
            var all = JsonSerializer.Deserialize<Completion[]>(delivery.Body.Span)!;
            return new()
            {
                Completions = [.. all.Where(completion => completion.EventName != Damaged)],
                Damaged = [.. all.Where(completion => completion.EventName == Damaged).Select(completion => completion.EventId)],
            };
        }
        catch (JsonException)
        {
            return new() { Fault = "The body is no JSON." };
        }
    }
}

/// <summary>What the hub was told when it asked, kept as it is.</summary>
internal sealed class PlainForm : IReconciledForm
{
    public string Kind => "plain-reconciled";

    public StoredDelivery Write(string source, Completion completion, DateTimeOffset now) =>
        PlainLms.Delivery([completion], now) with
        {
            Source = source,
            Form = Kind,
        };

    public Reading Read(Source source, Delivery delivery) => new PlainLms().Read(source, delivery);
}
