using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Json;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Model.Institutions;

public sealed class FieldPathTests
{
    [Theory]
    [InlineData("$.data.learner.id", "data/learner/id")]
    [InlineData("data.learner-id", "data/learner-id")]
    [InlineData("a.b[0].c", "a/b/#0/c")]
    [InlineData("$[2]", "#2")]
    [InlineData("['odd name'].x", "odd name/x")]
    [InlineData("$[\"it's\"]['l\\'eau \\\\']", "it's/l'eau \\")]
    [InlineData("$['']", "")]
    [InlineData("$", null)]
    [InlineData("a:b.@id", "a:b/@id")]
    [InlineData("résultat.note", "résultat/note")]
    public void A_path_names_one_place(string text, string? steps)
    {
        FieldPath.TryParse(text, out var paths, out var fault).ShouldBeTrue();

        fault.ShouldBe(0);
        paths.ShouldHaveSingleItem().Steps.Select(step => step.Name ?? $"#{step.Index}").ShouldBe(steps?.Split('/') ?? []);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("  ", 3)]
    [InlineData("$.", 3)]
    [InlineData("$..id", 3)]
    [InlineData("$.a.*", 5)]
    [InlineData("$[*]", 3)]
    [InlineData("$[-1]", 3)]
    [InlineData("$[0:2]", 4)]
    [InlineData("$[?(@.x)]", 3)]
    [InlineData("$['open", 8)]
    [InlineData("$['a'", 6)]
    [InlineData("$['a\\n']", 6)]
    [InlineData("$a", 2)]
    [InlineData("a b..c", 5)]
    [InlineData("a['b']c", 7)]
    [InlineData("$[99999]", 8)]
    public void What_names_no_place_or_several_is_refused_where_it_goes_wrong(string text, int position)
    {
        FieldPath.TryParse(text, out _, out var fault).ShouldBeFalse();

        fault.ShouldBe(position);
    }

    [Fact]
    public void Several_paths_are_separated_by_spaces_outside_of_quotes()
    {
        FieldPath.TryParse("$.course.id  $['SIS id'] code", out var paths, out _).ShouldBeTrue();

        paths.Select(path => path.Steps[^1].Name).ShouldBe(["id", "SIS id", "code"]);
    }

    [Theory]
    [InlineData("$.a.b[1].c", "2")]
    [InlineData("$.a.b[7].c", null)]
    [InlineData("$.a.b.c", null)]
    [InlineData("$.a['x y']", "true")]
    [InlineData("$.a.empty", null)]
    [InlineData("$.a.nothing", null)]
    [InlineData("$.a", null)]
    public void A_path_is_followed_to_a_text_a_number_or_a_flag(string path, string? value) =>
        At("""{"a":{"b":[{"c":1},{"c":2}],"x y":true,"empty":"","nothing":null}}""", path).Scalar().ShouldBe(value);

    [Theory]
    [InlineData("""{"a":[{"n":"x"},{"n":"y"}]}""", "a", "n", "x y")]
    [InlineData("""[{"n":"x"},{"m":{"n":"z"},"n":"y"}]""", null, "n", "x y")]
    [InlineData("""{"m":{"n":"z"},"n":"x"}""", null, "n", "x")]
    [InlineData("""{"m":{"n":[1,"z"]},"n":"x"}""", null, "m.n[1]", "z")]
    [InlineData("""{"n":"\u0078"}""", null, "n", "-")]
    [InlineData("""{"n":1}""", null, "n", "-")]
    [InlineData("""{"a":[]}""", "a", "n", "")]
    [InlineData("""{"a":{}}""", "a", "n", null)]
    [InlineData("""{"a":[{"n":"x"},{"n":""", "a", "n", null)]
    [InlineData("nonsense", null, "n", null)]
    public void A_glance_finds_what_plainly_stands_in_each_event_and_stops_where_it_does_not_understand(
        string json,
        string? events,
        string path,
        string? found)
    {
        var (list, paths) = (events is null ? null : Path(events), Path(path));
        var texts = new List<string>();
        var understood = EventGlance.TryBegin(Encoding.UTF8.GetBytes(json), list, paths, out var glance);
        bool? more = understood;
        while (understood && (more = glance.Next()) == true)
            texts.Add(glance.Found.IsEmpty ? "-" : Encoding.UTF8.GetString(glance.Found));

        (understood && more is not null ? string.Join(' ', texts) : null).ShouldBe(found);
    }

    private static FieldPath Path(string text) =>
        FieldPath.TryParse(text, out var paths, out _) ? paths[0] : throw new FormatException(text);

    private static JsonElement? At(string json, string path) =>
        ((JsonElement?)JsonReading.Parse(Encoding.UTF8.GetBytes(json))).At(Path(path));
}
