using IntegrationHub.Catalogue;
using IntegrationHub.Catalogue.Faults;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Attention;

/// <summary>What people of an institution, and of the hub, have before them.</summary>
public sealed class AttentionReaderTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);

    private readonly InMemoryStorage _storage = new();
    private readonly Campus _campus = new();

    [Fact]
    public async Task The_latest_comes_first_the_hub_s_own_among_them()
    {
        await Raise(OneInstitution.Id, "first", Monday);
        await Raise(AttentionItem.OfTheHub, "second", Monday.AddHours(1));
        await Raise(OneInstitution.Id, "third", Monday.AddHours(2));
        await Raise("elsewhere", "not ours", Monday.AddHours(3));
        var reader = new AttentionReader(_storage, new StudentNumbers(_storage, _storage), new OneInstitution());

        (await reader.All(null, default)).Select(item => item.Source).ShouldBe(["third", "second", "first"]);
        (await reader.All(OneInstitution.Id, default)).Select(item => item.Source).ShouldBe(["third", "first"]);
        (await reader.All(AttentionItem.OfTheHub, default)).Select(item => item.Source).ShouldBe(["second"]);
        (await reader.All("elsewhere", default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_to_look_a_learner_up_is_told_the_student_number_and_no_store_keeps_it()
    {
        await _campus.Deliver(OneInstitution.Assessed(910));
        await _campus.Work();

        (await _campus.Get<AttentionReader>().All(null, default)).ShouldHaveSingleItem().StudentNumber.ShouldBe("900100001");

        _campus.Attention.ShouldHaveSingleItem().StudentNumber.ShouldBeNull();
    }

    [Fact]
    public async Task An_item_about_an_award_tells_whose_it_is()
    {
        _campus.Outside.Before[ConnectionRole.Sis] = () => _campus.Award is null ? null : new OutsideException(OutsideFault.Refused, "no");
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();

        var item = (await _campus.Get<AttentionReader>().All(null, default)).ShouldHaveSingleItem();

        item.Cause.ShouldBeOfType<StepFailed>();
        item.StudentNumber.ShouldBe("900100001");
    }

    [Fact]
    public async Task Faults_of_a_catalogue_are_one_item_told_again_only_when_they_change_and_gone_when_mended()
    {
        var raiser = new AttentionRaiser(
            _campus.Storage,
            new(_campus.Storage, _campus.Storage, _campus, _campus.Time),
            _campus,
            _campus.Time);
        await raiser.RaiseIfChanged(FaultyFiles.Of(OneInstitution.Id, Fault(3)), default);
        await raiser.RaiseIfChanged(FaultyFiles.Of(OneInstitution.Id, Fault(3)), default);
        (_campus.Attention.ShouldHaveSingleItem().Count, _campus.Attention[0].Detail).ShouldBe((1, "water.yaml:3 unknown-key"));

        await raiser.RaiseIfChanged(FaultyFiles.Of(OneInstitution.Id, Fault(9)), default);
        (_campus.Attention.ShouldHaveSingleItem().Count, _campus.Attention[0].Detail).ShouldBe((2, "water.yaml:9 unknown-key"));

        await raiser.Settle(FaultyFiles.Of(OneInstitution.Id), default);
        _campus.Attention.ShouldBeEmpty();
    }

    private static CatalogueFault Fault(int line) => new("water.yaml", line, 1, "unknown-key", new("…", "…"), new("…", "…"));

    private Task<bool> Raise(string institution, string source, DateTimeOffset at) =>
        _storage.Raise(StoredItems.Of("SourceSilent", new(source, ""), institution) with { First = at, Last = at }, default);
}
