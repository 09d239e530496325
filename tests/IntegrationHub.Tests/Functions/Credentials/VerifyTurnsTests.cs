using System.Net;
using IntegrationHub.Connectors.Badges.OwnIssuer;
using IntegrationHub.Connectors.Badges.Recognition;
using IntegrationHub.Functions.Api;
using IntegrationHub.Functions.Credentials;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.Console;
using IntegrationHub.Tests.Console;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Credentials;

/// <summary>However many files strangers bring at once, the hub goes on.</summary>
public sealed class VerifyTurnsTests : IAsyncLifetime
{
    private PublicHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await PublicHub.Start();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Theory]
    [InlineData("verify", "en", "The hub is busy with other verifications", "send it again")]
    [InlineData("verify", "fr", "Le carrefour est occupé par d’autres vérifications", "envoyez-le de nouveau")]
    [InlineData("learner/{token}/record", "en", "The hub is busy with other verifications", "send it again")]
    [InlineData("learner/{token}/recognition", "fr", "Le carrefour est occupé par d’autres vérifications", "envoyez-le de nouveau")]
    public async Task Who_finds_no_turn_is_asked_to_come_back_and_then_has_one(string path, string language, string title, string text)
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        var action = $"/{path.Replace("{token}", _hub.TokenOf(id), StringComparison.Ordinal)}?lang={language}";
        var held = new TaskCompletionSource<IResult>();
        var isStranger = path == "verify";
        Task<IResult> Hold() =>
            isStranger
                ? _hub.Turns.Take(null!, null!, () => held.Task, default)
                : _hub.Turns.TakeOfLearner(null!, null!, () => held.Task, default);
        var holding = Enumerable.Range(0, PublicHub.MostTurns).Select(_ => Hold()).ToList();

        var busy = await _hub.Post("/verify", action, ("file", "{}"u8.ToArray()));

        busy.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        busy.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(10));
        var words = Pages.Words(await busy.Content.ReadAsStringAsync());
        words.ShouldContain(title);
        words.ShouldContain(text);
        var others = isStranger ? $"/learner/{_hub.TokenOf(id)}/recognition" : "/verify";
        (await _hub.Post("/verify", others, ("file", "{}"u8.ToArray()))).StatusCode.ShouldNotBe(
            HttpStatusCode.ServiceUnavailable,
            "strangers do not keep learners out");


        held.SetResult(Results.Ok());
        await Task.WhenAll(holding);
        (await _hub.Post("/verify", action, ("file", "{}"u8.ToArray()))).StatusCode.ShouldNotBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Together_they_compute_on_half_of_the_processors_and_nobody_who_waits_holds_one()
    {
        using var turns = new VerifyTurns(VerifyTurns.Processors + 8, TimeSpan.FromSeconds(10));
        var (computing, most) = (0, 0);
        var network = new TaskCompletionSource();

        var waiting = Enumerable.Range(0, VerifyTurns.Processors).Select(_ => turns.Take(null!, null!, async () =>
        {
            await network.Task;
            return Results.Ok();
        }, default)).ToList();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => turns.Take(null!, null!, async () =>
        {
            for (var round = 0; round < 5; round++)
            {
                InterlockedMax(ref most, Interlocked.Increment(ref computing));
                Thread.SpinWait(20_000);
                Interlocked.Decrement(ref computing);
                await Task.Yield();
            }

            return Results.Ok();
        }, default)));

        most.ShouldBeInRange(1, VerifyTurns.Processors);
        waiting.ShouldAllBe(one => !one.IsCompleted);
        network.SetResult();
        await Task.WhenAll(waiting);
    }

    /// <summary>The API admits nobody without the key, and has no turns to wait for.</summary>
    [Fact]
    public void Every_function_that_verifies_what_anybody_brings_takes_turns()
    {
        Type[] verifiers = [typeof(HubVerifier), typeof(OutsideCredentials), typeof(CredentialVerifier), typeof(EndorsementImport)];
        var open = typeof(VerifyFunctions).Assembly.GetTypes()
            .Select(type =>
                (
                    Type: type,
                    Needs: type.GetConstructors()
                        .SelectMany(constructor => constructor.GetParameters())
                        .Select(parameter => parameter.ParameterType)
                        .ToList()))
            .Where(one => one.Needs.Intersect(verifiers).Any() && !one.Needs.Contains(typeof(ApiHandler)))
            .ToList();

        open.Select(one => one.Type)
            .ShouldBe([typeof(VerifyFunctions), typeof(RecordFunctions), typeof(RecognitionFunctions)], ignoreOrder: true);
        open.ShouldAllBe(one => one.Needs.Contains(typeof(VerifyTurns)));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var known = Volatile.Read(ref most); value > known; known = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, value, known);
    }
}
