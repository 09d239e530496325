using IntegrationHub.Connectors.Lms.Authentication;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Transcripts;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Storage;
using IntegrationHub.Tests.Connectors.Mail;
using IntegrationHub.Tests.Connectors.Sis;
using IntegrationHub.Tests.Connectors.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors;

/// <summary>A system that answers a request with success and nonsense is no outage for those who ask it something else.</summary>
public sealed class NonsenseTests(Campus campus) : IClassFixture<Campus>
{
    private const string Guid = "1ea00000-0000-4000-8000-000000000001";

    private static readonly string[] Bodies =
        ["<!DOCTYPE html><title>Maintenance</title>", "", "null", "[null]", "{}", "[{}]", "\"x\"", "42", "{\"id\":", "[[]]"];

    private static readonly Dictionary<string, Func<Hub, Connection, Campus, Task>> Requests = new()
    {
        ["Sis ethos: find"] = (hub, sis, campus) => hub.Sis("ethos").FindPerson(campus.Institution, sis, "900100001", Cancellation),
        ["Sis ethos: grade"] = (hub, sis, campus) => hub.Sis("ethos").Record(campus.Institution, sis, Grade, Cancellation),
        ["Sis ethos: confirm"] = (hub, sis, campus) => hub.Sis("ethos").Confirm(campus.Institution, sis, Grade, "x", Cancellation),
        ["Sis ethos: withdraw"] = (hub, sis, campus) => hub.Sis("ethos").Withdraw(campus.Institution, sis, Grade, "x", Cancellation),
        ["Sis ethos: non-course"] = (hub, sis, campus) => hub.Sis("ethos").Record(campus.Institution, sis, NonCourse, Cancellation),
        ["Badges badgr: issue"] = (hub, badges, campus) => hub.Badges("badgr").Issue(campus.Institution, badges, Order, Cancellation),
        ["Badges badgr: find"] = (hub, badges, campus) => hub.Badges("badgr").Find(campus.Institution, badges, Order, Cancellation),
        ["Badges badgr: revoke"] = (hub, badges, campus) => hub.Badges("badgr").Change(
            campus.Institution,
            badges,
            new(Order.Award.Id, "badge-1", CredentialStatus.Revoked, null, Order.Award.Opened),
            Cancellation),
        ["Channel workflows"] = (hub, channel, campus) =>
            hub.Channel("workflows").Post(campus.Institution, channel, ChannelContract.Notice(), Cancellation),
        ["Mail graph"] = (hub, mail, campus) =>
            hub.Mailbox("graph").Send(campus.Institution, mail, MailboxContract.Message(), Cancellation),
        ["Directory graph"] = (hub, directory, campus) => hub.Directory("graph").StudentNumbers(
            campus.Institution, directory, [new LearnerReference(LearnerReferenceKind.Email, "a@example.ca")], Cancellation),
        ["Lms canvas: user"] = (hub, lms, campus) => hub.Api("canvas").FindUser(campus.Institution, lms, "1", Cancellation),
        ["Lms canvas: courses"] = (hub, lms, campus) => hub.Api("canvas").FindCourses(Line(campus, lms), "abc", false, Cancellation),
        ["Lms canvas: course"] = (hub, lms, campus) => hub.Api("canvas").FindCourses(Line(campus, lms), "abc", true, Cancellation),
        ["Lms canvas: read"] = (hub, lms, campus) => hub.Api("canvas").Read(Line(campus, lms), Asked, null, Cancellation),
        ["Lms moodle: read"] = (hub, lms, campus) => hub.Api("moodle").Read(Line(campus, lms), Asked, null, Cancellation),
        ["Lms moodle: user"] = (hub, lms, campus) => hub.Api("moodle").FindUser(campus.Institution, lms, "1", Cancellation),
        ["Lms moodle: courses"] = (hub, lms, campus) => hub.Api("moodle").FindCourses(Line(campus, lms), "abc", false, Cancellation),
    };

    public static TheoryData<string, string> All => new(from request in Requests.Keys from body in Bodies select (request, body));

    public static TheoryData<string> Answers => new(Bodies);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TranscriptEntry Grade => SisContract.Entry(
        Guid, new(RecordTargetKind.SectionGrade, Section: Guid, Grade: Guid, GradeType: Guid, WithdrawnGrade: Guid));

    private static TranscriptEntry NonCourse => SisContract.Entry(Guid, new(RecordTargetKind.NonCourse, Code: "M1"));

