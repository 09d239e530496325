using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Failures;

public sealed class FailureTextTests
{
    private const string Name = "Camille Essai";

    [Fact]
    public void The_sentence_of_a_mistake_that_the_hub_names_is_told()
    {
        var text = FailureText.Of(Thrown(() => AwardId.Parse("nonsense")));

        text.ShouldStartWith("System.FormatException: 'nonsense' is not an award id (institution-name-cycle).");
        text.ShouldContain($"{nameof(AwardId)}.{nameof(AwardId.Parse)}");
    }

    [Fact]
    public void A_librarys_sentence_quotes_what_it_was_given_and_is_not()
    {
        var text = FailureText.Of(Thrown(() => _ = new Dictionary<string, int>()[Name]));

        text.ShouldStartWith("System.Collections.Generic.KeyNotFoundException");
        text.ShouldContain(nameof(FailureTextTests));
        text.ShouldNotContain(Name);
    }

    [Fact]
    public void Its_codes_are()
    {
        FailureText
            .Sentence(new Azure.RequestFailedException(403, Name, "AuthenticationFailed", null))
            .ShouldBe("Azure.RequestFailedException (Status 403, ErrorCode AuthenticationFailed)");
        FailureText.Sentence(new Azure.RequestFailedException(403, Name, Name, null)).ShouldBe("Azure.RequestFailedException (Status 403)");
        FailureText
            .Sentence(new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused))
            .ShouldContain("SocketErrorCode ConnectionRefused");
        FailureText
            .Sentence(new HttpRequestException(Name, null, System.Net.HttpStatusCode.BadGateway))
            .ShouldBe("System.Net.Http.HttpRequestException (StatusCode BadGateway)");
    }

    [Fact]
    public void Nor_are_the_sentences_of_causes_and_of_outside_systems()
    {
        var cause = Thrown(() => DateTimeOffset.Parse(Name, System.Globalization.CultureInfo.InvariantCulture));

        var text = FailureText.Of(
            Thrown(() => throw new OutsideException(OutsideFault.Refused, $"The SIS says: {Name} is unknown.", inner: cause)));


        text.ShouldContain(typeof(OutsideException).FullName!);
        text.ShouldContain(" ---> System.FormatException");
        text.ShouldNotContain(Name);
    }

    [Fact]
    public void Nor_are_sentences_about_documents_that_strangers_wrote()
    {
        using var document = System.Text.Json.JsonDocument.Parse($$"""{ "{{Name}}": 1, "{{Name}}": 2 }""");

        var text = FailureText.Of(Thrown(() => IntegrationHub.OpenBadges.Canonical.CanonicalJson.Of(document.RootElement)));

        text.ShouldStartWith("System.FormatException");
        text.ShouldNotContain(Name);
    }

    private static Exception Thrown(Action act)
    {
        try
        {
            act();
        }
        catch (Exception failure)
        {
            return failure;
        }

        throw new InvalidOperationException("Nothing was thrown.");
    }
}
