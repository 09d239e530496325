using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>What people are shown of awards.</summary>
public sealed class AwardReaderTests
{
    private readonly Campus _campus = new();
    private readonly AwardQueries _reader;

    public AwardReaderTests() => _reader = Reader(OneInstitution.Only);

    [Fact]
    public async Task An_award_is_shown_with_its_learner_its_evidence_and_its_catalogue_entry()
    {
        await Earn();

        var view = (await _reader.Find(_campus.Award!.Id, default)).ShouldNotBeNull();

        view.Award.ShouldBe(_campus.Award);
        view.Institution.Id.ShouldBe(OneInstitution.Id);
        view.Learner!.StudentNumber.ShouldBe("900100001");
        view.Evidence.ShouldHaveSingleItem().EventId.ShouldBe("event-1");
        view.MicroCredential!.Version.ShouldBe(3);
        view.Title.ShouldBe(new BilingualText("Échantillonnage de l’eau", "Water sampling"));
    }

    [Fact]
    public async Task Each_cycle_shows_its_own_timeline()
    {
        await Earn();
        var id = _campus.Award!.Id;
        await _campus.Awards.Decide(id, ActKind.Revoke, "mistake", default);
        await _campus.Work();
        _campus.Time.Advance(TimeSpan.FromMinutes(1));
        await _campus.Awards.Decide(id, ActKind.Reaward, "mended", default);
        await _campus.Work();

        var (first, second) = ((await _reader.Find(id, default))!, (await _reader.Find(id with { Cycle = 1 }, default))!);

        first.Timeline.ShouldContain(entry => entry.Event == TimelineEvent.Revoked);
        second.Timeline.ShouldNotContain(entry => entry.Event == TimelineEvent.Revoked);
        second.Timeline.ShouldContain(entry => entry.Event == TimelineEvent.Reawarded);
    }

    [Fact]
    public async Task What_the_catalogue_has_no_more_is_shown_by_its_code()
    {
        await Earn();

        var view = (
            await Reader(OneInstitution.Only with { MicroCredentials = new Dictionary<string, MicroCredential>() })
                .Find(_campus.Award!.Id, default))!;


        view.MicroCredential.ShouldBeNull();
        view.Title.ShouldBe(new BilingualText("water-sampling", "water-sampling"));
    }

    [Fact]
    public async Task An_award_that_there_is_not_is_not_shown()
    {
        await Earn();

        (await _reader.Find(_campus.Award!.Id with { Cycle = 1 }, default)).ShouldBeNull();
        (await _reader.Find(new(_campus.Award.Id.Dossier with { Institution = "elsewhere" }, 0), default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_latest_awards_come_first_and_no_more_than_asked_for()
    {
        await Earn();
        await Earn("event-2", "900100002");

        (await _reader.Recent(OneInstitution.Id, 7, 10, default))
            .Select(view => view.Learner!.StudentNumber)
            .ShouldBe(["900100002", "900100001"]);
        (await _reader.Recent(OneInstitution.Id, 7, 1, default)).ShouldHaveSingleItem().Learner!.StudentNumber.ShouldBe("900100002");
        (await _reader.Recent("elsewhere", 7, 10, default)).ShouldBeEmpty();
    }

    private AwardQueries Reader(IntegrationHub.Core.Model.Institutions.Institution institution) =>
        new(_campus.Storage, _campus.Storage, _campus.Storage, new OneInstitution(institution));

    private async Task Earn(string eventId = "event-1", string student = "900100001")
    {
        await _campus.Deliver(OneInstitution.Assessed(91, eventId, student));
        await _campus.Work();
    }
}
