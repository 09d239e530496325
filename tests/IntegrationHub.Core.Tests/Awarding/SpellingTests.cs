using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>Courses and assessments whose case differs from the files' are the same; what happened keeps its id.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData("eau130", "exam-a")]
    [InlineData("EAU130", "EXAM-A")]
    [InlineData("Eau130", "Exam-A")]
    public async Task A_completion_in_another_case_counts(string course, string assessment)
    {
        var offered = OneInstitution.WaterSampling with { Offerings = [new Offering("lms", "EAU130", "Exam-A")] };
        var campus = new Campus(OneInstitution.Only with
        {
            MicroCredentials = new Dictionary<string, MicroCredential> { [offered.Code] = offered },
        });

        await campus.Deliver(OneInstitution.Assessed(91) with { Courses = [course], Assessment = assessment });
        await campus.Work();

        campus.Award.ShouldNotBeNull();
        var evidence = campus.Dossier.Evidence.ShouldHaveSingleItem();
        (evidence.EventId, evidence.Assessment).ShouldBe(("event-1", "Exam-A"));
        evidence.Courses.ShouldBe(["EAU130"]);
    }

    [Fact]
    public void What_no_offering_names_stays_as_it_is()
    {
        var completion = OneInstitution.Assessed(91) with { Courses = ["Other"], Assessment = "Quiz-1" };

        var spelt = completion.SpeltAs(OneInstitution.Only.Offerings, "lms");

        (spelt.Courses.Single(), spelt.Assessment).ShouldBe(("Other", "Quiz-1"));
    }
}
