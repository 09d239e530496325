using IntegrationHub.Console;
using IntegrationHub.Core.Failures;
using IntegrationHub.Functions.Acts;
using IntegrationHub.Functions.Api;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Console;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Api;

/// <summary>A storage that does not answer is a 503 with Retry-After, to a page and to the API.</summary>
public sealed class SilentStorageTests
{
    private const string Key = "open-sesame";

    private readonly ApiHandler _api =
        new(new(new ConfigurationBuilder().AddInMemoryCollection([new("Hub:AdminKey", Key)]).Build()));

    [Theory]
    [InlineData("page", "en", "cannot reach its storage")]
    [InlineData("request", "en", "cannot reach its storage")]
    [InlineData("request", "fr-CA", "ne joint pas son stockage")]
    [InlineData("act", "en", "cannot reach its storage")]
    [InlineData("act with a body", "en", "cannot reach its storage")]
    public async Task Whoever_asks_is_told_to_come_back(string what, string language, string said)
    {
        var request = Asked(language);
        static Task<ActOutcome> Act() => throw new InvalidOperationException("Wrapped.", new StorageSilentException("503 ServerBusy"));

        var answer = what switch
        {
            "page" => await IntegrationHub.Functions.Pages.PageHandler.Open(request, async page => (await Act()).OnPage(page)),
            "request" => await _api.Answer(request, async () => (await Act()).InApi(request)),
            "act" => await _api.Act(request, Act),
            _ => await _api.Act<string>(request, _ => Act(), TestContext.Current.CancellationToken),
        };

        ((IStatusCodeHttpResult)answer).StatusCode.ShouldBe(503);
        request.HttpContext.Response.Headers.RetryAfter.ToString().ShouldBe("30");
        if (what != "page")
            answer.ShouldBeOfType<ProblemHttpResult>().ProblemDetails.Detail.ShouldNotBeNull().ShouldContain(said);
    }

    [Fact]
    public async Task A_mistake_in_the_hub_is_no_silence() =>
        await Should.ThrowAsync<FormatException>(() => _api.Answer(Asked("en"), () => throw new FormatException()));

    private static HttpRequest Asked(string language)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddConsole()
            .AddSingleton<IKeyRing>(new InMemoryKeyRing()).AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        var request = new DefaultHttpContext { RequestServices = services.BuildServiceProvider() }.Request;
        request.Headers.Authorization = $"Bearer {Key}";
        request.Headers.AcceptLanguage = language;
        return request;
    }
}
