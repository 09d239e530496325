using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Steps;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Steps;

/// <summary>Two workers meet at one step: one of them does it, the other sees that it is done.</summary>
public sealed class RacingStepTests
{
    private readonly Campus _campus = new();

    [Fact]
    public async Task Who_loses_the_claim_to_another_worker_issues_no_second_badge()
    {
        await Decided();
        Meanwhile(() => Write(StepName.Badge, step => step with { State = StepState.Done, Reference = "of the other" }));

        await _campus.Handle(About(StepName.Badge));

        _campus.Outside.Badges.ShouldBeEmpty();
        _campus.Award![StepName.Badge].Reference.ShouldBe("of the other");
    }

    [Fact]
    public async Task Who_meets_the_claim_of_another_worker_comes_again_when_it_ends()
    {
        await Decided();
        Meanwhile(() =>
            Write(StepName.Badge, step => step with { State = StepState.Running, Until = _campus.Time.GetUtcNow().AddMinutes(2) }));


        await _campus.Handle(About(StepName.Badge));

        _campus.Outside.Badges.ShouldBeEmpty();
        await _campus.Pass(TimeSpan.FromMinutes(1.9));
        _campus.Outside.Badges.ShouldBeEmpty();
        await _campus.Pass(TimeSpan.FromMinutes(0.3));
        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Done);
    }

    [Fact]
    public async Task Who_lost_the_claim_to_a_worker_that_succeeded_tells_nobody_that_it_failed()
    {
        await Decided();
        _campus.Outside.Before[ConnectionRole.Badges] = () =>
        {
            Write(StepName.Badge, step => step with { State = StepState.Done });
            return new OutsideException(OutsideFault.Refused, "no");
        };

        await _campus.Handle(About(StepName.Badge));

        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Done);
        _campus.Attention.ShouldBeEmpty();
        _campus.Waiting.ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_lost_the_claim_sends_nothing_on_for_whoever_holds_it_does(bool isDone)
    {
        await Decided();
        _campus.Outside.Before[ConnectionRole.Badges] = () =>
        {
            Write(StepName.Badge, step => step with { State = StepState.Running, Until = _campus.Time.GetUtcNow().AddMinutes(2) });
            return isDone ? null : new OutsideException(OutsideFault.Unavailable, "later");
        };

        await _campus.Handle(About(StepName.Badge));

        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Running);
        _campus.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_step_that_another_worker_writes_meanwhile_becomes_a_failed_one_all_the_same()
    {
        await Decided();
        Meanwhile(() =>
            Write(StepName.Badge, step => step with { State = StepState.Waiting, Until = _campus.Time.GetUtcNow().AddMinutes(2) }));

        await _campus.Own(About(StepName.Badge));

        _campus
            .Award![StepName.Badge]
            .ShouldSatisfyAllConditions(step => step.State.ShouldBe(StepState.Failed), step => step.Until.ShouldBeNull());
    }

    [Fact]
    public async Task The_sweeper_leaves_to_another_worker_what_it_has_just_taken()
    {
        await Decided();
        await _campus.Pass(TimeSpan.FromMinutes(11));
        Meanwhile(() =>
            Write(StepName.Transcript, step => step with { State = StepState.Running, Until = _campus.Time.GetUtcNow().AddMinutes(2) }));

        (await _campus.Sweeper.Sweep(default)).ShouldBe(1);

        _campus.Take().Envelope.Message.ShouldBe(new StepDue(_campus.Award!.Id, StepName.Badge));
        _campus.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task An_award_that_came_to_rest_unseen_is_no_longer_among_the_open_ones()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
        await _campus.Storage.Open(_campus.Award!.Id, _campus.Award.Opened, default);
        await _campus.Pass(TimeSpan.FromMinutes(11));

        (await _campus.Sweeper.Sweep(default)).ShouldBe(0);

        _campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_system_that_the_institution_has_no_more_is_named_and_so_is_the_remedy()
    {
        await Decided();
        var campus = await WithTheAwardOf(OneInstitution.Only with
        {
            Connections = OneInstitution.Only.Connections.Where(connection => connection.Key != ConnectionRole.Badges).ToDictionary(),
        });

        (await Should.ThrowAsync<InvalidOperationException>(() => campus.Handle(About(StepName.Badge))))
            .Message.ShouldBe("The institution 'lacnord' has no Badges connection any more; give it one or replay the step later.");
    }

    [Fact]
    public async Task A_micro_credential_that_the_catalogue_has_no_more_is_named_and_so_is_the_remedy()
    {
        await Decided();
        var campus = await WithTheAwardOf(OneInstitution.Only with { MicroCredentials = new Dictionary<string, MicroCredential>() });

        (await Should.ThrowAsync<InvalidOperationException>(() => campus.Handle(About(StepName.Badge)))).Message.ShouldBe(
            "The institution 'lacnord' has no micro-credential 'water-sampling' any more; put it back or replay the step later.");
    }

    [Fact]
    public async Task A_step_of_no_award_is_a_mistake_that_the_host_counts() =>
        (
            await Should.ThrowAsync<FormatException>(() =>
                _campus.Handle(Envelope.Of("id", new StepDue(new(DossierId.Of(OneInstitution.Id, "nobody", "x"), 0), StepName.Badge))))
        ).Message.ShouldStartWith("There is no award lacnord-");

    private async Task Decided()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        _campus.LoseMessages();
    }

    /// <summary>The same award in a hub whose institution's files have changed since.</summary>
    private async Task<Campus> WithTheAwardOf(Institution institution)
    {
        var campus = new Campus(institution);
        var dossier = _campus.Dossier;
        await campus.Storage.Decide(new() { Id = dossier.Id }, new(new(dossier.Evidence), dossier.Decision!, dossier.Awards, []), default);
        return campus;
    }

    private Envelope About(StepName step) => Envelope.Of("id", new StepDue(_campus.Award!.Id, step));

    private void Meanwhile(Action another) => _campus.Storage.BeforeSave = () =>
    {
        _campus.Storage.BeforeSave = null;
        another();
    };

    private void Write(StepName name, Func<Step, Step> change) =>
        _campus.Storage.Save(_campus.Award!.Id, [change(_campus.Award[name])], [], default).GetAwaiter().GetResult().ShouldNotBeNull();
}
