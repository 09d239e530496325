using System.Text.Json.Nodes;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Tests.Catalogue;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Reconciled;

public sealed class FormsOnTheSandbox(CampusThatSends sending) : LmsContract, IClassFixture<CampusThatSends>
{
    private readonly Campus _campus = sending.Campus;

    internal override Hub Hub => _campus.Hub;

    internal override ILms Lms => Hub.Lms("json");

    // As the sandbox institution's file says it, with the test's secret.
    internal override Source Source { get; } =
        CatalogueFolders
            .Open(Repository.Path("src", "IntegrationHub.Sandbox", "Institutions"), settings: ("SandboxUrl", "http://localhost:7080"))
            .Get("lacnord")
            .Sources["forms"] with
        {
            Secrets = new Dictionary<string, InboundSecret> { ["address"] = new("FORMS_ADDRESS") },
        };

    internal override (string Course, string? Assessment, string LmsId) Expected => ($"{_campus.Course(0)["code"]}", null, "");

    internal override LearnerReference Learner => new(LearnerReferenceKind.StudentNumber, $"{_campus.Learner(0)["studentNumber"]}");

    internal override Task<Delivery> Completed() => Send(new());

    internal override Task<Delivery> Assessed() => Send(new() { ["score"] = 85 });

    internal override Task<Delivery> Noise() => Send(new() { ["event"] = "form.opened" });

    internal override Task<Delivery> Forged() => Send(new() { ["as"] = "forged" });

    internal override byte[] Json(Delivery delivery) => delivery.Body.ToArray();

    internal override Delivery With(Delivery delivery, byte[] json) => delivery with { Body = json };

    [Fact]
    public async Task A_form_says_what_JSON_says()
    {
        var completion = Lms.Read(Source, await Send(new() { ["score"] = 85, ["form"] = true })).Completions.ShouldHaveSingleItem();

        completion.Score.ShouldBe(new Score(85, 0, 100));
        completion.Learner.ShouldContain(Learner);
    }

    private Task<Delivery> Send(JsonObject what) => sending.Send("json", what);
}
