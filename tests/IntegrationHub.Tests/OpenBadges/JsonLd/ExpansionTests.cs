using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.JsonLd;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.JsonLd;

/// <summary>What a document states, written out; and what would be lost, refused with its place.</summary>
public sealed class ExpansionTests
{
    private const string Subject = "<urn:uuid:5d5a2f6e-3f0b-4b52-9d6b-3a0a2f1c7e11>";
    private const string Achievement = "<https://hub.example.ca/achievements/hygiene>";
    private const string Badges = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";

    [Theory]
    [InlineData("0.5", "\"5.0E-1\"^^<https://www.w3.org/2001/XMLSchema#float>")]
    [InlineData("3", "\"3\"^^<https://www.w3.org/2001/XMLSchema#float>")]
    [InlineData("3.0", "\"3\"^^<https://www.w3.org/2001/XMLSchema#float>")]
    [InlineData("-12.25", "\"-1.225E1\"^^<https://www.w3.org/2001/XMLSchema#float>")]
    [InlineData("1e21", "\"1.0E21\"^^<https://www.w3.org/2001/XMLSchema#float>")]
    [InlineData("12345678901234567890", "\"12345678901234567168\"^^<https://www.w3.org/2001/XMLSchema#float>")]
    [InlineData("\"0.5\"", "\"0.5\"^^<https://www.w3.org/2001/XMLSchema#float>")]
    [InlineData("true", "\"true\"^^<https://www.w3.org/2001/XMLSchema#float>")]
    public void A_number_takes_the_datatype_of_its_term(string value, string literal) =>
        Statements(Credit(value)).ShouldContain($"{Subject} <{Badges}creditsEarned> {literal} .");

    [Theory]
    [InlineData("1.5", "\"1.5E0\"^^<http://www.w3.org/2001/XMLSchema#double>")]
    [InlineData("15", "\"15\"^^<http://www.w3.org/2001/XMLSchema#integer>")]
    [InlineData("false", "\"false\"^^<http://www.w3.org/2001/XMLSchema#boolean>")]
    [InlineData("""{"@value":"Automne","@language":"fr-CA"}""", "\"Automne\"@fr-ca")]
    [InlineData(
        """{"@value":7,"@type":"http://www.w3.org/2001/XMLSchema#double"}""",
        "\"7.0E0\"^^<http://www.w3.org/2001/XMLSchema#double>")]
    [InlineData("""{"@value":"x","@type":"http://www.w3.org/2001/XMLSchema#string"}""", "\"x\"")]
    [InlineData(
        """{"@value":{"b":[1.0,"é\u0001"],"a":null},"@type":"@json"}""",
        """
            "{\"a\":null,\"b\":[1,\"é\\u0001\"]}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>
            """)]
    public void A_value_without_a_type_of_its_term_has_its_own(string value, string literal) =>
        Statements(With("/credentialSubject/term", value)).ShouldContain($"{Subject} <{Badges}term> {literal.Trim()} .");

    [Fact]
    public void A_list_keeps_its_order()
    {
        var statements = Statements(Credentials.Badge());

        var cells = "ABC"
            .Select(grade => statements.Single(line => line.Contains($"#first> \"{grade}\"", StringComparison.Ordinal)).Split(' ')[0])
            .ToList();
        statements.ShouldContain($"<urn:uuid:0b1d5a54-2b4b-4a3c-8f39-0cf0c3c1c0aa> <{Badges}allowedValue> {cells[0]} .");
        statements.ShouldContain($"{cells[0]} <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> {cells[1]} .");
        statements.ShouldContain(
            $"{cells[2]} <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .");
    }

    [Fact]
    public void A_repeated_value_is_one_statement() =>
        Statements(With("/credentialSubject/achievement/tag", """["b","b","a"]"""))
            .Count(line => line.Contains("keywords", StringComparison.Ordinal))
            .ShouldBe(2);

