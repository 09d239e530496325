using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Canvas;

public sealed class CanvasOnTheSandbox(CampusThatSends sending) : LmsContract, IClassFixture<CampusThatSends>
{
    private readonly Campus _campus = sending.Campus;

    internal override Hub Hub => _campus.Hub;

    internal override ILms Lms => Hub.Lms("canvas");

    internal override Source Source => _campus.Institution.Sources["canvas"];

    internal override (string Course, string? Assessment, string LmsId) Expected => (
        $"{_campus.Course(0)["canvasId"]}", $"{_campus.Course(0)["assignmentId"]}", $"{_campus.Learner(0)["canvasId"]}");

    internal override Task<Delivery> Completed() => Send(new());

    internal override Task<Delivery> Assessed() => Send(new() { ["score"] = 85 });

    internal override Task<Delivery> Noise() => Send(new() { ["event"] = "asset_accessed" });

    internal override Task<Delivery> Forged() => Send(new() { ["as"] = "forged" });

    internal override byte[] Json(Delivery delivery) =>
        Base64Url.DecodeFromChars(Encoding.UTF8.GetString(delivery.Body.Span).Split('.')[1]);

    internal override Delivery With(Delivery delivery, byte[] json)
    {
        var parts = Encoding.UTF8.GetString(delivery.Body.Span).Split('.');
        return delivery with { Body = Encoding.UTF8.GetBytes($"{parts[0]}.{Base64Url.EncodeToString(json)}.{parts[2]}") };
    }

    [Theory]
    [InlineData("unknown-kid")]
    [InlineData("unsigned")]
    public async Task Only_a_signature_of_the_senders_own_keys_counts(string how) =>
        (await Admits(Source, await Send(new() { ["as"] = how }))).ShouldBeFalse();

    [Fact]
    public async Task An_unsigned_event_is_read_where_its_address_is_its_proof() =>
        Lms.Read(Source, await Send(new() { ["as"] = "unsigned" })).Completions.ShouldHaveSingleItem();

    [Fact]
    public async Task A_grade_in_Caliper_format_is_signed_alike_and_means_the_same()
    {
        var (delivery, plain) = (
            await Send(new() { ["as"] = "caliper", ["score"] = 85 }),
            Lms.Read(Source, await Assessed()).Completions.Single());


        (await Admits(Source, delivery)).ShouldBeTrue();
        var completion = Lms.Read(Source, delivery).Completions.ShouldHaveSingleItem();
        completion.Score.ShouldBe(plain.Score);
        completion.Learner.ShouldBe(plain.Learner);
        completion.Assessment.ShouldBe(plain.Assessment);
        completion.Courses.ShouldBe([Expected.Course]);
        Lms.Read(Source, await Send(new() { ["as"] = "caliper", ["event"] = "asset_accessed" }))
            .Ignored.ShouldBe([new("NavigationEvent:NavigatedTo")]);
        Lms.Read(Source with { Settings = new Dictionary<string, string> { ["accounts"] = "another-account" } }, delivery)
            .IsForeign.ShouldBeTrue();
    }

    [Fact]
    public async Task A_final_grade_that_a_teacher_set_is_the_courses() =>
        Lms.Read(Source, await Send(new() { ["event"] = "grade_override", ["score"] = 91 }))
            .Completions.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
            completion => completion.Score.ShouldNotBeNull().Percent.ShouldBe(91),
            completion => completion.Assessment.ShouldBeNull(),
            completion => completion.Courses.ShouldContain(Expected.Course));

    [Fact]
    public async Task A_payload_changed_after_signing_is_not_authentic()
    {
        var delivery = await Completed();
        var json = JsonNode.Parse(Json(delivery))!;
        json["body"]!["user"]!["id"] = "1";

        (await Admits(Source, With(delivery, Encoding.UTF8.GetBytes(json.ToJsonString())))).ShouldBeFalse();
    }

    [Fact]
    public async Task No_algorithm_is_no_signature()
    {
        var delivery = await Completed();
        var parts = Encoding.UTF8.GetString(delivery.Body.Span).Split('.');
        foreach (var alg in new[] { "none", "HS256" })
        {
            var header = JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!;
            header["alg"] = alg;
            var body = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{parts[1]}.{parts[2]}";
            (await Admits(Source, delivery with { Body = Encoding.UTF8.GetBytes(body) })).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_well_signed_event_of_another_account_is_not_ours()
    {
        var foreign = Source with { Settings = new Dictionary<string, string>(Source.Settings) { ["accounts"] = "another-account" } };

        Lms.Read(foreign, await Completed()).IsForeign.ShouldBeTrue();
        Lms.Read(foreign, await Noise()).IsForeign.ShouldBeTrue();
    }

    [Fact]
    public async Task Unreachable_keys_are_an_outage_and_not_a_forgery()
    {
        var away = Source with { Settings = new Dictionary<string, string>(Source.Settings) { ["jwks"] = "http://127.0.0.1:9/jwks" } };

        var fault = await Should.ThrowAsync<OutsideException>(async () => await Admits(away, await Completed()));

        fault.Fault.ShouldBe(OutsideFault.Unavailable);
    }

    private Task<Delivery> Send(JsonObject what) => sending.Send("canvas", what);
}
