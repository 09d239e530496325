using System.Net;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Failures;
using IntegrationHub.Testing.Connectors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Http;

public sealed class OutgoingTests
{
    [Fact]
    public async Task A_private_address_is_refused_at_the_connection_whatever_the_name_says()
    {
        await using var hub = new Hub(new Dictionary<string, string>(), allowPrivate: false);
        var http = hub.Get<IHttpClientFactory>().CreateClient("Ethos");

        var fault = await Should.ThrowAsync<OutsideException>(() =>
            http.GetAsync("http://localhost:1/api/persons?criteria=secret", TestContext.Current.CancellationToken));


        fault.Fault.ShouldBe(OutsideFault.Refused);
        fault.Message.ShouldContain("Outgoing:AllowPrivate");
        fault.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_redirect_is_not_followed_for_it_could_lead_anywhere_with_our_token()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var elsewhere = builder.Build();
        var followed = 0;
        elsewhere.MapGet("/api/persons", () => Results.Redirect("/elsewhere"));
        elsewhere.MapGet("/elsewhere", () => Interlocked.Increment(ref followed));
        await elsewhere.StartAsync(TestContext.Current.CancellationToken);
        await using var hub = new Hub(new Dictionary<string, string>());
        var http = hub.Get<IHttpClientFactory>().CreateClient("Ethos");

        var fault = await Should.ThrowAsync<OutsideException>(() =>
            http.GetAsync($"{elsewhere.Urls.Single()}/api/persons", TestContext.Current.CancellationToken));

        fault.Fault.ShouldBe(OutsideFault.Refused);
        followed.ShouldBe(0);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, OutsideFault.Throttled)]
    [InlineData(HttpStatusCode.Unauthorized, OutsideFault.Unauthorised)]
    [InlineData(HttpStatusCode.Forbidden, OutsideFault.Unauthorised)]
    [InlineData(HttpStatusCode.RequestTimeout, OutsideFault.Unavailable)]
    [InlineData(HttpStatusCode.BadGateway, OutsideFault.Unavailable)]
    [InlineData(HttpStatusCode.NotAcceptable, OutsideFault.Refused)]
    [InlineData(HttpStatusCode.Conflict, OutsideFault.Refused)]
    [InlineData(HttpStatusCode.Redirect, OutsideFault.Refused)]
    public void A_status_tells_what_to_do(HttpStatusCode status, OutsideFault fault) => Faults.Of(status).ShouldBe(fault);

    [Theory]
    [InlineData("Person 900123456 (zoe@example.ca) at https://x.example.ca/a?b=c\nis unknown.", "Person … (…) at … is unknown")]
    [InlineData("No bannerId A00123456.", "No bannerId …")]
    [InlineData("student_a00123456 and GAGA12345678", "student_… and …")]
    [InlineData("""{"email":"zoe.l+1@example.ca","code":"INVALID"}""", """{"email":"…","code":"INVALID"}""")]
    [InlineData("mailto:zoe%40example.ca is taken", "mailto:… is taken")]
    [InlineData("No persons was found for GUID '1ea00000-0000-4000-8000-000000000001'", "No persons was found for GUID '…'")]
    public void A_vendors_words_lose_what_could_name_a_person(string said, string shown) => Redaction.Of(said).ShouldBe(shown);

    [Theory]
    [InlineData("Global.Internal.Error, GUID.Not.Found")]
    [InlineData("AADSTS700016: ORA-20100, error 0x80070005 in version 1.0.0, HTTP 404")]
    [InlineData("ErrorInvalidRecipients, SFVREGD_99, E10045")]
    public void A_vendors_error_codes_stay(string said) => Redaction.Of(said).ShouldBe(said);

    [Theory]
    [InlineData("http://x.example.ca/api/persons/1EA00000-0000-4000-8000-000000000001?criteria=secret", "GET /api/persons/…")]
    [InlineData("http://x.example.ca/api/persons/1ea000000000400080000000000000ff/holds", "GET /api/persons/…/holds")]
    [InlineData("http://x.example.ca/api/section-registrations", "GET /api/section-registrations")]
    public void A_request_is_named_without_the_person_in_its_path(string address, string named)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        OutsideSystem.ByPath(request).ShouldBe(named);
    }
}
