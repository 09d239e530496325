using System.Buffers.Text;
using System.Text;
using Google.Protobuf;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>Whether <see cref="Privacy"/> finds what it looks for: each hub of these tests is looked through when it ends.</summary>
[Collection(nameof(OneHub))]
public sealed class PrivacyTests(RunningHub hub)
{
    [Fact]
    public async Task What_a_hub_tells_is_looked_through_whole_and_a_planted_learner_is_found_in_it()
    {
        var learner = hub.Campus.NewLearner();
        await RunningHub.Until(() => hub.Told().Any(one => one.Where == "/v1/metrics"));
        var told = hub.Told().ToList();
        var logLine = told.FindIndex(one => one.Where.StartsWith("log line", StringComparison.Ordinal));
        var export = told.FindIndex(one => one.Where == "/v1/logs");
        told[logLine] = (told[logLine].Where, told[logLine].Text + learner.Name.ToUpperInvariant());
        told[export] = (told[export].Where, told[export].Text + Uri.EscapeDataString(learner.Email));

        var leaks = Privacy.Of(hub.Campus, hub.Settings).Leaks(told);

        leaks.Count.ShouldBe(2);
        leaks.ShouldContain(leak =>
            leak.StartsWith("a learner (", StringComparison.Ordinal)
            && leak.Contains($"in {told[logLine].Where}: ", StringComparison.Ordinal));
        leaks.ShouldContain(leak => leak.Contains("in /v1/logs: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_key_of_a_page_that_a_letter_led_to_and_each_secret_are_forbidden()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Complete(learner, "CYB120");
        await hub.DoneAwardOf(learner);
        var letter = hub.Campus.MailOf(learner).ShouldHaveSingleItem();
        string[] secrets =
        [
            hub.AdminKey,
            .. hub.Settings.Where(setting => setting.Key.StartsWith("LACNORD_", StringComparison.Ordinal)).Select(setting => setting.Value),
        ];

        var privacy = Privacy.Of(hub.Campus, hub.Settings);

        privacy.Leaks([("here", letter.Content)]).ShouldHaveSingleItem();
        foreach (var secret in secrets)
            privacy.Leaks([("here", $"GET /hooks/lacnord/forms~{secret}")]).ShouldHaveSingleItem();
    }

    [Fact]
    public void Where_nothing_came_that_is_said_too()
    {
        Privacy.Unseen([("log line 1", "Institution lacnord is in force"), ("/v1/logs", "lacnord")]).ShouldBeEmpty();
        Privacy
            .Unseen([("log line 1", "Institution lacnord is in force"), ("/v1/traces", "lacnord")])
            .ShouldHaveSingleItem()
            .ShouldContain("/v1/logs");
    }

    [Theory]
    [InlineData("Zoé d'Été")]
    [InlineData("901000001")]
    [InlineData("zoe.ete@example.ca")]
    public void A_word_is_found_in_protobuf_in_json_and_in_an_address(string word)
    {
        var privacy = new Privacy().Forbid(word, "the word");
        var span = new byte[64];
        var output = new CodedOutputStream(span);
        output.WriteTag(9, WireFormat.WireType.LengthDelimited);
        output.WriteString(word);
        output.Flush();

        foreach (var text in new[]
            {
                Encoding.UTF8.GetString(span),
                System.Text.Json.JsonSerializer.Serialize(new { word }),
                Uri.EscapeDataString(word),
                $"xx{word}yy",
                $"eyJ.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"a signed body with {word} in it, long enough"))}.x",
            })
            privacy.Leaks([("here", text)]).ShouldHaveSingleItem().ShouldStartWith("the word ('");
        privacy.Leaks([("here", "lacnord")]).ShouldBeEmpty();
    }
}
