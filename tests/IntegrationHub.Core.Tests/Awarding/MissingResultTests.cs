using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>A course is completed without a result, and its micro-credential states a threshold.</summary>
public sealed class MissingResultTests
{
    private static readonly Completion Course = OneInstitution.Assessed(0, "course") with
    {
        Kind = CompletionKind.Completed,
        Assessment = null,
        Score = null,
    };

    private static readonly Completion Graded = OneInstitution.Assessed(91, "grade", minute: 5) with { Assessment = null };

    [Fact]
    public async Task It_is_told_where_no_other_event_can_bring_the_result()
    {
        var campus = new Campus(Offering(new Offering("lms", OneInstitution.Course)));
        await Deliver(campus, Course);

        campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<ResultMissing>();
        await campus.Doubts.Take(OneInstitution.Id, campus.Attention.Single().Id, "85", default);
        await campus.Work();

        campus.Award!.Decision.Percent.ShouldBe(85);
        campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_settles_itself_when_the_result_comes()
    {
        var campus = new Campus(Offering(new Offering("lms", OneInstitution.Course)));
        await Deliver(campus, Course);
        await Deliver(campus, Graded);

        campus.Attention.ShouldBeEmpty();
        campus.Award!.Decision.Percent.ShouldBe(91);
        campus.Dossier.Evidence.Select(item => item.EventId).ShouldBe(["course", "grade"], ignoreOrder: true);
    }

    [Fact]
    public async Task It_is_not_told_where_the_result_came_before()
    {
        var campus = new Campus(Offering(new Offering("lms", OneInstitution.Course)));
        await Deliver(campus, Graded);
        await Deliver(campus, Course with { At = Graded.At.AddMinutes(1) });

        campus.Attention.ShouldBeEmpty();
        campus.Dossier.Evidence.Count.ShouldBe(2);
    }

    [Fact]
    public async Task It_is_not_told_where_grades_come_by_events_of_their_own()
    {
        var campus = new Campus(Offering(new Offering("lms", OneInstitution.Course)) with { Sources = OneInstitution.Only.Sources });
        await Deliver(campus, Course);

        campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_not_told_where_any_offering_of_the_source_names_an_assessment()
    {
        var campus = new Campus(Offering(
            new Offering("lms", OneInstitution.Course),
            new Offering("lms", "4102", OneInstitution.Summative)));
        await Deliver(campus, Course);

        campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_told_again_for_a_renewal()
    {
        var campus = new Campus(Offering(new Offering("lms", OneInstitution.Course)));
        await Deliver(campus, Graded with { At = Graded.At.AddMonths(-13) });
        await Deliver(campus, Course);

        campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<ResultMissing>();
    }

    private static Institution Offering(params Offering[] offerings) => OneInstitution.With(source => source with
    {
        Settings = new Dictionary<string, string> { ["gradesApart"] = "no" },
    }) with
    {
        MicroCredentials = new Dictionary<string, MicroCredential>
        {
            ["water-sampling"] = OneInstitution.WaterSampling with { Offerings = offerings, Validity = new(12), RenewalDays = 30 },
        },
    };

    private static async Task Deliver(Campus campus, params Completion[] completions)
    {
        await campus.Deliver(completions);
        await campus.Work();
    }
}
