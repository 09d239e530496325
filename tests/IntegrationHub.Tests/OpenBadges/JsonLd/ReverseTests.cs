using IntegrationHub.OpenBadges.JsonLd;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.JsonLd;

/// <summary>
/// The one term of the known contexts that is read backwards, <c>awardedOnCompletionOf</c> of the Digital Credentials Consortium. The
/// statements are those of jsonld.js in safe mode.
/// </summary>
public sealed class ReverseTests
{
    [Fact]
    public void What_stands_below_says_it_of_what_stands_above() =>
        Statements("""[{"id":"urn:x:program","identifier":"P-1"},{"type":"Course","courseCode":"SOI-101"}]""").ShouldBe(
        [
            "<urn:x:diploma> <http://schema.org/name> \"Soins\" .",
            "<urn:x:program> <http://schema.org/educationalCredentialAwarded> <urn:x:diploma> .",
            "<urn:x:program> <http://schema.org/identifier> \"P-1\" .",
            "_:c14n0 <http://schema.org/courseCode> \"SOI-101\" .",
            "_:c14n0 <http://schema.org/educationalCredentialAwarded> <urn:x:diploma> .",
            "_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Course> .",
        ]);

    [Fact]
    public void Forwards_it_is_the_same_statement()
    {
        Statements("""{"id":"urn:x:program"}""")
            .ShouldContain("<urn:x:program> <http://schema.org/educationalCredentialAwarded> <urn:x:diploma> .");
        Statements("""{"id":"urn:x:program","educationalCredentialAwarded":"urn:x:diploma"}""").Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("\"urn:x:program\"", "/awardedOnCompletionOf")]
    [InlineData("7", "/awardedOnCompletionOf")]
    [InlineData("null", "/awardedOnCompletionOf")]
    [InlineData("""{"@value":"x"}""", "/awardedOnCompletionOf")]
    [InlineData("""{"@list":[]}""", "/awardedOnCompletionOf")]
    [InlineData("""[{"id":"urn:x:program"},"x"]""", "/awardedOnCompletionOf/1")]
    public void Only_an_object_can_say_something_of_another(string value, string where)
    {
        var exception = Should.Throw<JsonLdException>(() => Statements(value));

        exception.Fault.ShouldBe(JsonLdFault.InvalidValue);
        exception.JsonPointer.ShouldBe(where);
    }

    private static List<string> Statements(string below)
    {
        var document = Published.Parse(
            $$"""{"@context":"https://w3id.org/dcc/v1","id":"urn:x:diploma","name":"Soins","awardedOnCompletionOf":{{below}}}""");
        return [.. LinkedData.Canonicalize(document).ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