    private static Inquiry Asked => new(new("1", ["1"]), ["421"], new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));

    private static BadgeOrder Order => Orders.Fresh("class-1", "a@example.ca");

    [Fact]
    public void Every_system_that_the_hub_asks_is_tried()
    {
        var kinds = HubKinds.All.Connections.Where(kind => !kind.IsTheHub).Select(kind => $"{kind.Role} {kind.Name}")
            .Concat(HubKinds.All.Sources.Where(kind => kind.ApiSecrets is not null).Select(kind => $"Lms {kind.Name}"));

        kinds.Distinct().ShouldBe(Requests.Keys.Select(request => request.Split(':')[0]).Distinct(), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nonsense_with_status_200_is_no_outage_and_no_mistake_of_the_hub(string request, string body)
    {
        await using var vendor = await Vendor.Start(app =>
        {
            app.MapPost("/auth", () => "a.b.c");
            app.MapPost("/o/token", () => Results.Text("""{"access_token":"t","expires_in":3600}""", "application/json"));
            app.MapFallback("{**path}", () => Results.Text(body, body.StartsWith('<') ? "text/html" : "application/json"));
        });

        try
        {
            await Requests[request](vendor.Hub, Connection(vendor, request), campus);
        }
        catch (OutsideException failure)
        {
            failure.Fault.ShouldBeOneOf(OutsideFault.Unreadable, OutsideFault.Refused);
            failure.Message.ShouldNotContain("<");
            if (body.StartsWith('<'))
                failure.Fault.ShouldBe(OutsideFault.Unreadable);
            return;
        }

        body.ShouldNotStartWith("<");
    }

    [Theory]
    [InlineData("Sis ethos: find", "/auth")]
    [InlineData("Badges badgr: find", "/o/token")]
    public async Task Nonsense_in_place_of_the_token_is_an_outage_for_nobody_can_ask_without_one(string request, string path)
    {
        await using var vendor = await Vendor.Start(app => app.MapPost(path, () => Results.Text(Bodies[0], "text/html")));

        var failure = await Should.ThrowAsync<OutsideException>(() =>
            Requests[request](vendor.Hub, Connection(vendor, request), campus));

        failure.Fault.ShouldBe(OutsideFault.Unavailable);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Nonsense_in_place_of_a_key_set_is_no_mistake_of_the_hub(string body)
    {
        await using var vendor = await Vendor.Start(app => app.MapGet("/jwks", () => Results.Text(body, "application/json")));
        var address = new Uri(vendor.Instead(campus.Connection(ConnectionRole.Sis)).Address!, "/jwks");

        try
        {
            (await vendor.Hub.Get<KeySets>().Find(address, "key-1", Cancellation)).ShouldBeNull();
        }
        catch (OutsideException failure)
        {
            failure.IsTransient.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task What_came_instead_is_told_by_its_kind_and_size()
    {
        await using var vendor = await Vendor.Start(app =>
        {
            app.MapPost("/auth", () => "a.b.c");
            app.MapGet("/api/persons", () => Results.Text(Bodies[0], "text/html"));
        });

        var failure = await Should.ThrowAsync<OutsideException>(() =>
            Requests["Sis ethos: find"](vendor.Hub, Connection(vendor, "Sis ethos: find"), campus));

        failure.Message.ShouldStartWith(
            "Ethos answered GET /api/persons with something that is not the JSON it should be (text/html, 41 bytes).");
    }

    private Connection Connection(Vendor vendor, string request)
    {
        var words = request.Split(' ', ':');
        return Enum.Parse<ConnectionRole>(words[0]) switch
        {
            ConnectionRole.Lms => vendor.Instead(campus.Api(words[1])),
            // Its address is a secret.
            ConnectionRole.Channel => campus.Connection(ConnectionRole.Channel),
            var role => vendor.Instead(campus.Connection(role)),
        };
    }

    private static PacedConnection Line(Campus campus, Connection connection)
    {
        var (storage, pipeline) = (new InMemoryStorage(), new IntegrationHub.Testing.Pipeline.Campus());
        var gateway = new OutboundGateway(
            new(storage, new(), TimeProvider.System),
            new AttentionRaiser(storage, new(storage, storage, pipeline, TimeProvider.System), pipeline, TimeProvider.System),
            TimeProvider.System);
        return new(gateway, campus.Institution, connection);
    }
}
