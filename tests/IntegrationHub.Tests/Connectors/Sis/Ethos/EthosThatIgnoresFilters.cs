using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Transcripts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Sis.Ethos;

/// <summary>Whatever the SIS answers, nobody else's record is taken for the learner's.</summary>
public sealed class EthosThatIgnoresFilters(Campus campus) : IClassFixture<Campus>
{
    private const string Final = "f0000000-0000-4000-8000-000000000001";
    private const string MidTerm = "f0000000-0000-4000-8000-000000000002";
    private const string Pass = "f0000000-0000-4000-8000-000000000003";
    private const string Section = "5ec00000-0000-4000-8000-000000000001";
    private const string Learner = "1ea00000-0000-4000-8000-000000000001";
    private const string Stranger = "57a00000-0000-4000-8000-000000000001";

    private readonly ConcurrentQueue<JsonNode> _written = new();
    private JsonNode[] _registrations =
    [
        Registration("theirs", Stranger, Section),
        Registration("elsewhere", Learner, MidTerm),
        Registration("ours", Learner, Section),
    ];
    private JsonNode[] _submitted = [];
    private JsonNode[] _transcript = [];

    private static TranscriptEntry Entry =>
        SisContract.Entry(Learner, new(RecordTargetKind.SectionGrade, Section: Section, Grade: Pass, GradeType: Final));

    [Fact]
    public async Task The_grade_goes_to_the_learners_own_registration()
    {
        await using var ethos = await Start();

        (await Record(ethos)).Recorded.ShouldBeFalse();

        _written.ShouldHaveSingleItem()["sectionRegistration"]!["id"]!.GetValue<string>().ShouldBe("ours");
    }

    [Theory]
    [InlineData(Stranger, Section)]
    [InlineData(Learner, MidTerm)]
    public async Task Registrations_of_others_only_are_refused(string person, string section)
    {
        _registrations = [Registration("theirs", person, section)];
        await using var ethos = await Start();

        (await Should.ThrowAsync<OutsideException>(() => Record(ethos))).Fault.ShouldBe(OutsideFault.Refused);

        _written.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_strangers_submitted_grade_is_not_overwritten_and_proves_nothing_about_ours()
    {
        _submitted = [Submitted("theirs", MidTerm)];
        await using var ethos = await Start();

        var fault = await Should.ThrowAsync<OutsideException>(() => Record(ethos));

        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.Message.ShouldContain("filter");
        _written.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_strangers_submitted_grade_is_passed_over_for_ours()
    {
        _submitted = [Submitted("theirs", Final), Submitted("ours", Final)];
        await using var ethos = await Start();

        (await Record(ethos)).ShouldBe(new Recording(false, "grade of ours"));

        _written.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_strangers_grade_on_the_transcript_does_not_make_our_step_done()
    {
        _transcript = [Recorded("theirs", Stranger), Recorded("ours", Learner)];
        await using var ethos = await Start();

        (await Confirm(ethos)).ShouldBe(new Recording(true, "ours"));
        _transcript = [Recorded("theirs", Stranger)];
        (await Should.ThrowAsync<OutsideException>(() => Confirm(ethos))).Message.ShouldContain("filter");
    }

    private Task<Recording> Record(Vendor ethos) =>
        ethos.Hub.Sis("ethos").Record(campus.Institution, To(ethos), Entry, TestContext.Current.CancellationToken);

    private Task<Recording> Confirm(Vendor ethos) =>
        ethos.Hub.Sis("ethos").Confirm(campus.Institution, To(ethos), Entry, "x", TestContext.Current.CancellationToken);

    private Connection To(Vendor ethos) => ethos.Instead(campus.Connection(ConnectionRole.Sis));

    private Task<Vendor> Start() => Vendor.Start(app =>
    {
        app.MapPost("/auth", () => "aaaa.bbbb.cccc");
        app.MapGet("/api/section-registrations", () => _registrations);
        app.MapGet("/api/student-unverified-grades", () => _submitted);
        app.MapGet("/api/student-transcript-grades", () => _transcript);
        app.MapPost("/api/student-unverified-grades", Write);
        app.MapPut("/api/student-unverified-grades/{id}", Write);
    });

    private async Task<IResult> Write(HttpRequest request)
    {
        _written.Enqueue((await JsonNode.ParseAsync(request.Body))!);
        return Results.Json(Submitted("ours", Final));
    }

    private static JsonObject Registration(string id, string person, string section) =>
        new()
        {
            ["id"] = id,
            ["registrant"] = Id(person),
            ["section"] = Id(section),
            ["status"] = new JsonObject { ["registrationStatus"] = "registered" },
        };

    private static JsonObject Submitted(string registration, string type) => new()
    {
        ["id"] = $"grade of {registration}",
        ["sectionRegistration"] = Id(registration),
        ["details"] = new JsonObject { ["grades"] = new JsonArray(new JsonObject { ["type"] = Id(type), ["grade"] = Id(Pass) }) },
    };

    private static JsonObject Recorded(string id, string person) =>
        new() { ["id"] = id, ["student"] = Id(person), ["course"] = new JsonObject { ["section"] = Id(Section) }, ["grade"] = Id(Pass) };

    private static JsonObject Id(string id) => new() { ["id"] = id };
}
