using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Steps;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Stages;

/// <summary>
/// No kind of message is forgotten on its way: each is written, has a handler, and goes through a queue that the hub has.
/// </summary>
public sealed class MessageRouteTests
{
    private static readonly IReadOnlyList<Type> Kinds =
        [.. typeof(HubMessage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(HubMessage)) && !type.IsAbstract)];

    [Fact]
    public async Task Every_kind_of_message_is_sealed_is_handled_and_is_written()
    {
        await using var hub = new StageHub("503");

        var routes = hub.Get<IEnumerable<MessageRoute>>().ToList();

        Kinds.ShouldNotBeEmpty();
        Kinds.ShouldAllBe(kind => kind.IsSealed);
        routes.Select(route => route.Message).ShouldBe(Kinds, ignoreOrder: true);
        routes.ToDictionary(route => route.Kind, route => route.Message)
            .ShouldBe(MessageShapes.ByKind.ToDictionary(shape => shape.Key, shape => shape.Value.Type), ignoreOrder: true);
    }

    [Fact]
    public void Every_message_goes_through_a_queue_that_the_hub_has()
    {
        var queues = GoldenMessages.All.Select(text => Messages.Read(text).Message.Queue).Distinct();

        queues.ShouldBe(QueueNames.All, ignoreOrder: true);
    }

    [Fact]
    public void Every_message_can_be_written_into_an_attention_item_and_read_back()
    {
        var texts = new MessageTexts();
        foreach (var message in GoldenMessages.All.Select(text => Messages.Read(text).Message))
            texts.Write(texts.Read(message.Institution, texts.Write(message))!).ShouldBe(texts.Write(message));
    }

    [Fact]
    public void What_the_release_before_sent_again_from_an_item_of_this_one_is_read() =>
        Messages.Read("""{"v":1,"id":"T","institution":"lacnord","kind":"erase","ref":"{\"learner\":\"L\",\"institution\":\"lacnord\"}"}""")
            .Message.ShouldBe(new EraseLearner("lacnord", "L"));

    [Fact]
    public void A_step_that_had_ended_is_read_from_an_item_that_names_no_kind() =>
        new MessageTexts().Read("lacnord", "lacnord-A-0/Badge").ShouldBe(new StepEnded(AwardId.Parse("lacnord-A-0"), StepName.Badge));

    [Theory]
    [InlineData("erase {\"learner\":\"L\",\"institution\":\"neighbour\"}")]
    [InlineData("neighbour-A-0/Badge")]
    public void A_neighbours_message_is_not_read_from_an_item(string text) => new MessageTexts().Read("lacnord", text).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("alert")]
    [InlineData("a-payload-s-address.json")]
    [InlineData("unknown {}")]
    [InlineData("erase {\"learner\":")]
    [InlineData("step no-award/Badge")]
    public void Any_other_text_is_no_message(string text) => new MessageTexts().Read("lacnord", text).ShouldBeNull();
}
