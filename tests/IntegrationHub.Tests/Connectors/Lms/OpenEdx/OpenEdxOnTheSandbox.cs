using System.Text.Json.Nodes;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.OpenEdx;

public sealed class OpenEdxOnTheSandbox(CampusThatSends sending) : LmsContract, IClassFixture<CampusThatSends>
{
    private readonly Campus _campus = sending.Campus;

    internal override Hub Hub => _campus.Hub;

    internal override ILms Lms => Hub.Lms("openedx");

    internal override Source Source { get; } =
        Arrived.Source("openedx") with
        {
            Secrets = new Dictionary<string, InboundSecret> { ["address"] = new("OPENEDX_ADDRESS") },
        };

    internal override (string Course, string? Assessment, string LmsId) Expected => (
        $"course-v1:LacNord+{_campus.Course(0)["code"]}+2026A", null, $"{_campus.Learner(0)["canvasId"]}");

    internal override Task<Delivery> Completed() => Send(new());

    internal override Task<Delivery> Assessed() => Send(new() { ["score"] = 85 });

    internal override Task<Delivery> Noise() => Send(new() { ["event"] = "session-login" });

    internal override Task<Delivery> Forged() => Send(new() { ["as"] = "forged" });

    internal override byte[] Json(Delivery delivery) => delivery.Body.ToArray();

    internal override Delivery With(Delivery delivery, byte[] json) => delivery with { Body = json };

    [Theory]
    [InlineData("certificate-revoked", CompletionKind.Undone)]
    [InlineData("passing-lost", CompletionKind.Assessed)]
    public async Task A_form_says_what_JSON_says(string name, CompletionKind kind)
    {
        var (json, form) = (await Send(new() { ["event"] = name }), await Send(new() { ["event"] = name, ["form"] = true }));

        foreach (var delivery in new[] { json, form })
        {
            (await Admits(Source, delivery)).ShouldBeTrue();
            var completion = Lms.Read(Source, delivery).Completions.ShouldHaveSingleItem();
            completion.Kind.ShouldBe(kind);
            completion.Courses.ShouldBe([Expected.Course]);
            completion.Learner.Count.ShouldBe(3);
        }
    }

    private Task<Delivery> Send(JsonObject what) => sending.Send("openedx", what);
}
