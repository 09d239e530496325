using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;
using static IntegrationHub.Core.Tests.Reconciliation.Reconciled;

namespace IntegrationHub.Core.Tests.Reconciliation;

/// <summary>What is doubted is asked about once, however often the LMS tells it.</summary>
public sealed class DoubtfulReconciliationTests
{
    private const string Student = "900100001";

    private readonly Campus _campus = new(Institution([.. OneInstitution.WaterSampling.Offerings]));
    private readonly List<Completion> _first = [];

    public DoubtfulReconciliationTests() =>
        _campus.Outside.Courses[new(OneInstitution.Course, [OneInstitution.Course, "EAU-1"])] = _first;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_waits_for_a_doubt_to_be_settled_or_was_discarded_is_not_new_each_night(bool isDiscarded)
    {
        _first.Add(Told(Student, 910));
        Counts(await Run(_campus, Graded.AddDays(-1))).ShouldBe((1, 1, 0));

        var item = _campus.Attention.ShouldHaveSingleItem();
        if (isDiscarded)
            await _campus.Doubts.Discard(OneInstitution.Id, item.Id, "A slip", default);
        await _campus.Work();

        Counts(await Run(_campus, Graded.AddDays(-1))).ShouldBe((1, 0, 1));
        _campus.Attention.Count.ShouldBe(isDiscarded ? 0 : 1);
    }

    [Fact]
    public async Task What_waits_by_an_event_is_known_when_the_LMS_tells_the_same()
    {
        await _campus.Deliver(OneInstitution.Assessed(910, minute: 4));
        await _campus.Work();
        _first.Add(Told(Student, 910));

        Counts(await Run(_campus, Graded.AddDays(-1))).ShouldBe((1, 0, 1));
        _campus.Attention.ShouldHaveSingleItem().Count.ShouldBe(1);
    }
}
