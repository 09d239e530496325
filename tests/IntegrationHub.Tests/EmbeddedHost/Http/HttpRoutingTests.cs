using System.Net;
using IntegrationHub.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.EmbeddedHost.Http;

public sealed class HttpRoutingTests : IAsyncLifetime
{
    private readonly TestHost _host = new([typeof(SampleHttpFunctions)], configure: builder =>
        builder.Services.AddSingleton(new Greeting("hello")));
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync() => _http = await _host.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("/", "hello from /")]
    [InlineData("/awards/northern/12", "GET northern 12  Award")]
    [InlineData("/AWARDS/a%2Fb/12", "GET a%2Fb 12  Award")]
    [InlineData("/files", "[]")]
    [InlineData("/files/a/b.css", "[a/b.css]")]
    [InlineData("/pages", "1")]
    [InlineData("/pages/7", "7")]
    [InlineData("/Anything", "GET")]
    public async Task A_path_reaches_its_function_with_its_values(string path, string answer) =>
        (await _http.GetStringAsync(path)).ShouldBe(answer);

    [Theory]
    [InlineData("PUT", "/awards/northern/12")]
    [InlineData("HEAD", "/awards/northern/12")]
    [InlineData("OPTIONS", "/awards/northern/12")]
    [InlineData("POST", "/")]
    [InlineData("GET", "/awards/northern/twelve")]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/api/Anything")]
    public async Task A_wrong_verb_or_an_unknown_path_is_not_found(string verb, string path)
    {
        using var answer = await _http.SendAsync(new(new(verb), path));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Functions_may_share_a_route_when_their_verbs_differ()
    {
        using var deleted = await _http.DeleteAsync("/awards/northern/12");
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var posted = await _http.PostAsync("/awards/northern/12", new StringContent("body"));
        (await posted.Content.ReadAsStringAsync()).ShouldBe("POST northern 12 body Award");
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("DELETE")]
    public async Task Without_a_list_of_verbs_a_function_answers_every_verb(string verb)
    {
        using var answer = await _http.SendAsync(new(new(verb), "/Anything"));
        (await answer.Content.ReadAsStringAsync()).ShouldBe(verb);
    }

    [Theory]
    [InlineData("/broken")]
    [InlineData("/pages/seven")]
    public async Task An_exception_is_a_500_with_an_empty_body(string path)
    {
        using var answer = await _http.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_exception_after_the_answer_began_cuts_it_off() =>
        await Should.ThrowAsync<HttpRequestException>(() => _http.GetStringAsync("/broken/late"));

    [Fact]
    public async Task A_body_over_30_MB_is_a_500_because_nobody_maps_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/awards/northern/12")
        {
            Content = new ByteArrayContent(new byte[30_000_001]),
        };
        request.Headers.ExpectContinue = true;
        using var answer = await _http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }
}
