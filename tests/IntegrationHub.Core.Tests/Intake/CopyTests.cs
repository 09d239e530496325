using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Intake;

/// <summary>A copy of an LMS, made for a test, plays with the real one's address and password.</summary>
public sealed class CopyTests
{
    private const string Real = "moodle.example.ca";
    private const string Copy = "moodle-test.example.ca";

    [Fact]
    public async Task A_copy_of_an_LMS_awards_nothing_and_a_person_is_told()
    {
        var campus = new Campus();
        await Deliver(campus, "event-1", "900100001", Real);

        await Deliver(campus, "event-2", "900100002", Copy);

        campus.Award.ShouldNotBeNull();
        var item = campus.Attention.ShouldHaveSingleItem();
        item.Cause.ShouldBeOfType<UnreadableDelivery>();
        item.Detail.ShouldNotBeNull().ShouldContain(Copy);
        item.Detail.ShouldContain(Real);
        item.Detail.ShouldContain(LmsSite.Hosts);
        (await campus.Storage.Waiting(OneInstitution.Id, item.Id, default).ToListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task However_much_a_copy_sends_a_person_is_told_once()
    {
        var campus = new Campus();
        await Deliver(campus, "event-1", "900100001", Real);
        for (var sent = 2; sent < 10; sent++)
            await Deliver(campus, $"event-{sent}", "900100002", Copy);

        campus.Attention.ShouldHaveSingleItem().Count.ShouldBe(8);
    }

    [Fact]
    public async Task Of_a_source_that_states_its_sites_the_door_has_looked()
    {
        var campus = new Campus(
            OneInstitution.With(source =>
                source with
                {
                    Settings = new Dictionary<string, string> { [LmsSite.Hosts] = $"{Real} {Copy}" },
                }));
        await Deliver(campus, "event-1", "900100001", Real);
        await Deliver(campus, "event-2", "900100002", Copy);

        campus.Attention.ShouldBeEmpty();
        campus.Storage.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_names_no_site_is_taken_as_before()
    {
        var campus = new Campus();
        await Deliver(campus, "event-1", "900100001", Real);
        await Deliver(campus, "event-2", "900100002", null);

        campus.Attention.ShouldBeEmpty();
        campus.Storage.All.Count.ShouldBe(2);
    }

    private static async Task Deliver(Campus campus, string id, string student, string? site)
    {
        await campus.Deliver(
            OneInstitution.Assessed(91, id) with
            {
                Learner = [new(LearnerReferenceKind.StudentNumber, student)],
                Site = LmsSite.At(site),
            });
        await campus.Work();
    }
}
