using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Tests.Sandbox;

/// <summary>The sandbox campus on a free port of this machine, for as long as a test needs it.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    public const string ApiKey = "0b9d7a52-6a0f-4f43-9f0c-3f0f5d1f8c11", Password = "a-password", Sig = "a-signature";

    private readonly WebApplication _app;

    private SandboxHost(WebApplication app)
    {
        _app = app;
        Client = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public static async Task<SandboxHost> StartAsync(TimeProvider? time = null, params string[] settings)
    {
        var app = SandboxApp.Create([.. Complete, .. settings], builder =>
        {
            builder.Logging.ClearProviders();
            if (time is not null) builder.Services.AddSingleton(time);
        });
        await app.StartAsync();
        return new(app);
    }

    public static readonly string[] Complete =
    [
        "--urls=http://127.0.0.1:0",
        $"--Sandbox:Ethos:ApiKey={ApiKey}",
        "--Sandbox:Badgr:User=hub@example.ca", $"--Sandbox:Badgr:Password={Password}",
        $"--Sandbox:Teams:Sig={Sig}",
        "--Sandbox:Graph:ClientId=hub", $"--Sandbox:Graph:ClientSecret={Password}",
        "--Sandbox:Moodle:User=moodle", $"--Sandbox:Moodle:Password={Password}",
        $"--Sandbox:OpenEdx:AddressKey={Password}", $"--Sandbox:Forms:AddressKey={Password}",
        $"--Sandbox:Blackboard:AddressKey={Password}",
    ];

    public async Task<JsonNode> GetJsonAsync(string path) => (await Client.GetFromJsonAsync<JsonNode>(path))!;

    public async Task<string> EthosTokenAsync(int minutes = 5)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/ethos/auth?expirationMinutes={minutes}");
        request.Headers.Authorization = new("Bearer", ApiKey);
        using var response = await Client.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    public async Task<HttpResponseMessage> EthosAsync(
        HttpMethod method,
        string path,
        string token,
        string? accept,
        string? contentType = null,
        string? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/ethos{path}");
        request.Headers.Authorization = new("Bearer", token);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        if (body is not null)
            request.Content = new StringContent(body, MediaTypeHeaderValue.Parse(contentType!));
        return await Client.SendAsync(request);
    }

    public async Task<JsonNode> BadgrTokenAsync() =>
        (
            await (
                await Client.PostAsync(
                    "/badgr/o/token",
                    Form(("grant_type", "password"), ("username", "hub@example.ca"), ("password", Password)))
            ).Content.ReadFromJsonAsync<JsonNode>())!;

    public async Task<HttpResponseMessage> AwardAsync(string token, string badgeClass, string email, bool allowDuplicates = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/badgr/v2/badgeclasses/{badgeClass}/assertions");
        request.Headers.Authorization = new("Bearer", token);
        request.Content = JsonContent.Create(
            new
            {
                recipient = new
                {
                    identity = email,
                    type = "email",
                    hashed = true,
                },
                allowDuplicateAwards = allowDuplicates,
            });
        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostCardAsync(object content, string sig = Sig) =>
        Client.PostAsJsonAsync(
            $"/teams/workflows/flow-1?sig={sig}",
            new
            {
                type = "message",
                attachments = new[]
                {
                    new
                    {
                        contentType = "application/vnd.microsoft.card.adaptive",
                        contentUrl = (string?)null,
                        content,
                    },
                },
            });

    public async Task FaultAsync(object rule) => (await Client.PostAsJsonAsync("/faults", rule)).EnsureSuccessStatusCode();

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
