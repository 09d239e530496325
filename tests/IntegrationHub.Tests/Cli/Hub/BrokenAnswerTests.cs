using System.Net;
using System.Net.Sockets;
using System.Text;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Tests.Api;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Hub;

/// <summary>A hub that is gone, breaks off or stalls, at whatever request: always a sentence.</summary>
public sealed class BrokenAnswerTests
{
    private const string Begun = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n[{";
    private const string RefusalBegun = "HTTP/1.1 409 Conflict\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public static TheoryData<string> Requests => [.. Contract.Methods.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_hub_that_is_gone_is_a_sentence(string request)
    {
        using var hub = HubConnection.Open(new("http://127.0.0.1:9"), FakeHub.Key);

        (await Should.ThrowAsync<CliException>(() => Contract.Call(hub, request))).Message.ShouldContain("Nothing responds at");
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task An_answer_that_breaks_off_is_a_sentence(string request)
    {
        foreach (var begun in (string[])[Begun, RefusalBegun])
        {
            using var server = new RawServer(begun, breaksOff: true);
            using var hub = HubConnection.Open(server.Address, FakeHub.Key);

            (await Should.ThrowAsync<CliException>(() => Contract.Call(hub, request))).Message.ShouldContain("was interrupted");
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task An_answer_that_stalls_is_a_sentence_once_patience_ends(string request)
    {
        foreach (var begun in (string[])["", Begun, RefusalBegun])
        {
            using var server = new RawServer(begun, breaksOff: false);
            using var hub = HubConnection.Open(server.Address, FakeHub.Key, Patience);

            var answer = Should.ThrowAsync<CliException>(() => Contract.Call(hub, request));
            (await answer.WaitAsync(TimeSpan.FromSeconds(5))).Message.ShouldContain("did not respond in time");
        }
    }

    /// <summary>Answers one request with the given text, then hangs up or stays on the line.</summary>
    private sealed class RawServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _end = new();

        public RawServer(string answer, bool breaksOff)
        {
            _listener.Start();
            _ = Answer(answer, breaksOff);
        }

        public Uri Address => new($"http://{_listener.LocalEndpoint}");

        public void Dispose()
        {
            _end.Cancel();
            _listener.Dispose();
            _end.Dispose();
        }

        private async Task Answer(string answer, bool breaksOff)
        {
            using var client = await _listener.AcceptTcpClientAsync(_end.Token);
            if (await client.GetStream().ReadAsync(new byte[8192], _end.Token) == 0)
                return;
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer), _end.Token);
            if (!breaksOff)
                await Task.Delay(Timeout.Infinite, _end.Token);
        }
    }
}
