using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Notices;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Storage;

/// <summary>What was stored once is read by every later release, and nobody changes a shape unawares.</summary>
public sealed class ShapeTests
{
    private const string Rule =
        "Stored shapes: see Shapes.cs. A member that may be missing is free; anything else is a new version of the shape: "
            + "raise it there, read it one release before writing it, and put its golden files into a folder of their own.";

    /// <summary>The names of the kinds of messages of version 1, which are no enumeration any more.</summary>
    private const string MessageKinds = "MessageKinds";

    public static TheoryData<string> Names => [.. Golden.Shapes.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_stored_first_is_read_and_says_the_same(string name)
    {
        var shape = Golden.Shapes.Single(one => one.Name == name);
        var golden = Golden
            .Read($"{name.Replace("[]", "List", StringComparison.Ordinal)}.json", () => Golden.Sample(shape), Golden.FirstVersion(shape))
            .ShouldNotBeNull($"The golden file of {name} was made just now: look at it and commit it.");

        var read = JsonSerializer.Deserialize(golden, Golden.TypeOf(shape));

        SaysAll(JsonSerializer.SerializeToNode(read, Golden.TypeOf(shape)), golden, name);
        MayLack(Golden.TypeOf(shape), golden, name);
    }

    [Fact]
    public void No_enumeration_has_a_value_that_an_older_release_does_not_know()
    {
        var now = Golden
            .Shapes.SelectMany(Golden.Enumerations)
            .Append(typeof(LearnerNoticeKind))
            .Distinct()
            .OrderBy(one => one.Name, StringComparer.Ordinal)
            .ToDictionary(one => one.Name, Enum.GetNames);
        now["Cause"] = [.. StoredItems.Causes.Select(cause => cause.Name)];
        var golden = Golden
            .Read("enumerations.json", () => JsonSerializer.SerializeToNode(now)!)
            .ShouldNotBeNull("The golden file of the enumerations was made just now: look at it and commit it.");

        foreach (var (name, values) in golden.AsObject().Where(enumeration => enumeration.Key != MessageKinds))
            now[name]
                .ShouldBe(
                    values!.AsArray().Select(value => value!.GetValue<string>()),
                    ignoreOrder: true,
                    $"{name}. {Rule} As long as there has been no release, delete enumerations.json and run this twice.");
    }

    [Fact]
    public void Every_kind_of_message_is_written_as_it_was_and_read()
    {
        var written = GoldenMessages.Of(version: 2).ToList();

        written
            .Select(text => JsonNode.Parse(text)!["kind"]!.GetValue<string>())
            .Distinct()
            .ShouldBe(MessageShapes.ByKind.Keys, ignoreOrder: true, Rule);
        foreach (var text in written)
            Messages.Write(Messages.Read(text)).ToString().ShouldBe(text);
    }

    [Fact]
    public void Every_kind_of_message_of_version_1_is_read_and_means_the_same()
    {
        var old = GoldenMessages.Of(version: 1).ToList();

        old.Select(text => JsonNode.Parse(text)!["kind"]!.GetValue<string>()).Distinct().ShouldBe(KindsOfVersion1(), ignoreOrder: true);
        old.Select(text => Messages.Write(Messages.Read(text)).ToString()).ShouldBe(GoldenMessages.Of(version: 2));
    }

    [Theory]
    [InlineData("""{"v":3,"id":"T","institution":"lacnord","kind":"step","ref":"lacnord-A-0/Badge"}""")]
    [InlineData("""{"v":3,"id":"T","institution":"lacnord","kind":{"name":"step"}}""")]
    [InlineData("""{"v":4,"another":[]}""")]
    [InlineData("""{"v":2,"id":"T","kind":"praise","message":{"institution":"lacnord"}}""")]
    public void A_message_of_a_newer_release_is_told_from_one_that_nobody_can_read(string text) =>
        Should.Throw<NewerShapeException>(() => Messages.Read(text)).Message.ShouldContain("newer release");

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"v":1,"id":"T"}""")]
    [InlineData("""{"v":"3"}""")]
    [InlineData("""{"v":1,"id":"T","institution":"lacnord","kind":"unknown","ref":"R"}""")]
    [InlineData("""{"v":1,"id":"T","institution":"lacnord","kind":"step","ref":"no-award/Badge"}""")]
    [InlineData("""{"v":1,"id":"T","institution":"lacnord","kind":"act","ref":"learner/code/x/Revoke/now/id/"}""")]
    [InlineData("""{"v":1,"id":"T","institution":"lacnord","kind":"part","ref":"one/two/three"}""")]
    [InlineData("""{"v":2,"id":"T","kind":"step"}""")]
    [InlineData("""{"v":1,"id":"T","institution":"lacnord","kind":"letter","ref":"learner/code/99999999999/NotYet/key"}""")]
    [InlineData("""{"v":2,"id":"\ud800","kind":"erase","message":{"institution":"lacnord","learner":"L"}}""")]
    [InlineData("""{"v":2,"id":"T","kind":"step","message":{"award":"no award","step":"Badge","institution":"lacnord"}}""")]
    [InlineData("""{"v":2,"id":"T","kind":"erase","message":{"learner":"L"}}""")]
    [InlineData("""{"v":2,"id":"T","kind":"erase","message":{"institution":"lacnord","learner":"L"},"slot":"soon"}""")]
    public void What_nobody_can_read_is_poison(string text) => Should.Throw<JsonException>(() => Messages.Read(text));

    [Fact]
    public void A_message_without_a_version_is_of_the_first() =>
        Messages.Read("""{"id":"T","institution":"lacnord","kind":"erase","ref":"L"}""").Message.ShouldBe(new EraseLearner("lacnord", "L"));

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

    private static IEnumerable<string> KindsOfVersion1() =>
        Golden.Read("enumerations.json", () => new JsonObject())![MessageKinds]!.AsArray().Select(kind => kind!.GetValue<string>());

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
                (member.IsRequired || member.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }).ShouldBeFalse(
                    $"{where}.{member.Name} is new and must be there. {Rule}");
        }

        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element })
            MayLack(Golden.TypeOf(element), golden[0]!, $"{where}[]");
    }
}
