using System.Net;
using IntegrationHub.Testing.Console;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Verifying;

public sealed class VerifyFormTests : IAsyncLifetime
{
    private PublicHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await PublicHub.Start();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Theory]
    [InlineData("link", "http://example.ca/badge.json", HttpStatusCode.BadRequest, "This is not a secure address (https).")]
    [InlineData("link", "badge.json", HttpStatusCode.BadRequest, "This is not a secure address (https).")]
    [InlineData(
        "link",
        "https://127.0.0.1/badge.json",
        HttpStatusCode.UnprocessableEntity,
        "Nothing could be downloaded from this address.")]
    [InlineData("text", "  ", HttpStatusCode.BadRequest, "Choose a file, enter a link or paste a text.")]
    public async Task What_cannot_be_looked_at_is_answered_with_what_to_do(string way, string brought, HttpStatusCode status, string said)
    {
        var answer = await _hub.Post("/verify", "/verify?lang=en", (way, brought));

        answer.StatusCode.ShouldBe(status);
        Pages.Words(await answer.Content.ReadAsStringAsync()).ShouldContain(said);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_refused_with_a_clear_word()
    {
        var answer = await _hub.Post("/verify", "/verify?lang=en", ("file", new byte[1024 * 1024 + 1]));

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        Pages.Words(await answer.Content.ReadAsStringAsync()).ShouldContain("This is larger than 1\u00a0MB.");
    }

    [Fact]
    public async Task Even_a_file_whose_length_nobody_states_is_not_read_beyond_the_limit()
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(new byte[3 * 1024 * 1024]), "file", "badge.json" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/verify?lang=en")
        {
            Content = content,
            Headers = { TransferEncodingChunked = true },
        };

        (await _hub.Visitor.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_obeyed()
    {
        using var form = new FormUrlEncodedContent([new("text", "{}")]);

        var answer = await _hub.Visitor.PostAsync("/verify?lang=en", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Pages
            .Words(await answer.Content.ReadAsStringAsync())
            .ShouldContain("You opened the form too long ago, or before you signed in or out.");
    }
}
