using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Messaging;

/// <summary>How long a message waits before it comes again.</summary>
public sealed class BackoffTests
{
    private static readonly PipelineOptions Options = new();

    [Theory]
    [InlineData(0, 30)]
    [InlineData(29, 30)]
    [InlineData(60, 60)]
    [InlineData(6 * 3600, 6 * 3600)]
    [InlineData(60 * 3600, 6 * 3600)]
    public void As_long_again_as_it_has_failed_from_30_seconds_to_6_hours_give_or_take_a_tenth(int failingFor, int seconds)
    {
        for (var time = 0; time < 50; time++)
            Backoff.Next(Options, TimeSpan.FromSeconds(failingFor), null).TotalSeconds.ShouldBeInRange(seconds * 0.9, seconds * 1.1);
    }

    [Fact]
    public void Not_all_come_back_at_one_moment() =>
        Enumerable.Range(0, 50).Select(_ => Backoff.Next(Options, TimeSpan.FromHours(1), null)).Distinct().Count().ShouldBeGreaterThan(10);

    [Fact]
    public void A_system_that_asks_for_longer_gets_it_and_one_that_asks_for_less_does_not()
    {
        Backoff.Next(Options, TimeSpan.Zero, TimeSpan.FromHours(8)).ShouldBe(TimeSpan.FromHours(8));
        Backoff.Next(Options, TimeSpan.FromHours(1), TimeSpan.FromMinutes(1)).ShouldBeGreaterThan(TimeSpan.FromMinutes(50));
    }

    [Fact]
    public void No_message_is_hidden_for_more_than_the_seven_days_that_a_queue_allows()
    {
        Backoff.Next(Options, TimeSpan.Zero, TimeSpan.FromDays(9)).ShouldBe(TimeSpan.FromDays(7));
        Backoff.Hideable(TimeSpan.FromDays(7.5)).ShouldBe(TimeSpan.FromDays(7));
        Backoff.Hideable(TimeSpan.FromDays(6.5)).ShouldBe(TimeSpan.FromDays(6.5));
    }

    [Fact]
    public async Task Steps_at_a_slow_system_wait_for_their_turn_and_a_person_sees_until_when()
    {
        var campus = Slow(perSecond: 1.0 / 60);
        await campus.Deliver(OneInstitution.Assessed(91));
        await campus.Deliver(OneInstitution.Assessed(92, "event-2", "900100002"));
        await campus.Work();

        campus.Outside.Badges.Count.ShouldBe(1);
        var waiting = campus
            .Storage.All.SelectMany(dossier => dossier.Awards)
            .Single(award => award[StepName.Badge].State != StepState.Done)[StepName.Badge];
        (waiting.State, waiting.Attempts, waiting.Error, waiting.Until).ShouldBe(
            (StepState.Pending, 0, null, campus.Time.GetUtcNow().AddMinutes(1)));


        await campus.Pass(TimeSpan.FromSeconds(59));
        campus.Outside.Badges.Count.ShouldBe(1);
        await campus.Pass(TimeSpan.FromSeconds(2));
        campus.Outside.Badges.Count.ShouldBe(2);
        campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_turn_that_is_two_seconds_away_is_waited_for_on_the_spot()
    {
        var campus = Slow(perSecond: 0.5);
        await campus.Deliver(OneInstitution.Assessed(91));
        await campus.Deliver(OneInstitution.Assessed(92, "event-2", "900100002"));
        var began = campus.Time.GetUtcNow();
        await campus.Work();

        campus.Outside.Badges.Count.ShouldBe(2);
        (campus.Time.GetUtcNow() - began).ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_turn_that_was_missed_by_more_than_a_minute_is_lost_and_another_is_taken()
    {
        var campus = Slow(perSecond: 1.0 / 3600);
        await campus.Deliver(OneInstitution.Assessed(91));
        await campus.Work();
        await campus.Deliver(OneInstitution.Assessed(92, "event-2", "900100002"));
        await campus.Work();
        var late = campus.Storage.All.SelectMany(dossier => dossier.Awards).Single(award => award[StepName.Badge].State != StepState.Done);
        campus.Time.Advance(TimeSpan.FromMinutes(62));
        await campus.Deliver(OneInstitution.Assessed(60, "event-3", "900100001", attempt: "x"));
        campus.LoseMessages();

        await campus.Handle(Envelope.Of("id", new StepDue(late.Id, StepName.Badge)) with { Slot = campus.Time.GetUtcNow().AddMinutes(-2) });
        campus.Outside.Badges.Count.ShouldBe(1, "its turn is over: the next is an hour after the last that was given");
        await campus.Handle(
            Envelope.Of("id", new StepDue(late.Id, StepName.Badge)) with
            {
                Slot = campus.Time.GetUtcNow().AddSeconds(-59),
            });
        campus.Outside.Badges.Count.ShouldBe(2);
    }

    private static Campus Slow(double perSecond) => new(OneInstitution.Only with
    {
                Connections = OneInstitution.Only.Connections.ToDictionary(
                    connection => connection.Key,
                    connection => connection.Key == ConnectionRole.Badges ? connection.Value with { Rate = perSecond } : connection.Value),
    });
}