    [Fact]
    public void The_terms_of_a_type_do_not_reach_into_the_nodes_below() =>
        Refused(
            With("/credentialSubject/achievement/criteria", """{"narrative":"n","achievementType":"Course"}"""),
            JsonLdFault.UnknownTerm,
            "/credentialSubject/achievement/criteria/achievementType");

    [Fact]
    public void A_reference_and_a_node_share_their_statements() =>
        Statements(With("/issuer", "\"did:web:hub.example.ca:issuers:lacnord\""))
            .ShouldContain(
                "<https://hub.example.ca/credentials/lacnord-1> <https://www.w3.org/2018/credentials#issuer> "
                    + "<did:web:hub.example.ca:issuers:lacnord> ."
            );

    [Theory]
    [InlineData("/credentialSubject/honours", "\"x\"", JsonLdFault.UnknownTerm, "/credentialSubject/honours")]
    [InlineData("/credentialSubject/a~1b", "\"x\"", JsonLdFault.UnknownTerm, "/credentialSubject/a~1b")]
    [InlineData("/@context", "[\"https://example.ca/context.json\"]", JsonLdFault.UnknownContext, "/@context/0")]
    [InlineData("/@context", "[{\"honours\":\"https://example.ca/honours\"}]", JsonLdFault.UnknownContext, "/@context/0")]
    [InlineData("/@context", "null", JsonLdFault.UnknownContext, "/@context")]
    [InlineData(
        "/credentialSubject/@context",
        "\"https://example.ca/context.json\"",
        JsonLdFault.UnknownContext,
        "/credentialSubject/@context")]
    [InlineData("/id", "\"credentials/1\"", JsonLdFault.RelativeIri, "/id")]
    [InlineData("/id", "\"https://example.ca/a b\"", JsonLdFault.RelativeIri, "/id")]
    [InlineData("/id", "7", JsonLdFault.InvalidValue, "/id")]
    [InlineData("/issuer", "\"Lac-Nord\"", JsonLdFault.RelativeIri, "/issuer")]
    [InlineData(
        "/credentialSubject/achievement/type",
        "[\"Achievement\",\"Prize\"]",
        JsonLdFault.RelativeIri,
        "/credentialSubject/achievement/type/1")]
    [InlineData("/name", "null", JsonLdFault.DroppedValue, "/name")]
    [InlineData("/name", "[\"a\",null]", JsonLdFault.DroppedValue, "/name/1")]
    [InlineData("/name", """{"@value":"שלום","@language":"he","@direction":"rtl"}""", JsonLdFault.DroppedValue, "/name")]
    [InlineData("/name", """{"@value":null}""", JsonLdFault.DroppedValue, "/name")]
    [InlineData("/name", """{"@value":"a","@language":"not a tag"}""", JsonLdFault.InvalidValue, "/name")]
    [InlineData("/name", """{"@value":"a","name":"b"}""", JsonLdFault.InvalidValue, "/name")]
    [InlineData("/name", """{"@list":["a"],"name":"b"}""", JsonLdFault.InvalidValue, "/name/name")]
    [InlineData("/credentialSubject/creditsEarned", "1e999", JsonLdFault.InvalidValue, "/credentialSubject/creditsEarned")]
    [InlineData("/name", "{\"@value\":-1e999}", JsonLdFault.InvalidValue, "/name")]
    [InlineData("/name", "{\"@value\":[1e999],\"@type\":\"@json\"}", JsonLdFault.InvalidValue, "/name")]
    [InlineData("/name", "{\"@value\":{\"a\":1,\"a\":2},\"@type\":\"@json\"}", JsonLdFault.InvalidValue, "/name")]
    [InlineData("/name", "\"\\uD800\"", JsonLdFault.InvalidValue, "/name")]
    [InlineData("/name", "{\"@list\":[[\"a\"]]}", JsonLdFault.InvalidValue, "/name/@list/0")]
    [InlineData("/@graph", "[]", JsonLdFault.UnsupportedKeyword, "/@graph")]
    [InlineData("/@reverse", "{}", JsonLdFault.UnsupportedKeyword, "/@reverse")]
    [InlineData("/_:predicate", "\"x\"", JsonLdFault.UnknownTerm, "/_:predicate")]
    [InlineData("/@id", "\"urn:x:1\"", JsonLdFault.DuplicateMember, "/@id")]
    [InlineData(
        "/credentialSubject/achievement/criteria/@id",
        "\"urn:x:1\"",
        JsonLdFault.UnsupportedKeyword,
        "/credentialSubject/achievement/criteria/@id")]
    [InlineData("/@type", "\"VerifiableCredential\"", JsonLdFault.UnsupportedKeyword, "/@type")]
    [InlineData(
        "/https:~1~1www.w3.org~12018~1credentials#validUntil",
        "\"x\"",
        JsonLdFault.UnknownTerm,
        "/https:~1~1www.w3.org~12018~1credentials#validUntil")]
    [InlineData("/proof", "\"urn:x:1\"", JsonLdFault.DroppedValue, "/proof")]
    [InlineData("/proof", "[{\"id\":\"urn:x:1\"}]", JsonLdFault.DroppedValue, "/proof/0")]
    public void What_would_be_lost_is_refused(string path, string value, JsonLdFault fault, string where) =>
        Refused(With(path, value), fault, where);

