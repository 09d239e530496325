using IntegrationHub.OpenBadges.Canonical;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Canonical;

/// <summary>RDFC-1.0 on graphs whose blank nodes look alike.</summary>
public sealed class CanonicalizationTests
{
    [Fact]
    public void A_lone_blank_node_is_number_zero() =>
        Canonical("a name 'x'").ShouldBe("_:c14n0 <urn:p:name> \"x\" .\n");

    [Fact]
    public void Blank_nodes_are_numbered_by_the_hash_of_their_statements_not_by_their_order() =>
        Canonical("a name 'x'", "b name 'y'", "c name 'z'").ShouldBe(Canonical("c name 'z'", "a name 'x'", "b name 'y'"));

    [Theory]
    [InlineData("a next b", "b next a")]
    [InlineData("a next b", "b next c", "c next a")]
    [InlineData("a next b", "b next c", "c next d", "d next a")]
    [InlineData("a next b", "b next c", "c next a", "d next e", "e next f", "f next d")]
    [InlineData("a next b", "b next c", "c next d", "d next e", "e next a", "a name 'x'")]
    [InlineData("a next a", "b next b")]
    [InlineData("a knows b", "a knows c", "b knows a", "c knows a")]
    [InlineData("a knows b", "b knows c", "c knows d", "d knows a", "a knows c", "c knows a")]
    [InlineData("a part c", "a part d", "b part e", "b part f")]
    [InlineData("a part c", "b part d", "c name 'x'", "d name 'x'", "a knows b")]
    [InlineData("a name 'x' g", "b name 'x' h", "g knows h")]
    [InlineData("a next b g", "b next a g", "c next d h", "d next c h")]
    [InlineData("a first b", "a rest c", "c first d", "e first f", "e rest g", "g first h")]
    public void However_the_nodes_are_named_the_form_is_the_same(params string[] statements)
    {
        var expected = Canonical(statements);

        foreach (var names in new[] { "hgfedcba", "bcdefgha", "badcfehg", "ehbagdfc" })
            Canonical([.. statements.Select(statement => Renamed(statement, names)).Reverse()]).ShouldBe(expected);
    }

    [Fact]
    public void A_cycle_is_walked_from_any_of_its_nodes() => Canonical("a next b", "b next c", "c next a").ShouldBe(
        """
        _:c14n0 <urn:p:next> _:c14n2 .
        _:c14n1 <urn:p:next> _:c14n0 .
        _:c14n2 <urn:p:next> _:c14n1 .

        """);

    [Fact]
    public void One_cycle_of_six_is_not_two_cycles_of_three() =>
        Canonical("a next b", "b next c", "c next d", "d next e", "e next f", "f next a")
            .ShouldNotBe(Canonical("a next b", "b next c", "c next a", "d next e", "e next f", "f next d"));

    [Fact]
    public void A_thousand_alike_that_stand_alone_are_no_poison() =>
        Canonical([.. Enumerable.Range(0, 1000).Select(number => $"{number} name 'x'")]).ShouldContain("_:c14n999 ");

    [Fact]
    public void A_graph_in_which_everyone_knows_everyone_is_refused()
    {
        var nodes = "abcdefghij";
        var everyone = nodes.SelectMany(one => nodes.Where(other => other != one).Select(other => $"{one} knows {other}"));

        Should.Throw<PoisonGraphException>(() => Canonical([.. everyone]));
    }

    [Fact]
    public void A_cycle_too_long_for_the_stack_is_refused() =>
        Should.Throw<PoisonGraphException>(() =>
            Canonical([.. Enumerable.Range(0, 5000).Select(number => $"{number} next {(number + 1) % 5000}")]));

    [Fact]
    public void Literals_and_addresses_are_escaped_as_the_standard_says()
    {
        var dataset = new Dataset();
        var text = string.Concat(Enumerable.Range(0, 0x21).Select(code => (char)code)) + "\"\\\u007F\u0080é𝔊";
        dataset.Add(RdfTerm.Iri("urn:x:<{|}^`\\>é"), RdfTerm.Iri("urn:p"), RdfTerm.FromNQuads(NQuads.Literal(text, [])), null);

        Canonicalizer.Canonicalize(dataset).ToString().ShouldBe(
                """<urn:x:\u003C\u007B\u007C\u007D\u005E\u0060\u005C\u003Eé> <urn:p> "\u0000"""
                    + """\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F"""
                    + """\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F \"\\\u007F"""
            + "\u0080é𝔊\" .\n");
    }

    [Fact]
    public void Statements_are_sorted_by_code_point()
    {
        var dataset = new Dataset();
        foreach (var text in new[] { "\U0001D50A", "\uFFFD", "é", "z" })
            dataset.Add(RdfTerm.Iri("urn:s"), RdfTerm.Iri("urn:p"), RdfTerm.FromNQuads(NQuads.Literal(text, [])), null);

        Canonicalizer
            .Canonicalize(dataset)
            .ToString()
            .Split('"')
            .Where((_, index) => index % 2 == 1)
            .ShouldBe(["z", "é", "\uFFFD", "\U0001D50A"]);
    }

    private static string Renamed(string statement, string names) =>
        string.Join(' ', statement.Split(' ').Select(word => word is [>= 'a' and <= 'h'] ? names[word[0] - 'a'].ToString() : word));

    /// <param name="statements">subject predicate object [graph]: a letter or number is a blank node, a quoted word a literal.</param>
    private static string Canonical(params string[] statements)
    {
        var dataset = new Dataset();
        var nodes = new Dictionary<string, RdfTerm>();
        foreach (var words in statements.Select(statement => statement.Split(' ')))
            dataset.Add(Term(words[0]), RdfTerm.Iri($"urn:p:{words[1]}"), Term(words[2]), words.Length > 3 ? Term(words[3]) : null);
        return Canonicalizer.Canonicalize(dataset).ToString();

        RdfTerm Term(string word)
        {
            if (word[0] == '\'')
                return RdfTerm.FromNQuads(NQuads.Literal(word.Trim('\''), []));
            return nodes.TryGetValue(word, out var node) ? node : nodes[word] = dataset.NewBlankNode();
        }
    }
}
