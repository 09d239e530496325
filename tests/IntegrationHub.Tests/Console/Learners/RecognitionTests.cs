using System.Net;
using IntegrationHub.Api;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Console;
using IntegrationHub.Testing.Pipeline;
using Refit;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Learners;

/// <summary>A learner brings a credential of another college of the same hub, on the own page.</summary>
public sealed class RecognitionTests : IAsyncLifetime
{
    /// <summary>The same person next door.</summary>
    private static readonly Learner NextDoor = PublicSamples.Maika with { Id = "l9", PersonId = "p9", StudentNumber = "778" };

    private static readonly MicroCredential Certificate = PublicSamples.FirstAid with
    {
        Code = "certificate",
        Summary = new() { Title = new("Certificat", "Certificate"), Description = new("D", "D") },
        Assessment = null,
        Stacks = [new(StackMeasure.All, 0, [new([PublicSamples.Water.Code]), new(["rivers"])])],
    };

    private PublicHub _hub = null!;

    public async ValueTask InitializeAsync()
    {
        _hub = await PublicHub.Start();
        _hub.Change(lac =>
            lac with
            {
                Recognised = new Dictionary<string, RecognisedCredential>
                {
                    ["rivers"] = new("rivers", new("Eaux des Rivières", "Waters of the Rivers"), PublicSamples.Neighbour.Issuer!.Did, []),
                },
                MicroCredentials = new Dictionary<string, MicroCredential>(lac.MicroCredentials) { [Certificate.Code] = Certificate },
            });
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task The_page_says_what_counts_and_takes_it_in()
    {
        var home = await Home();
        Pages.Words(await _hub.Page($"{home}?lang=fr")).ShouldContain("Eaux des Rivières");

        var answer = await Bring(home, await Document(await _hub.IssueNextDoor(NextDoor)));

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var command = _hub.Sent.Select(sent => sent.Message).OfType<CredentialRecognition>().Single();
        command.ShouldSatisfyAllConditions(
            sent => sent.Learner.ShouldBe(PublicSamples.Maika.Id),
            sent => sent.MicroCredential.ShouldBe("certificate"),
            sent => sent.Credential.Earned.ShouldBe(PublicHub.Earned),
            sent => sent.Credential.ValidUntil.ShouldBe(PublicHub.Earned.AddMonths(24)));
        Pages.Words(await _hub.Page(answer.Headers.Location!.OriginalString)).ShouldContain("It counts toward your pathway in a moment");
    }

    [Fact]
    public async Task What_does_not_count_is_refused_with_its_reason_in_the_learner_s_language()
    {
        var home = await Home();

        var own = await Bring(home, await Document(await _hub.Issue(PublicSamples.Maika, PublicSamples.FirstAid)));
        own.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Pages.Words(await own.Content.ReadAsStringAsync()).ShouldContain("North Lake College does not recognize this credential");

        var another = await Bring(home, await Document(await _hub.IssueNextDoor(PublicSamples.Aputi)), "fr");
        Pages.Words(await another.Content.ReadAsStringAsync()).ShouldContain("Ce titre est celui de quelqu’un d’autre");
        _hub.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_neighbour_no_more_is_known_than_its_public_document_tells()
    {
        var home = await Home();
        var id = await _hub.IssueNextDoor(NextDoor);
        var document = await Document(id);
        await _hub.Say(id, CredentialStatus.Suspended, "under review next door");

        var html = Pages.Words(await (await Bring(home, document)).Content.ReadAsStringAsync());

        html.ShouldContain("Genuine, but revoked");
        html.ShouldNotContain("under review next door");
    }

    [Fact]
    public async Task Where_nothing_from_elsewhere_counts_the_page_asks_for_nothing()
    {
        _hub.Change(lac => lac with { Recognised = new Dictionary<string, RecognisedCredential>() });
        Pages.Words(await _hub.Page($"{await Home()}?lang=en")).ShouldNotContain("Use a credential from another institution");
    }

    [Fact]
    public async Task The_registrar_brings_it_by_student_number_over_the_api()
    {
        _hub.Change(lac => lac with { Connections = OneInstitution.Only.Connections });
        var document = await Document(await _hub.IssueNextDoor(NextDoor));
        (await Refused(document, "900100001")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _hub.SignIn();

        var another = await Refused(document, "900100001");
        (await Refused(document, "1")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Refused([], "900100001")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var taken = await Send(document, "900100001", NextDoor.Email);

        another.Content.ShouldNotBeNull().ShouldContain("--email");
        taken.For.ShouldHaveSingleItem().ShouldBe("certificate");
        _hub.Sent.ShouldHaveSingleItem().Message.ShouldBeOfType<CredentialRecognition>();
    }

    private Task<RecognitionResponse> Send(byte[] file, string studentNumber, string? email = null) =>
        _hub.Api.Recognise("lacnord", new(studentNumber, email, file), TestContext.Current.CancellationToken);

    private Task<ApiException> Refused(byte[] file, string studentNumber) =>
        Should.ThrowAsync<ApiException>(() => Send(file, studentNumber));

    private async Task<string> Home() => $"/learner/{_hub.TokenOf(await _hub.Issue(PublicSamples.Maika))}";

    private Task<byte[]> Document(CredentialId id) => _hub.Visitor.GetByteArrayAsync($"/credentials/{id}.json");

    private Task<HttpResponseMessage> Bring(string home, byte[] document, string language = "en") =>
        _hub.Post(home, $"{home}/recognition?lang={language}", ("file", document));
}
