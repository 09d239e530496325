using IntegrationHub.Core.Reconciliation;
using IntegrationHub.EndToEnd.Azurite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>Reconciliations in real tables: found by time, written once, forgotten with their courses.</summary>
public sealed class ReconciliationStorageTests(AzuriteServer azurite) : StorageTest(azurite)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 10, 0, TimeSpan.Zero);

    private IReconciliations Kept => Get<IReconciliations>();

    [Fact]
    public async Task A_course_is_written_by_who_read_it_last_and_by_nobody_else()
    {
        var run = Run("20261124071000-a", Now);
        var course = new CourseComparison { Course = new("course/v1#2026", ["course/v1#2026", "EAU-1"]), Assessments = ["7101"] };
        (await Kept.Save(run, Cancellation)).ShouldBeTrue();
        (await Kept.Save(run, course, Cancellation)).ShouldBeTrue();
        (await Kept.Save(run, course, Cancellation)).ShouldBeFalse();

        var read = (await Kept.Course(run, course.Course.Id, Cancellation)).ShouldNotBeNull();
        (await Kept.Save(run, read with { Found = 3, New = 1, Cursor = "progress|2" }, Cancellation)).ShouldBeTrue();
        (await Kept.Save(run, read with { Found = 9 }, Cancellation)).ShouldBeFalse();

        var courses = await Kept.Courses(run, Cancellation);
        courses
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                one => one.Found.ShouldBe(3),
                one => one.Cursor.ShouldBe("progress|2"),
                one => one.Course.Names.ShouldBe(["course/v1#2026", "EAU-1"]));
    }

    [Fact]
    public async Task They_are_found_by_time_the_newest_first_and_old_ones_forgotten_with_their_courses()
    {
        Reconciliation[] runs =
        [
            Run("20251123071000-a", Now.AddDays(-366)),
            Run("20261123071000-b", Now.AddDays(-1)),
            Run("20261124071000-c", Now),
        ];
        foreach (var run in runs)
        {
            await Kept.Save(run, Cancellation);
            await Kept.Save(run, new CourseComparison { Course = new("501", ["501"]) }, Cancellation);
        }

        (await Kept.Since(Institution, "canvas", Now.AddDays(-30), Cancellation))
            .Select(run => run.Id)
            .ShouldBe(["20261124071000-c", "20261123071000-b"]);
        (await Kept.Forget(Institution, "canvas", Now.AddDays(-365), Cancellation)).ShouldBe(1);

        (await Kept.Find(Institution, "canvas", runs[0].Id, Cancellation)).ShouldBeNull();
        (await Kept.Courses(runs[0], Cancellation)).ShouldBeEmpty();
        (await Kept.Courses(runs[1], Cancellation)).ShouldHaveSingleItem();
    }

    private Reconciliation Run(string id, DateTimeOffset started) =>
        new()
        {
            Institution = Institution,
            Source = "canvas",
            Id = id,
            Window = new(started.AddDays(-2), started),
            Started = started,
        };
}
