using IntegrationHub.Testing.Connectors;
using IntegrationHub.Catalogue;
using IntegrationHub.Catalogue.Exports;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue;

public sealed class SandboxInstitutionTests
{
    private static readonly string Folder = Repository.Path("src", "IntegrationHub.Sandbox", "Institutions");

    private readonly Institution _lacnord = CatalogueFolders.Open(Folder, settings: ("SandboxUrl", "http://localhost:7080")).Get("lacnord");

    [Fact]
    public void The_sandbox_institution_is_faultless() =>
        CatalogueLint.Check(
            Folder,
            name => name == "SandboxUrl" ? "http://localhost:7080" : CatalogueOnDisk.HostSetting(name),
            HubKinds.All).ShouldBeEmpty();

    [Fact]
    public void It_shows_every_way_of_recording_and_both_ways_of_proof()
    {
        var all = _lacnord.MicroCredentials.Values;
        all.Count().ShouldBeGreaterThanOrEqualTo(6);
        all.Select(entry => entry.Record.Kind)
            .Distinct()
            .Order()
            .ShouldBe([RecordTargetKind.None, RecordTargetKind.SectionGrade, RecordTargetKind.NonCourse, RecordTargetKind.AcademicAward]);
        all.Select(entry => entry.Assessment?.EnforcedByLms).Distinct().Order().ShouldBe([null, false, true]);
        all.ShouldContain(entry => entry.Offerings.Select(offering => offering.Source).Distinct().Count() >= 2);
    }

    [Fact]
    public void It_is_faultless_on_a_platform_too()
    {
        using var catalogue = new SandboxOnDisk();
        catalogue.IssueOnAPlatform();
        catalogue.Lint().ShouldBeEmpty();
        CatalogueFolders.Open(catalogue.Folder, settings: ("SandboxUrl", "http://localhost:7080")).Get("lacnord")
            .Connection(ConnectionRole.Badges)!.Kind.ShouldBe("badgr");
    }

    [Fact]
    public void It_issues_from_the_hub() => _lacnord.Connection(ConnectionRole.Badges)!.Kind.ShouldBe("hub");

    [Fact]
    public void It_is_an_issuer_at_the_hubs_own_address() =>
        _lacnord.Issuer.ShouldNotBeNull().Did.ShouldBe("did:web:localhost%3A7071:issuers:lacnord");

    [Fact]
    public void Each_of_its_micro_credentials_holds_the_fifteen_elements_of_the_critical_information_summary() =>
        _lacnord.MicroCredentials.Values.SelectMany(entry => FifteenElements.Missing(_lacnord, entry)).ShouldBeEmpty();

    [Fact]
    public void Its_texts_try_what_signers_and_pictures_stumble_over()
    {
        var texts = _lacnord
            .MicroCredentials.Values.SelectMany(entry =>
                entry
                    .Summary.LearningOutcomes.Select(outcome => outcome.Text)
                    .Append(entry.Summary.Description)
                    .Append(entry.Summary.Resources!))
            .Select(text => text.Fr).ToList();
        foreach (var piece in new[] { "œ", "®", "ᐃᓄᒃᑎᑐᑦ" })
            texts.ShouldContain(text => text.Contains(piece));
    }

    [Fact]
    public void Its_first_aid_lapses_and_its_skills_are_those_of_public_frameworks()
    {
        _lacnord.MicroCredentials["first-aid-cpr"].Validity.ShouldBe(new Validity(36));
        _lacnord.MicroCredentials.Values.SelectMany(entry => entry.Summary.LearningOutcomes).SelectMany(outcome => outcome.Alignments)
            .Select(alignment => alignment.Framework).Distinct().Order().ShouldBe(["ESCO", "ISCO-08", "OSN"]);
    }
}
