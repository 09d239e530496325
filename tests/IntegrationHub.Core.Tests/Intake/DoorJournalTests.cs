using System.Text.Json;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Intake;

/// <summary>What the door notes.</summary>
public sealed class DoorJournalTests : IQueues, IAuthentication
{
    private readonly DeliveryJournal _journal = new(TimeProvider.System);
    private Admission _admission = Admission.Admitted;
    private bool _down;
    private int _kept;

    string IAuthentication.Scheme => AuthenticationSchemes.SecretAddress;

    [Fact]
    public async Task An_accepted_delivery_is_noted_under_its_tracking_id()
    {
        var answer = await Take(OneInstitution.Assessed(91));

        Newest().ShouldHaveSingleItem().TrackingId.ShouldBe(answer.TrackingId);
        _kept.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_is_noted_with_its_reason()
    {
        _admission = Admission.OutOfTime;
        await Take();

        Newest().ShouldHaveSingleItem().Admission.ShouldBe(Admission.OutOfTime);
    }

    [Fact]
    public async Task What_could_not_be_kept_is_noted_and_still_refused_to_the_sender()
    {
        _down = true;
        await Should.ThrowAsync<IOException>(() => Take(OneInstitution.Assessed(91)));

        var heard = Newest().ShouldHaveSingleItem();
        (heard.Verdict, heard.Why, heard.Completions).ShouldBe((IntakeVerdict.PutOff, "The queue is down.", 0));
    }

    [Fact]
    public async Task A_test_event_never_becomes_a_completion_whatever_it_says()
    {
        var answer = await Take("abc123", OneInstitution.Assessed(91));

        answer.Verdict.ShouldBe(IntakeVerdict.Ignored);
        _kept.ShouldBe(0);
        Newest()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                heard => heard.IsTest.ShouldBeTrue(),
                heard => heard.TrackingId.ShouldBe("abc123"),
                heard => heard.Completions.ShouldBe(0));
    }

    [Fact]
    public async Task A_test_event_that_cannot_be_proven_is_refused_like_any_other()
    {
        _admission = Admission.Wrong;
        (await Take("abc123")).Verdict.ShouldBe(IntakeVerdict.Refused);
        Newest().ShouldHaveSingleItem().IsTest.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("maika@example.ca")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijx")]
    public async Task A_name_that_no_test_has_is_no_test(string id)
    {
        await Take(id, OneInstitution.Assessed(91));
        _kept.ShouldBe(1);
    }

    [Fact]
    public void What_is_too_large_is_noted_for_a_source_that_exists()
    {
        Intake().TooLarge(OneInstitution.Id, "lms");
        Intake().TooLarge(OneInstitution.Id, "no-such");

        Newest().ShouldHaveSingleItem().Verdict.ShouldBe(IntakeVerdict.TooLarge);
        _journal.Newest(OneInstitution.Id, "no-such", new()).Latest.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stranger_s_names_are_not_noted()
    {
        await Intake().Take("no-such", "lms", Delivery(null), default);
        await Intake().Take(OneInstitution.Id, "no-such", Delivery(null), default);

        _journal.Newest("no-such", "lms", new()).Latest.ShouldBeEmpty();
        _journal.Newest(OneInstitution.Id, "no-such", new()).Latest.ShouldBeEmpty();
    }

    ValueTask<Admission> IAuthentication.Check(Source source, Delivery delivery, CancellationToken cancellation) =>
        ValueTask.FromResult(_admission);

    Task IQueues.Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation)
    {
        if (_down)
            throw new IOException("The queue is down.");
        _kept++;
        return Task.CompletedTask;
    }

    private Task<IntakeAnswer> Take(params Completion[] completions) => Take(null, completions);

    private Task<IntakeAnswer> Take(string? test, params Completion[] completions) =>
        Intake().Take(OneInstitution.Id, "lms", Delivery(test, completions), default);

    private static Delivery Delivery(string? test, params Completion[] completions) =>
        new(
            JsonSerializer.SerializeToUtf8Bytes(completions),
            test is null
                ? new Dictionary<string, string>()
                : new Dictionary<string, string> { [IntegrationHub.Core.Model.Completions.Delivery.TestHeader] = test });

    private Core.Intake.Intake Intake() =>
        new(
            new OneInstitution(),
            new([this], new(TimeProvider.System)),
            [new PlainLms()],
            new(new InMemoryEvents()),
            this,
            _journal,
            TimeProvider.System);

    private IReadOnlyList<ReceivedDelivery> Newest() => _journal.Newest(OneInstitution.Id, "lms", new()).Latest;
}
