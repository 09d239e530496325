using System.Text.RegularExpressions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>
/// What is stated and cannot be read is neither absent, nor nought, nor withdrawn, and yes or no as text is what it says: in every place
/// of every kind.
/// </summary>
public sealed partial class StatedResultTests
{
    private static readonly string[] Numbers = ["\"62,5\"", "\"85%\"", "\"1,000\"", "\"85/100\"", "\"\"", "true", "{}", "[85]"];
    private static readonly string[] Flags =
        ["muted", "grading_complete", "mastery", "success", "completion", "is_passing", "Passed"];

    private static readonly string[] Words = ["\"perhaps\"", "2", "{}", "[true]"];

    public static TheoryData<string> Doubted =>
        [.. StatedResults.All.Where(place => place.Doubts is not null).Select(place => place.Member)];

    [Theory]
    [MemberData(nameof(Doubted))]
    public void What_cannot_be_read_is_doubted_and_takes_nothing_back(string member)
    {
        var place = Place(member);
        foreach (var value in (IsFlag(member) ? Words : Numbers).Where(value => IsStated(member, value)))
        {
            var completion = place.Read(value).Completions.ShouldHaveSingleItem(value);

            completion.Kind.ShouldNotBe(CompletionKind.Undone, value);
            completion.Score.ShouldBeNull(value);
            completion.Passed.ShouldBeNull(value);
            completion.Doubts.ShouldHaveSingleItem(value).Of.ShouldBe(place.Doubts!.Value);
            // The number that it is of, else what stands there; never anything but figures.
            (completion.Doubts[0].Figure ?? "").ShouldAllBe(sign => !char.IsLetter(sign) && sign != '{');
        }
    }

    [Theory]
    [InlineData("Canvas score", "\"17\"", 85)]
    [InlineData("Canvas override_score", "\"85\"", 85)]
    [InlineData("Canvas final_score", "\"85\"", 85)]
    [InlineData("Caliper scoreGiven", "\"17\"", 85)]
    [InlineData("Blackboard score", "\"8.5\"", 85)]
    [InlineData("Ags scoreGiven", "\"42.5\"", 85)]
    [InlineData("Statements raw", "\"85\"", 85)]
    [InlineData("Statements scaled", "\"0.85\"", 85)]
    [InlineData("GenericJson FieldSettings.Score", "\"85\"", 85)]
    public void A_number_written_as_text_is_the_number(string member, string value, int percent)
    {
        var completion = Place(member).Read(value).Completions.ShouldHaveSingleItem();

        completion.Kind.ShouldNotBe(CompletionKind.Undone);
        completion.Score!.Percent.ShouldBe(percent);
        completion.Doubts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Canvas score")]
    [InlineData("Canvas override_score")]
    [InlineData("Caliper scoreGiven")]
    [InlineData("Blackboard score")]
    [InlineData("Ags scoreGiven")]
    [InlineData("Statements raw")]
    [InlineData("GenericJson FieldSettings.Score")]
    public void What_is_null_is_absent_and_no_doubt(string member) =>
        Place(member).Read("null").Completions.ShouldAllBe(completion => completion.Doubts.Count == 0);

    [Theory]
    [InlineData("\"false\"", false)]
    [InlineData("\"non\"", false)]
    [InlineData("\"Échoué\"", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"oui\"", true)]
    [InlineData("\"Réussi\"", true)]
    [InlineData("1", true)]
    public void A_pass_word_is_read_in_either_language(string word, bool passed)
    {
        Place("GenericJson FieldSettings.Passed").Read(word).Completions.ShouldHaveSingleItem().Passed.ShouldBe(passed);
        Place("OpenEdx is_passing").Read(word).Completions.ShouldHaveSingleItem().Passed.ShouldBe(passed);
        Place("Canvas mastery").Read(word).Completions.ShouldHaveSingleItem().Passed.ShouldBe(passed);
    }

    [Fact]
    public void A_statement_that_says_false_as_text_is_no_success()
    {
        Place("Statements success").Read("\"false\"").Completions.ShouldHaveSingleItem().Passed.ShouldBe(false);
        Place("Statements completion").Read("\"false\"").Completions.ShouldBeEmpty();
    }

    [Fact]
    public void Every_place_in_the_code_that_reads_a_number_or_a_flag_is_among_them()
    {
        var root = Repository.Path("src", "IntegrationHub.Connectors", "Lms");
        var found =
            from file in System.IO.Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            from Match use in Use().Matches(File.ReadAllText(file))
            select $"{Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0]} {use.Groups["member"].Value}";

        found.Distinct().Except(["Caliper count"]).ShouldBe(StatedResults.All.Select(place => place.Member), ignoreOrder: true);
    }

    [Fact]
    public void No_reader_takes_a_number_for_absent_that_it_cannot_read() =>
        System.IO.Directory
            .EnumerateFiles(Repository.Path("src", "IntegrationHub.Connectors", "Lms"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains(".Number(\"", StringComparison.Ordinal))
            .Select(Path.GetFileName)
            .ShouldBe(["CaliperGrade.cs"], "the number of an attempt only");

    private static StatedResults.Place Place(string member) => StatedResults.All.Single(place => place.Member == member);

    private static bool IsFlag(string member) =>
        Flags.Any(flag => member.EndsWith(flag, StringComparison.Ordinal));

    // Open edX prints each value as text, and no other; an empty field of a form is none; a whole score is an object.
    private static bool IsStated(string member, string value) => member.Split(' ') switch
    {
        ["OpenEdx", "is_passing"] => value is not ("{}" or "[true]"),
        ["OpenEdx", "grade" or "percent_grade"] => value is not ("\"\"" or "{}" or "[85]" or "true"),
        ["GenericJson", _] => value != "\"\"",
        ["Statements", "score"] => value != "{}",
        _ => true,
    };

    [GeneratedRegex(
        """\b(?:Figure|Flag|Number)(?:\.Of)?\((?:fields\.Text\(|json, |"score", )?"?(?<member>(?<=")\w+(?=")|FieldSettings\.\w+)""")]
    private static partial Regex Use();
}
