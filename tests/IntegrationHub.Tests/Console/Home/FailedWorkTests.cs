using IntegrationHub.Api;
using IntegrationHub.Console.Home;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Functions.Api;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Home;

/// <summary>A message that failed is shown as the work that it was, never as it is written: a person's words may be in it.</summary>
public sealed class FailedWorkTests
{
    private static readonly MessageFailed Cause = new(new MessageTexts());

    public static TheoryData<string> Messages =>
    [
        .. GoldenMessages.All.Select(text => Cause.Texts.Write(IntegrationHub.Storage.Messages.Read(text).Message)).Distinct(),
        "act LEARNERID/wound-care/0/Revoke/2026-11-01T12:00:00.0000000+00:00/A1/a reason, with / in it",
        """praise {"reason":"a reason","institution":"lacnord"}""",
    ];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_message_of_any_kind_is_shown_as_work_in_both_languages_and_never_as_it_is_written(string text)
    {
        var item = Cause.Of(OneInstitution.Id, "completions", text);
        var work = item.Work.ShouldNotBeNull();

        work.Words.Fr.ShouldNotBe(work.Words.En);
        foreach (var language in (string[])["fr", "en"])
        {
            var html = await Page(item, language);
            var words = Pages.Words(html);
            words.ShouldContain(work.Words.In(language));
            words.ShouldContain(language == "fr" ? "file d’attente completions" : "queue completions");
            words.ShouldNotContain("a reason");
            words.ShouldNotContain("{");
            html.Contains($"/awards/{work.Award}?", StringComparison.Ordinal).ShouldBe(work.Award is not null);
        }

        var answer = HubJsonOf(item);
        answer.ShouldNotContain("a reason");
        answer.ShouldNotContain("{\\u0022");
        item.Subject.Text.ShouldBe(text, "it is sent again as it is");
    }

    [Fact]
    public async Task A_learner_is_named_by_the_hub_s_own_id_and_an_award_is_a_link()
    {
        var text = """act {"about":{"learner":"LEARNERID","microCredential":"wound-care","cycle":0},"act":"""
            + """{"id":"A1","kind":"Revoke","cycle":0,"at":"2026-11-01T12:00:00+00:00","reason":"a reason"},"institution":"lacnord"}""";
        var item = Cause.Of(OneInstitution.Id, "completions", text);

        var html = await Page(item, "en");

        html.ShouldContain("LEARNERID");
        html.ShouldContain($"/awards/{item.Work!.Award}");
        var answer = item.ToApi();
        (answer.Subject, answer.Award, answer.Learner).ShouldBe((null, item.Work.Award.ToString(), "LEARNERID"));
    }

    [Theory]
    [InlineData("01JTRACKING", "Process a delivery (tracking ID 01JTRACKING)")]
    [InlineData("20261101/lacnord/T1.json", "Message that the hub cannot read, stored as 20261101/lacnord/T1.json")]
    [InlineData("alert", "Post an attention item in the Teams channel")]
    public void What_is_no_message_says_where_to_look(string reference, string words) =>
        Cause.Of(OneInstitution.Id, "completions", reference).Work!.Words.En.ShouldBe(words);

    private static string HubJsonOf(AttentionItem item) => System.Text.Json.JsonSerializer.Serialize(item.ToApi(), HubJson.Options);

    private static Task<string> Page(AttentionItem item, string language) => Pages.Render<HomePage>(
        language,
        ("Awards", (IReadOnlyList<AwardView>)[]),
        ("Attention", (IReadOnlyList<AttentionItem>)[item]));
}
