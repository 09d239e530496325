using System.Net;
using System.Net.Http.Headers;
using IntegrationHub.Core.Badges;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>Places in the status lists: never given twice, telling nothing of the order, cheap to ask for.</summary>
[Collection(nameof(OnePublicHub))]
public sealed class StatusListTests(PublicHub hub)
{
    [Fact]
    public async Task Credentials_issued_at_once_have_places_of_their_own_in_no_order()
    {
        var learners = Enumerable.Range(0, 16).Select(_ => hub.Campus.NewLearner()).ToList();

        var issued = await Task.WhenAll(learners.Select(learner => hub.Issue(learner)));

        var indexes = issued.OrderBy(one => one.Json["validFrom"]!.GetValue<string>(), StringComparer.Ordinal)
            .Select(one => int.Parse(one.Status["statusListIndex"]!.GetValue<string>(), null)).ToList();
        var sorted = indexes.Order().ToList();
        indexes.Distinct().Count().ShouldBe(16);
        indexes.SequenceEqual(sorted).ShouldBeFalse();
        (indexes.Max() - indexes.Min()).ShouldBeGreaterThan(StatusEntry.Bits / 4);
        sorted.Zip(sorted.Skip(1), (one, next) => next - one).Count(gap => gap == 1).ShouldBeLessThan(4);
    }

    [Fact]
    public async Task Several_processes_at_once_never_give_a_place_twice()
    {
        var institution = $"status{Guid.NewGuid():N}";
        var processes = Enumerable.Range(0, 5).Select(_ => Lists()).ToList();

        var places = await Task.WhenAll(
            Enumerable.Range(0, 500).Select(at => processes[at % 5].Allocate(institution, CancellationToken.None)));


        places.Distinct().Count().ShouldBe(500);
        places.ShouldAllBe(place => place.List == 0 && place.Index >= 0 && place.Index < StatusEntry.Bits);
    }

    [Fact]
    public async Task Changes_by_several_processes_at_once_are_all_kept()
    {
        var institution = $"status{Guid.NewGuid():N}";
        var processes = Enumerable.Range(0, 4).Select(_ => Lists()).ToList();
        var places = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => processes[0].Allocate(institution, CancellationToken.None)));

        await Task.WhenAll(
            places.Select(
                (place, at) => processes[at % 4].Set(institution, StatusPurpose.Revocation, place, isSet: true, CancellationToken.None)));

        var bits = (await processes[0].Read(institution, StatusPurpose.Revocation, 0, CancellationToken.None))
            .ShouldNotBeNull()
            .Bits.ToArray();
        places.ShouldAllBe(place => (bits[place.Index / 8] & (0x80 >> (place.Index % 8))) != 0);
        bits.Sum(one => int.PopCount(one)).ShouldBe(24);
    }

    [Fact]
    public async Task A_list_is_sent_again_only_when_it_changed()
    {
        const string list = "/issuers/lacnord/status/revocation-0";
        var issued = await hub.Issue();
        using var first = await hub.Anybody.GetAsync(list);
        using var known = await Ask(list, first.Headers.ETag!);

        await hub.Api.Act(issued.Award, "revoke", new("Erreur."), CancellationToken.None);

        known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await known.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        first.Headers.CacheControl.ShouldNotBeNull().ShouldSatisfyAllConditions(
            control => control.Public.ShouldBeTrue(),
            control => control.MaxAge.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(5)));
        await RunningHub.Until(async () =>
        {
            using var now = await Ask(list, first.Headers.ETag!);
            return now.StatusCode == HttpStatusCode.OK && now.Headers.ETag != first.Headers.ETag;
        });
    }

    [Theory]
    [InlineData("/issuers/lacnord/status/revocation-1")]
    [InlineData("/issuers/lacnord/status/revocation-x")]
    [InlineData("/issuers/lacnord/status/revocation--1")]
    [InlineData("/issuers/lacnord/status/0-0")]
    [InlineData("/issuers/lacnord/status/Revocation-0")]
    [InlineData("/issuers/lacnord/status/revocation-00")]
    [InlineData("/issuers/lacnord/status/message-0")]
    [InlineData("/issuers/nowhere/status/revocation-0")]
    public async Task A_list_that_is_not_there_is_404(string list)
    {
        using var answer = await hub.Anybody.GetAsync(list);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpResponseMessage> Ask(string list, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, list);
        request.Headers.IfNoneMatch.Add(known);
        return await hub.Anybody.SendAsync(request);
    }

    /// <summary>What one more process of the hub has.</summary>
    private IStatusLists Lists() => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddStorage(new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", hub.Storage)]).Build())
        .BuildServiceProvider()
        .GetRequiredService<IStatusLists>();
}
