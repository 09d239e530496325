using System.Text.Json.Nodes;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Steps;
using IntegrationHub.Functions.Stages;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Stages;

/// <summary>
/// A message acts for the institution that it names, and for no other; where it cannot be read, that one hears of it (law 14).
/// </summary>
public sealed class ForeignMessageTests
{
    private const string Neighbour = "neighbour";

    private readonly Campus _campus = new();

    /// <summary>Whatever a message names besides its institution is looked up below that institution, or names the same one.</summary>
    [Fact]
    public void A_message_of_any_kind_names_nothing_of_another_institution_or_is_refused()
    {
        var refused = new HashSet<Type>();
        foreach (var text in GoldenMessages.All)
        {
            var foreign = text.Replace("\"institution\":\"lacnord\"", $"\"institution\":\"{Neighbour}\"", StringComparison.Ordinal);
            try
            {
                var read = Messages.Read(foreign);
                read.Institution.ShouldBe(Neighbour, foreign);
                Messages.Write(read).ToString().ShouldNotContain("lacnord");
            }
            catch (UnreadableMessageException damage)
            {
                damage.Institution.ShouldBe(Neighbour, foreign);
                refused.Add(Messages.Read(text).Message.GetType());
            }
        }

        refused.ShouldBe(
            [typeof(DeliveryKept), typeof(StepDue), typeof(StepReplay), typeof(StepEnded), typeof(AwardChanged)],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{"v":1,"id":"T","institution":"lacnord","kind":"step","ref":"no-award/Badge"}""")]
    [InlineData("""{"v":1,"id":"T","institution":"lacnord","kind":"unknown","ref":"R"}""")]
    [InlineData("""{"v":2,"id":"T","kind":"step","message":{"award":"no award","step":"Badge","institution":"lacnord"}}""")]
    [InlineData("""{"v":1,"id":"T","institution":"lacnord","kind":"step","ref":"neighbour-A-0/Badge"}""")]
    [InlineData("""{"v":2,"id":"T","kind":"replay","message":{"award":"neighbour-A-0","step":"Badge","institution":"lacnord"}}""")]
    [InlineData("""{"v":2,"id":"T","kind":"kept","message":{"address":"held/A/20261101/neighbour/T1.json","institution":"lacnord"}}""")]
    public async Task What_cannot_be_read_is_kept_under_the_institution_that_it_names(string text)
    {
        await Stage().Fail(QueueNames.Badges, text, default);

        var item = _campus.Attention.ShouldHaveSingleItem();
        item.Source.ShouldBe(QueueNames.Badges);
        (await _campus.Storage.Read(item.Subject.Text!, default))!.Body.ShouldBe(text);
        item.Subject.Text!.ShouldContain($"/{OneInstitution.Id}/");
        (await _campus.Storage.Open(AttentionItem.OfTheHub, default)).ShouldBeEmpty();
        (await _campus.Storage.Open(Neighbour, default)).ShouldBeEmpty();
    }

    /// <summary>Each member of each kind in turn is missing, or is null: people are told, and can read what they are told.</summary>
    [Fact]
    public async Task A_message_that_lacks_anything_is_owned_and_its_item_can_be_shown()
    {
        var damaged = GoldenMessages.Of(version: 2).SelectMany(Lacking).ToList();
        damaged.Count.ShouldBeGreaterThan(50);
        foreach (var text in damaged)
        {
            var campus = new Campus();
            await Stage(campus).Fail(QueueNames.Badges, text, default);

            foreach (var institution in new[] { OneInstitution.Id, AttentionItem.OfTheHub })
                foreach (var item in await campus.Storage.Open(institution, default))
                    item.Cause.Work(item).ShouldNotBeNull(text);
        }
    }

    [Theory]
    [InlineData("what is this?")]
    [InlineData("""{"v":1,"id":"T","institution":"elsewhere","kind":"unknown","ref":"R"}""")]
    [InlineData("""{"v":1,"id":"T","institution":"\ud800","kind":"unknown","ref":"R"}""")]
    [InlineData("""{"v":2,"id":"T","kind":"erase","message":{"learner":"L"}}""")]
    public async Task What_names_no_institution_that_there_is_is_kept_for_the_hub_s_people(string text)
    {
        await Stage().Fail(QueueNames.Badges, text, default);

        (await _campus.Storage.Open(AttentionItem.OfTheHub, default)).ShouldHaveSingleItem();
        _campus.Attention.ShouldBeEmpty();
    }

    private static IEnumerable<string> Lacking(string text)
    {
        var members = Members((JsonObject)JsonNode.Parse(text)!["message"]!).Count();
        for (var i = 0; i < members; i++)
        {
            var (without, withNull) = (JsonNode.Parse(text)!, JsonNode.Parse(text)!);
            var (parent, name) = Members((JsonObject)without["message"]!).ElementAt(i);
            parent.Remove(name);
            (parent, name) = Members((JsonObject)withNull["message"]!).ElementAt(i);
            parent[name] = null;
            yield return without.ToJsonString();
            yield return withNull.ToJsonString();
        }
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonObject parent) =>
        parent.SelectMany(member => (member.Value as JsonObject is { } inner ? Members(inner) : []).Prepend((parent, member.Key)));

    private Stage Stage() => Stage(_campus);

    private static Stage Stage(Campus campus) => new(
        campus.Get<MessageRouter>(),
        campus.Failed,
        campus.Get<Postponement>(),
        new(StorageClients.Of("UseDevelopmentStorage=true")),
        campus.Institutions,
        campus.Options,
        NullLogger<Stage>.Instance);
}
