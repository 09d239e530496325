using IntegrationHub.OpenBadges.Http;
using IntegrationHub.OpenBadges.Verification;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Http;

/// <summary>What a stranger's address can make the library do, and what not.</summary>
public sealed class HttpDocumentsTests : IDisposable
{
    private readonly HttpDocuments _documents = DocumentServer.Trusting();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_fetched()
    {
        await using var server = await DocumentServer.Start(
            context => context.Response.WriteAsync(context.Request.Headers.UserAgent.ToString()));

        (await _documents.Fetch(server.At("did.json"), Cancellation)).ShouldBe("tests"u8.ToArray());
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task This_machine_is_not_called_unless_it_is_allowed(string host)
    {
        await using var server = await DocumentServer.Start(context => context.Response.WriteAsync("{}"));
        using var documents = new HttpDocuments();

        var fault = await Should.ThrowAsync<DocumentException>(() => documents.Fetch(server.At("did.json", host), Cancellation));

        fault.Message.ShouldContain("private or reserved");
        server.Requests.ShouldBe(0);
    }

    [Theory]
    [InlineData("http://example.ca/did.json")]
    [InlineData("https://somebody@example.ca/did.json")]
    [InlineData("file:///did.json")]
    public async Task Nothing_but_https_without_a_user_name_is_fetched(string address)
    {
        var fault = await Should.ThrowAsync<DocumentException>(() => _documents.Fetch(new(address), Cancellation));

        fault.Message.ShouldContain("https");
    }

    [Fact]
    public async Task A_redirect_on_the_same_host_is_followed()
    {
        await using var server = await DocumentServer.Start(context => context.Request.Path == "/old"
            ? Task.Run(() => context.Response.Redirect("/new"))
            : context.Response.WriteAsync("{}"));

        (await _documents.Fetch(server.At("old"), Cancellation)).ShouldBe("{}"u8.ToArray());
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        await using var target = await DocumentServer.Start(context => context.Response.WriteAsync("{}"));
        await using var server = await DocumentServer.Start(
            context => Task.Run(() => context.Response.Redirect(target.At("did.json").AbsoluteUri)));

        var fault = await Should.ThrowAsync<DocumentException>(() => _documents.Fetch(server.At("did.json"), Cancellation));

        fault.Message.ShouldContain("another host");
        target.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Redirects_in_a_circle_end()
    {
        await using var server = await DocumentServer.Start(context => Task.Run(() => context.Response.Redirect("/")));

        var fault = await Should.ThrowAsync<DocumentException>(() => _documents.Fetch(server.At("/"), Cancellation));

        fault.Message.ShouldContain("too often");
        server.Requests.ShouldBe(4);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_not_read()
    {
        await using var server = await DocumentServer.Start(
            context => context.Response.Body.WriteAsync(new byte[(1024 * 1024) + 1]).AsTask());

        var fault = await Should.ThrowAsync<DocumentException>(() => _documents.Fetch(server.At("did.json"), Cancellation));

        fault.Message.ShouldContain("1024 KB");
    }

    [Fact]
    public async Task A_refusal_names_host_and_status_and_not_the_path()
    {
        await using var server = await DocumentServer.Start(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });

        var fault = await Should.ThrowAsync<DocumentException>(() => _documents.Fetch(server.At("secret"), Cancellation));

        fault.Message.ShouldBe("127.0.0.1 answered 404.");
    }

    [Fact]
    public async Task Who_no_longer_waits_is_not_told_of_a_slow_server()
    {
        var arrived = new TaskCompletionSource();
        await using var server = await DocumentServer.Start(context =>
        {
            arrived.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var fetch = _documents.Fetch(server.At("did.json"), impatient.Token);
        await arrived.Task;
        await impatient.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => fetch);
    }

    [Fact]
    public void A_name_that_has_moved_is_looked_up_again_after_two_minutes()
    {
        using var handler = HttpDocuments.Handler(new(allowPrivate: false));

        handler.PooledConnectionLifetime.ShouldBe(TimeSpan.FromMinutes(2));
    }

    public void Dispose() => _documents.Dispose();
}