    [Theory]
    [InlineData("\"name\":\"first\"", "")]
    [InlineData("\"@context\":\"https://www.w3.org/ns/credentials/v2\"", "")]
    [InlineData("\"evidence\":[{\"id\":\"urn:x:1\",\"\\u0069d\":\"urn:x:2\"}]", "/evidence/0")]
    public void A_member_that_stands_there_twice_is_refused(string member, string where) =>
        Refused("{" + member + "," + Credentials.Badge().ToJsonString()[1..], JsonLdFault.DuplicateMember, where);

    [Fact]
    public void Of_many_members_each_stands_there_once()
    {
        var many = string.Concat(Enumerable.Range(0, 20).Select(number => $"\"honours{number}\":{number},"));

        Refused("{" + many + Credentials.Badge().ToJsonString()[1..], JsonLdFault.UnknownTerm, "/honours0");
        Refused("{" + many + "\"honours7\":7," + Credentials.Badge().ToJsonString()[1..], JsonLdFault.DuplicateMember, "");
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var deep = With("/name", new string('[', 150) + new string(']', 150));
        using var document = JsonDocument.Parse(deep, new JsonDocumentOptions { MaxDepth = 200 });

        Should.Throw<JsonLdException>(() => LinkedData.Canonicalize(document.RootElement)).Fault.ShouldBe(JsonLdFault.TooDeep);
    }

    [Fact]
    public void A_protected_term_may_not_be_redefined() =>
        Refused(
            With("/@context", "[\"https://www.w3.org/ns/credentials/v2\",\"https://www.w3.org/2018/credentials/v1\"]"),
            JsonLdFault.ProtectedTerm,
            "/@context/1");

    private static List<string> Statements(string document) =>
        [.. LinkedData.Canonicalize(Published.Parse(document)).ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    private static List<string> Statements(JsonObject document) => Statements(document.ToJsonString());

    private static void Refused(string document, JsonLdFault fault, string where)
    {
        var exception = Should.Throw<JsonLdException>(() => LinkedData.Canonicalize(Published.Parse(document)));
        exception.Fault.ShouldBe(fault);
        exception.JsonPointer.ShouldBe(where);
    }

    private static string Credit(string value) => With("/credentialSubject/creditsEarned", value);

    /// <summary>The badge with one member set to a piece of raw JSON.</summary>
    private static string With(string path, string value)
    {
        var badge = Credentials.Badge();
        var steps = path[1..].Split('/').Select(step => step.Replace("~1", "/", StringComparison.Ordinal)).ToList();
        var parent = steps.SkipLast(1).Aggregate((JsonNode)badge, (node, step) => node[step]!);
        parent[steps[^1]] = "⟦raw⟧";
        return badge
            .ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .Replace("\"⟦raw⟧\"", value, StringComparison.Ordinal);
    }
}
