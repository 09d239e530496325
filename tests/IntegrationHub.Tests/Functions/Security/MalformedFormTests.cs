using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Security;

/// <summary>Forms that no browser makes, sent to every page that takes one: the sender hears of it, the log does not.</summary>
public sealed class MalformedFormTests(HollowHub hub) : IClassFixture<HollowHub>
{
    private const string Url = "application/x-www-form-urlencoded", Multipart = "multipart/form-data; boundary=b";

    private static readonly (string What, string MediaType, string Body)[] Malformed =
    [
        ("1,100 fields", Url, string.Join('&', Enumerable.Range(0, 1100).Select(i => $"f{i}=1"))),
        ("17 fields", Url, string.Join('&', Enumerable.Range(0, 17).Select(i => $"f{i}=1"))),
        ("a value of 5 MB", Url, $"key={new string('x', 5_000_000)}"),
        ("a key of 3,000 characters", Url, $"{new string('k', 3000)}=1"),
        ("utf-7", $"{Url}; charset=utf-7", "key=x"),
        ("an unknown charset", $"{Url}; charset=klingon", "key=x"),
        ("a half escape", Url, "key=%E2%82&%=%zz"),
        ("a cut multipart", Multipart, "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nhal"),
        ("multipart without its boundary", "multipart/form-data", "--b--"),
        ("a boundary of 500 characters", $"multipart/form-data; boundary={new string('b', 500)}", "--b--"),
        ("a part of no name", Multipart, "--b\r\nContent-Disposition: nonsense;;\r\n\r\nx\r\n--b--"),
        (
            "a part in utf-7",
            Multipart,
            "--b\r\nContent-Disposition: form-data; name=\"key\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nx\r\n--b--"),
        (
            "a part with 1,000 headers",
            Multipart,
            $"--b\r\n{string.Concat(Enumerable.Range(0, 1000).Select(i => $"X{i}: 1\r\n"))}\r\nx\r\n--b--"),
        (
            "2 MB in a multipart",
            Multipart,
            $"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n{new string('x', 2_000_000)}\r\n--b--"),
        ("no form", "application/json", "{}"),
        ("a nonsense media type", "////", "x"),
        ("nothing", Url, ""),
    ];

    public static TheoryData<string> Forms => [.. HollowHub.Forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_malformed_form_is_the_senders_fault_and_writes_no_line(string path)
    {
        var session = await hub.SignIn();

        foreach (var cookies in new[] { null, session })
        {
            foreach (var (what, mediaType, body) in Malformed)
            {
                using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
                using var answer = await hub.Send(HttpMethod.Post, path, cookies, content, ("Origin", hub.Origin));
                ShouldBeRefused(path, answer.StatusCode, answer.Headers.Location, what, signedIn: cookies is not null);
            }
        }

        hub.Log.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_broken_request_is_the_senders_fault_and_writes_no_line(string path)
    {
        var head = $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {Url}\r\n";

        (await Raw($"{head}Transfer-Encoding: chunked\r\n\r\nzz\r\nkey\r\n")).ShouldBeOneOf(400, 302);
        (await Raw($"{head}Transfer-Encoding: chunked\r\n\r\n{new string('f', 40)}\r\nkey\r\n")).ShouldBeOneOf(400, 302);
        (await Raw($"{head}Content-Length: 29000000\r\n\r\nkey=")).ShouldBeOneOf(413, 302);
        (await Raw($"{head}Content-Length: 290\r\n\r\nkey=", andLeave: true)).ShouldBeOneOf(null, 400, 302);

        hub.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hundred_pages_for_strangers_write_no_line()
    {
        for (var i = 0; i < 25; i++)
        {
            foreach (var (path, cookies) in new[]
                {
                    ("/verify", null),
                    ("/sign-in", null),
                    ("/learner/x", "hub-antiforgery=CfDJ8nonsense; hub-session=a.b.c"),
                    ("/sources", "hub-antiforgery=%%%; hub-session=1.2"),
                })
            {
                using var page = await hub.Send(HttpMethod.Get, path, cookies);
                ((int)page.StatusCode).ShouldBeLessThan(500);
                page.Headers.CacheControl!.ToString().ShouldBe("no-store, no-cache");
            }
        }

        hub.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_forged_antiforgery_cookie_writes_no_line()
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", "CfDJ8nonsense")]);

        using var answer = await hub.Send(HttpMethod.Post, "/sign-in", "hub-antiforgery=CfDJ8nonsense", form, ("Origin", hub.Origin));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        hub.Log.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fr", "Le formulaire n’a pas pu être lu")]
    [InlineData("en", "The form could not be read")]
    public async Task Who_sends_it_reads_why_in_either_language(string language, string title)
    {
        using var content = new ByteArrayContent("key=x"u8.ToArray())
        {
            Headers = { ContentType = MediaTypeHeaderValue.Parse($"{Url}; charset=utf-7") },
        };

        using var answer = await hub.Http.PostAsync($"/sign-in?lang={language}", content);

        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain(title);
    }

    /// <summary>The console's pages send strangers to the sign-in before they read anything.</summary>
    private static void ShouldBeRefused(string path, HttpStatusCode status, Uri? location, string what, bool signedIn)
    {
        if (!signedIn && path.Split('/')[1] is "attention" or "awards" or "sources")
            (status, location?.OriginalString.Split('?')[0]).ShouldBe((HttpStatusCode.Redirect, "/sign-in"), $"{path}: {what}");
        else
            status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge);
    }

    /// <summary>Sends it to the letter; the status of the answer, null where there is none.</summary>
    private async Task<int?> Raw(string request, bool andLeave = false)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, hub.Http.BaseAddress!.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        if (andLeave)
            socket.Client.Shutdown(SocketShutdown.Send);
        var buffer = new byte[64];
        try
        {
            var read = await stream.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
            return read == 0 ? null : int.Parse(Encoding.ASCII.GetString(buffer, 0, read).Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException) when (andLeave)
        {
            return null;
        }
    }
}
