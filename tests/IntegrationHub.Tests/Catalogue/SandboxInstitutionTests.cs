using IntegrationHub.Catalogue;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue;

public sealed class SandboxInstitutionTests
{
    private static readonly string Folder = Repository.Path("src", "IntegrationHub.Sandbox", "Institutions");

    private readonly Institution _lacnord = CatalogueFolders.Open(Folder, settings: ("SandboxUrl", "http://localhost:7080")).Get("lacnord");

    [Fact]
    public void The_sandbox_institution_is_faultless() =>
        CatalogueLint.Check(Folder, name => name == "SandboxUrl" ? "http://localhost:7080" : null).ShouldBeEmpty();

    [Fact]
    public void It_shows_every_way_of_recording_and_both_ways_of_proof()
    {
        var all = _lacnord.MicroCredentials.Values;
        all.Count().ShouldBeGreaterThanOrEqualTo(6);
        all.Select(entry => entry.Record.Kind).Distinct().Order().ShouldBe([RecordTargetKind.None, RecordTargetKind.SectionGrade, RecordTargetKind.NonCourse]);
        all.Select(entry => entry.Assessment.EnforcedByLms).Distinct().Count().ShouldBe(2);
        all.ShouldContain(entry => entry.Offerings.Select(offering => offering.Source).Distinct().Count() == 2);
    }

    [Fact]
    public void Each_of_its_micro_credentials_says_what_is_learned_how_it_is_assessed_and_what_comes_of_it() =>
        _lacnord.MicroCredentials.Values.ShouldAllBe(entry =>
            entry.Summary.LearningOutcomes.Count > 0 && entry.Summary.Participation != null && entry.Summary.AssessmentType != null && entry.Summary.Outcome != null);
}
