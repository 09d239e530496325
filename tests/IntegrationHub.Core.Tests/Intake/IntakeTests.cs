using System.Text;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Intake;

/// <summary>What the door answers, and what it keeps.</summary>
public sealed class IntakeTests : IQueues, ILms, IInstitutions
{
    private readonly FakeTimeProvider _time = new(new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero));
    private readonly InMemoryEvents _events = new();
    private readonly DeliveryJournal _journal;
    private readonly Core.Intake.Intake _intake;
    private readonly List<(string Queue, Envelope Envelope)> _kept = [];
    private InstitutionState _state = InstitutionState.InForce;
    private Reading _reading = new() { Completions = [OneInstitution.Assessed(91)] };

    public IntakeTests()
    {
        _journal = new(_time);
        _intake = new(this, new([new OpenDoor()], new(_time)), [this], new(_events), this, _journal, _time);
    }

    string ILms.Kind => "canvas";

    IReadOnlyCollection<Institution> IInstitutions.All => [];

    IReadOnlyCollection<string> IInstitutions.Names => [OneInstitution.Id];

    [Fact]
    public async Task What_is_accepted_is_kept_under_its_tracking_id_before_the_answer()
    {
        var answer = await Take();

        answer.Verdict.ShouldBe(IntakeVerdict.Accepted);
        var (queue, envelope) = _kept.ShouldHaveSingleItem();
        (queue, envelope.Message.GetType(), envelope.Id, envelope.Institution).ShouldBe(
            (QueueNames.Completions, typeof(DeliveryArrived), answer.TrackingId!, OneInstitution.Id));
        var payload = ((DeliveryArrived)envelope.Message).Delivery;
        (payload.Source, payload.Body, payload.Received).ShouldBe(("lms", "été", _time.GetUtcNow()));
        payload.Headers.ShouldBe(
            new Dictionary<string, string> { ["Content-Type"] = "application/json", ["ce-id"] = "1" },
            ignoreOrder: true);
        payload.Delivery.Header("content-type").ShouldBe("application/json");
    }

    [Fact]
    public async Task What_cannot_be_read_is_kept_too_so_that_nothing_is_lost()
    {
        _reading = new() { Fault = "The body is no JSON." };
        var answer = await Take();

        answer.Verdict.ShouldBe(IntakeVerdict.Unreadable);
        answer.TrackingId.ShouldBe(_kept.ShouldHaveSingleItem().Envelope.Id);
    }

    [Fact]
    public async Task Noise_is_answered_and_not_kept()
    {
        _reading = new() { Ignored = ["viewed"] };
        (await Take()).Verdict.ShouldBe(IntakeVerdict.Ignored);
        _kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_names_another_account_is_refused()
    {
        _reading = new() { IsForeign = true };
        var answer = await Take();

        (answer.Verdict, answer.Admission, answer.Scheme).ShouldBe((IntakeVerdict.Refused, Admission.Foreign, "secretAddress"));
        _kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_sends_more_than_is_allowed_is_told_how_long_to_wait()
    {
        await Take();
        await Take();
        _time.Advance(TimeSpan.FromSeconds(15));
        var answer = await Take();

        (answer.Verdict, answer.Wait).ShouldBe((IntakeVerdict.TooMany, TimeSpan.FromSeconds(45)));
        _kept.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_test_event_that_cannot_be_read_says_so_and_is_not_kept()
    {
        _reading = new() { Fault = "The body is no JSON." };
        (await Take(("X-Hub-Test", "abc"))).Verdict.ShouldBe(IntakeVerdict.Unreadable);
        _kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_packed_otherwise_says_how()
    {
        _reading = null!;
        var answer = await Take(("Content-Encoding", "br"));

        answer.Verdict.ShouldBe(IntakeVerdict.Unpackable);
        (answer.Reading!.FaultStatus, answer.Reading.Fault).ShouldBe((415, "The Content-Encoding is neither gzip nor identity."));
        _kept.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("same", "water-sampling", IntakeVerdict.Known)]
    [InlineData("same", "another", IntakeVerdict.Accepted)]
    [InlineData("same", null, IntakeVerdict.Accepted)]
    [InlineData("other", "water-sampling", IntakeVerdict.Conflict)]
    public async Task An_event_that_came_before_is_known_once_it_counts_for_all_that_is_offered(
        string digest,
        string? countsFor,
        IntakeVerdict verdict)
    {
        await _events.Save(
            new(OneInstitution.Id, "lms", "event-1"),
            new() { Digest = "same", Counted = countsFor is null ? [] : [new("learner", countsFor)] },
            default);
        _reading = new() { Completions = [OneInstitution.Assessed(91) with { Digest = digest }] };

        (await Take()).Verdict.ShouldBe(verdict);
        _kept.Count.ShouldBe(verdict == IntakeVerdict.Accepted ? 1 : 0);
    }

    [Theory]
    [InlineData("same", "new", IntakeVerdict.Accepted)]
    [InlineData("same", "same", IntakeVerdict.Known)]
    [InlineData("other", "new", IntakeVerdict.Conflict)]
    public async Task A_batch_is_known_only_where_all_of_it_is(string first, string second, IntakeVerdict verdict)
    {
        foreach (var id in new[] { "event-1", "event-2" })
            await _events.Save(
                new(OneInstitution.Id, "lms", id),
                new() { Digest = "same", Counted = [new("learner", "water-sampling")] },
                default);
        _reading = new()
        {
            Completions =
            [
                OneInstitution.Assessed(91) with
                {
                    Digest = first,
                },
                OneInstitution.Assessed(91, second == "new" ? "event-3" : "event-2") with
                {
                    Digest = "same",
                },
            ],
        };

        (await Take()).Verdict.ShouldBe(verdict);
    }

    [Theory]
    [InlineData(InstitutionState.Unknown, IntakeVerdict.Unknown)]
    [InlineData(InstitutionState.Faulty, IntakeVerdict.NotReady)]
    public async Task An_institution_out_of_force_takes_nothing(InstitutionState state, IntakeVerdict verdict)
    {
        _state = state;
        (await Take()).Verdict.ShouldBe(verdict);
        _intake.TooLarge(OneInstitution.Id, "lms").Verdict.ShouldBe(IntakeVerdict.TooLarge);
        _kept.ShouldBeEmpty();
        _journal.Newest(OneInstitution.Id, "lms", new()).Latest.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_source_that_there_is_not_takes_nothing() =>
        (await _intake.Take(OneInstitution.Id, "other", Delivery(), default)).Verdict.ShouldBe(IntakeVerdict.Unknown);

    Reading ILms.Read(Source source, Delivery delivery) => _reading ?? new() { Fault = Encoding.UTF8.GetString(delivery.Content.Span) };

    Task IQueues.Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation)
    {
        delay.ShouldBeNull();
        _kept.Add((envelope.Message.Queue, envelope));
        return Task.CompletedTask;
    }

    InstitutionState IInstitutions.Find(string id, out Institution? institution)
    {
        institution =
            _state == InstitutionState.InForce
                ? OneInstitution.With(source => source with { Institution = OneInstitution.Id, PerMinute = 2 })
                : null;
        return _state;
    }

    private Task<IntakeAnswer> Take(params (string Name, string Value)[] headers) =>
        _intake.Take(OneInstitution.Id, "lms", Delivery(headers), default);

    private static Delivery Delivery(params (string Name, string Value)[] headers) =>
        new(
            Encoding.UTF8.GetBytes("été"),
            headers
                .Concat([("Content-Type", "application/json"), ("ce-id", "1"), ("Authorization", "Basic secret")])
                .ToDictionary(header => header.Item1, header => header.Item2, StringComparer.OrdinalIgnoreCase));
}
