using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Notices;
using IntegrationHub.Storage;
using IntegrationHub.Tests.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Storage;

/// <summary>What was stored once is read by every later release, and nobody changes a shape unawares.</summary>
public sealed class ShapeTests
{
    private const string Rule =
        "Stored shapes: see Shapes.cs. A member that may be missing is free; anything else is a new version of the shape: raise it there, read it one release before writing it, and put its golden files into a folder of their own.";

    public static TheoryData<string> Names => [.. Golden.Shapes.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_stored_in_version_1_is_read_and_says_the_same(string name)
    {
        var shape = Golden.Shapes.Single(one => one.Name == name);
        var golden = Golden.Read($"{name.Replace("[]", "List", StringComparison.Ordinal)}.json", () => Golden.Sample(shape)).ShouldNotBeNull($"The golden file of {name} was made just now: look at it and commit it.");

        var read = JsonSerializer.Deserialize(golden, Golden.TypeOf(shape));

        SaysAll(JsonSerializer.SerializeToNode(read, Golden.TypeOf(shape)), golden, name);
        MayLack(Golden.TypeOf(shape), golden, name);
    }

    [Fact]
    public void No_enumeration_has_a_value_that_an_older_release_does_not_know()
    {
        var now = Golden.Shapes.SelectMany(Golden.Enumerations).Append(typeof(LearnerNoticeKind)).Distinct().OrderBy(one => one.Name, StringComparer.Ordinal)
            .ToDictionary(one => one.Name, Enum.GetNames);
        now["MessageKinds"] = [.. Kinds()];
        now["Cause"] = [.. StoredItems.Causes.Select(cause => cause.Name)];
        var golden = Golden.Read("enumerations.json", () => JsonSerializer.SerializeToNode(now)!).ShouldNotBeNull("The golden file of the enumerations was made just now: look at it and commit it.");

        foreach (var (name, values) in golden.AsObject())
            now[name].ShouldBe(values!.AsArray().Select(value => value!.GetValue<string>()), ignoreOrder: true, $"{name}. {Rule} As long as there has been no release, delete enumerations.json and run this twice.");
    }

    [Fact]
    public void Every_kind_of_message_of_version_1_is_read_with_its_reference()
    {
        var read = File.ReadLines(Path.Combine(Golden.Folder, "messages.jsonl")).Select(Messages.Read).ToList();

        read.Select(message => message.Kind).Distinct().ShouldBe(Kinds(), ignoreOrder: true);
        foreach (var message in read)
            Understood(message).ShouldBeTrue(message.Kind);
        read[0].Payload!.EventId.ShouldBe("E1");
        read.Single(message => message.Kind == MessageKinds.Step).Slot.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("""{"v":2,"id":"T","institution":"lacnord","kind":"step","ref":"lacnord-A-0/Badge"}""")]
    [InlineData("""{"v":2,"id":"T","institution":"lacnord","kind":{"name":"step"}}""")]
    [InlineData("""{"v":3,"another":[]}""")]
    public void A_message_of_a_newer_release_is_told_from_one_that_nobody_can_read(string text) =>
        Should.Throw<NewerShapeException>(() => Messages.Read(text)).Message.ShouldContain("newer release");

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"v":1,"id":"T"}""")]
    [InlineData("""{"v":"2"}""")]
    public void What_nobody_can_read_is_poison(string text) => Should.Throw<JsonException>(() => Messages.Read(text));

    [Fact]
    public void A_message_without_a_version_is_of_the_first() =>
        Messages.Read("""{"id":"T","institution":"lacnord","kind":"erase","ref":"L"}""").Ref.ShouldBe("L");

    [Fact]
    public void A_row_without_a_version_is_of_the_first_and_a_newer_one_is_left_alone()
    {
        var row = new TableEntity("lacnord", "L") { ["Json"] = Golden.Sample(typeof(IntegrationHub.Core.Erasure.Erasure)).ToJsonString() };
        row.Read(Json.Default.Erasure).Learner.ShouldBe("text é");
        row["V"] = 1;
        row.Read(Json.Default.Erasure).Learner.ShouldBe("text é");
        row["V"] = 2;
        Should.Throw<NewerShapeException>(() => row.Read(Json.Default.Erasure)).Message.ShouldContain("lacnord/L");
    }

    private static bool Understood(Envelope message) => message.Kind switch
    {
        MessageKinds.Delivery => message.Payload is not null || message.Ref is not null,
        MessageKinds.Completion => message.Ref!.Contains('#', StringComparison.Ordinal),
        MessageKinds.Step or MessageKinds.Replay or MessageKinds.Ended => message.AboutStep().Award.Cycle == 0,
        MessageKinds.Part => AwardId.TryParse(message.Ref!.Split('/')[0], out _),
        MessageKinds.Act => ActCommand.Parse(message.Ref).Act.Reason!.EndsWith("with / in it", StringComparison.Ordinal),
        MessageKinds.Move => MoveCommand.Parse(message.Ref).To == "OTHERID",
        MessageKinds.Recognition => Recognition.Parse(message.Ref).Credential.Id == "https://badges.example.ca/credentials/1",
        MessageKinds.Letter => LearnerNotice.Parse(message.Ref).Key == "E1",
        _ => message.Ref is not null,
    };

    private static IEnumerable<string> Kinds() =>
        typeof(MessageKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    /// <summary>Everything that was stored is still said, wherever more is said now.</summary>
    private static void SaysAll(JsonNode? now, JsonNode? golden, string where)
    {
        switch (golden)
        {
            case JsonObject members:
                foreach (var (name, member) in members)
                    SaysAll(now.ShouldBeOfType<JsonObject>(where)[name], member, $"{where}.{name}");
                break;
            case JsonArray items:
                now.ShouldBeOfType<JsonArray>(where).Count.ShouldBe(items.Count, where);
                for (var at = 0; at < items.Count; at++)
                    SaysAll(now[at], items[at], $"{where}[{at}]");
                break;
            default:
                JsonNode.DeepEquals(now, golden).ShouldBeTrue($"{where} was {golden?.ToJsonString()} and is {now?.ToJsonString()}. {Rule}");
                break;
        }
    }

    /// <summary>What was not stored then may be missing.</summary>
    private static void MayLack(JsonTypeInfo type, JsonNode golden, string where)
    {
        foreach (var member in Golden.Members(type).Where(_ => type.Kind == JsonTypeInfoKind.Object))
        {
            if (golden[member.Name] is { } stored)
                MayLack(Golden.TypeOf(member.PropertyType), stored, $"{where}.{member.Name}");
            else
                (member.IsRequired || member.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }).ShouldBeFalse($"{where}.{member.Name} is new and must be there. {Rule}");
        }

        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element })
            MayLack(Golden.TypeOf(element), golden[0]!, $"{where}[]");
    }
}
