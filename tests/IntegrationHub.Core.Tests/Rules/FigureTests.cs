using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Texts;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>No text shows two equal figures that differ, and none that reads as reached what is not.</summary>
public sealed partial class FigureTests
{
    [Theory]
    [InlineData("79.996", "80", "79.996")]
    [InlineData("79.9999", "80", "79.9999")]
    [InlineData("80.004", "80", "80.004")]
    [InlineData("79.98", "80", "79.98")]
    [InlineData("66.6667", "80", "66.67")]
    [InlineData("80", "79.995", "80")]
    [InlineData("79.994", "79.995", "79.99")]
    [InlineData("80.0000", "80", "80")]
    [InlineData("85", "", "85")]
    public void A_score_has_as_many_decimals_as_tell_it_from_its_threshold(string score, string threshold, string text) =>
        Figures.Score(Number(score)!.Value, Number(threshold), CultureInfo.InvariantCulture).ShouldBe(text);

    [Theory]
    [InlineData("79.995", "79.995")]
    [InlineData("80.00", "80")]
    [InlineData("66.666666", "66.666666")]
    public void A_threshold_is_written_as_it_is_stated(string threshold, string text) =>
        Figures.Exact(Number(threshold)!.Value, CultureInfo.InvariantCulture).ShouldBe(text);

    [Theory]
    [InlineData("fr", "79,996")]
    [InlineData("en", "79.996")]
    public void An_explanation_never_says_that_eighty_is_below_eighty(string language, string score)
    {
        var sentence = Explanation.Of(new(RuleName.Threshold, RuleVerdict.NotMet, Input: 79.996m, Needed: 80), null, language);

        sentence.ShouldContain(score);
        Explanation.Narrative(language, new(Outcome.Earned, 1, 79.996m, 80, 1, "e", default)).ShouldContain(score);
    }

    [Fact]
    public void No_other_code_writes_a_score_or_a_threshold()
    {
        var written =
            from file in Directory.EnumerateFiles(Repository.Path("src"), "*.*", SearchOption.AllDirectories)
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
            where Path.GetFileName(file) is not ("Figures.cs" or "Mutation.cs")
            where !file.Contains("IntegrationHub.Sandbox", StringComparison.Ordinal)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            from Match use in Written().Matches(File.ReadAllText(file))
            select $"{Path.GetFileName(file)}: {use.Value}";

        written.ShouldBeEmpty();
    }

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?i:percent|threshold|score|scoreBelow|needed)(?:\.Value)?\.ToString\(|\{[^{}""]*(?i:threshold|needed):0[^{}]*\}")]
    private static partial Regex Written();
}
