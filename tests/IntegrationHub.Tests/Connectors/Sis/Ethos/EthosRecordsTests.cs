using IntegrationHub.Core.Failures;
using Shouldly;
using Xunit;
using static IntegrationHub.Tests.Connectors.Sis.Ethos.EthosScene;

namespace IntegrationHub.Tests.Connectors.Sis.Ethos;

/// <summary>Each form of record and each thing that happens to it, held against what stands in the SIS afterwards.</summary>
public sealed class EthosRecordsTests(Campus campus) : IClassFixture<Campus>, IAsyncLifetime
{
    private const string Entered = "2026-02-28", Renewed = "2028-02-29";

    private readonly EthosScene _scene = new(campus);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await campus.Heal();

    [Theory]
    [InlineData(Submitted, "enter", null, "P submitted")]
    [InlineData(Rolled, "enter", null, "P recorded")]
    [InlineData(NonCourse, "enter", null, $"CO {Entered}")]
    [InlineData(Submitted, "replay", null, "P submitted")]
    [InlineData(Rolled, "replay", null, "P recorded")]
    [InlineData(NonCourse, "replay", null, $"CO {Entered}")]
    [InlineData(Submitted, "better", "'P'", "P submitted")]
    [InlineData(Rolled, "better", "'P'", "P recorded")]
    [InlineData(NonCourse, "better", null, $"CO {Entered}")]
    [InlineData(Submitted, "withdraw", null, "F submitted")]
    [InlineData(Rolled, "withdraw", null, "F recorded")]
    [InlineData(NonCourse, "withdraw", null, $"WD {Entered}")]
    [InlineData(Submitted, "back", null, "P submitted")]
    [InlineData(Rolled, "back", null, "P recorded")]
    [InlineData(NonCourse, "back", null, $"CO {Entered}")]
    [InlineData(Submitted, "renew", null, "P submitted")]
    [InlineData(Rolled, "renew", null, "P recorded")]
    [InlineData(NonCourse, "renew", null, $"CO {Entered}, CO {Renewed}")]
    [InlineData(NonCourse, "renew and withdraw", null, $"CO {Entered}, WD {Renewed}")]
    public async Task What_the_hub_does_stands_there_once(string form, string act, string? quoted, string stands)
    {
        var entry = await _scene.Enter(form);
        await Quotes(quoted, () => _scene.Do(act, entry));
        (await _scene.Stands(entry)).ShouldBe(stands);
    }

    [Theory]
    [InlineData(Submitted, "distinction", "withdraw", "'A+'", "A+ submitted")]
    [InlineData(Rolled, "distinction", "withdraw", "'A+'", "A+ recorded")]
    [InlineData(Submitted, "incomplete", "withdraw", "'I'", "I submitted")]
    [InlineData(Rolled, "incomplete", "withdraw", "'I'", "I recorded")]
    [InlineData(Submitted, "withdrawn", "withdraw", null, "W submitted")]
    [InlineData(Rolled, "withdrawn", "withdraw", null, "W recorded")]
    [InlineData(NonCourse, "XX", "withdraw", "'XX'", $"XX {Entered}")]
    [InlineData(NonCourse, "WD", "withdraw", null, $"WD {Entered}")]
    [InlineData(Submitted, "distinction", "replay", "'A+'", "A+ submitted")]
    [InlineData(Rolled, "distinction", "replay", "'A+'", "A+ recorded")]
    [InlineData(Submitted, "withdrawn", "replay", "'W'", "W submitted")]
    [InlineData(Rolled, "withdrawn", "replay", "'W'", "W recorded")]
    [InlineData(NonCourse, "XX", "replay", "'XX'", $"XX {Entered}")]
    [InlineData(Rolled, "distinction", "confirm", "'A+'", "A+ recorded")]
    [InlineData(Submitted, "distinction", "roll and confirm", "'A+'", "A+ recorded")]
    public async Task What_a_registrar_changed_is_quoted_and_left_unless_it_takes_back(
        string form,
        string given,
        string act,
        string? quoted,
        string stands)
    {
        var entry = await _scene.Enter(form);
        await _scene.GiveByHand(form, entry, given);

        await Quotes(quoted, () => _scene.Do(act, entry));

        (await _scene.Stands(entry)).ShouldBe(stands);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(406)]
    [InlineData(null)]
    public async Task Where_the_SIS_defines_no_grades_a_person_is_asked_by_the_grades_id(int? status)
    {
        var entry = await _scene.Enter(Rolled);
        await _scene.GiveByHand(Rolled, entry, "withdrawn");
        await campus.Fail(
            status is null
                ? new { system = "ethos", effect = "page", path = "grade-definitions", status = (int?)null }
                : new { system = "ethos", effect = "status", path = "grade-definitions", status });

        await Quotes(_scene.Grade("withdrawn"), () => _scene.Do("withdraw", entry));
    }

    [Theory]
    [InlineData(Submitted, "POST", "student-unverified-grades", "enter", "P submitted")]
    [InlineData(Submitted, "PUT", "student-unverified-grades", "withdraw", "F submitted")]
    [InlineData(Rolled, "PUT", "student-transcript-grades", "withdraw", "F recorded")]
    [InlineData(NonCourse, "POST", "academic-non-course", "enter", $"CO {Entered}")]
    [InlineData(NonCourse, "PUT", "academic-non-course", "withdraw", $"WD {Entered}")]
    public async Task A_write_that_was_answered_with_a_page_is_looked_up_and_not_made_again(
        string form,
        string method,
        string path,
        string act,
        string stands)
    {
        var entry = act == "enter" ? _scene.New(form) : await _scene.Enter(form);
        await campus.Fail(new { system = "ethos", effect = "page", method, path, times = 1 });
        await campus.Forget();

        (await Should.ThrowAsync<OutsideException>(() => _scene.Do(act, entry))).Fault.ShouldBe(OutsideFault.Unreadable);
        await _scene.Do(act, entry);

        (await campus.Requests("ethos", method, method == "POST" ? path : "")).ShouldBe(1);
        (await _scene.Stands(entry)).ShouldBe(stands);
    }
}
