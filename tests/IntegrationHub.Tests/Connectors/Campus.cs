using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Sandbox;
using IntegrationHub.Testing.Connectors;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IntegrationHub.Tests.Connectors;

/// <summary>The sandbox campus in this process, on a free port of the loopback, and the institution whose systems it plays.</summary>
public sealed class Campus : IAsyncLifetime
{
    private const string ApiKey = "6f1c2a52-6e0f-4d0e-8f0a-4a2d0d6f2c11";
    private WebApplication? _app;

    internal static IReadOnlyDictionary<string, string> Secrets { get; } = new Dictionary<string, string>
    {
        ["ETHOS"] = ApiKey,
        ["BADGR_USER"] = "issuer@example.ca",
        ["BADGR_PASSWORD"] = "badgr-password",
        ["GRAPH_ID"] = "graph-client",
        ["GRAPH_SECRET"] = "graph-secret",
        ["MOODLE_USER"] = "moodle",
        ["MOODLE_PASSWORD"] = "moodle-password",
        ["OPENEDX_ADDRESS"] = "openedx-address",
        ["FORMS_ADDRESS"] = "forms-address",
        ["MOODLE_TOKEN"] = "moodle-token",
        ["CANVAS_TOKEN"] = "canvas-token",
    };

    public HttpClient Http { get; } = new();

    public Uri Address { get; private set; } = null!;

    /// <summary>Where the campus's LMSs send to; set before the start.</summary>
    public Uri? HubAddress { get; init; }

    internal Hub Hub { get; private set; } = null!;

    internal JsonNode Data { get; private set; } = null!;

    internal Institution Institution { get; private set; } = null!;

    internal Connection Connection(ConnectionRole role) => Institution.Connection(role)!;

    internal JsonNode Learner(int i) => Data["learners"]![i]!;

    internal JsonNode Course(int i) => Data["courses"]![i]!;

    public async ValueTask InitializeAsync()
    {
        _app = SandboxApp.Create(
            [
                "--urls",
                "http://127.0.0.1:0",
                "--Sandbox:RollAfter=never",
                $"--Sandbox:Ethos:ApiKey={ApiKey}",
                "--Sandbox:Badgr:User=issuer@example.ca",
                "--Sandbox:Badgr:Password=badgr-password",
                "--Sandbox:Teams:Sig=teams-signature",
                "--Sandbox:Graph:ClientId=graph-client",
                "--Sandbox:Graph:ClientSecret=graph-secret",
                "--Sandbox:OpenEdx:AddressKey=openedx-address",
                "--Sandbox:Forms:AddressKey=forms-address",
                "--Sandbox:Blackboard:AddressKey=blackboard-key",
                "--Sandbox:Moodle:User=moodle",
                "--Sandbox:Moodle:Password=moodle-password",
                "--Sandbox:Moodle:Token=moodle-token",
                "--Sandbox:Canvas:Token=canvas-token",
                $"--Sandbox:HubUrl={HubAddress ?? new Uri("http://127.0.0.1:9")}",
            ],
            b => b.Logging.ClearProviders());
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single() + "/");
        Http.BaseAddress = Address;
        Data = (await Http.GetFromJsonAsync<JsonNode>("campus"))!;
        Hub = new Hub(
            new Dictionary<string, string>(Secrets)
            {
                ["BROKEN"] = "broken-address",
                ["TEAMS"] = new Uri(Address, "teams/workflows/registrar?sig=teams-signature").AbsoluteUri,
            });
        Institution = Build();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (Hub is not null)
            await Hub.DisposeAsync();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    /// <summary>Makes a system fail until told otherwise.</summary>
    internal async Task Fail(object rule) => (await Http.PostAsJsonAsync("faults", rule)).EnsureSuccessStatusCode();

    internal Task Heal() => Http.DeleteAsync("faults");

    internal async Task<JsonNode> State(string what) => (await Http.GetFromJsonAsync<JsonNode>($"state/{what}"))!;

    /// <summary>How many requests a system has had whose path ends so.</summary>
    internal async Task<int> Requests(string system, string method, string end) =>
        (await State("requests"))[system]
            ?["last"]!.AsArray()
            .Count(r => r!["method"]!.GetValue<string>() == method && r["path"]!.GetValue<string>().EndsWith(end, StringComparison.Ordinal))
        ?? 0;

    internal Task Forget() => Http.DeleteAsync("state/requests");

    private Institution Build() =>
        new()
        {
            Id = "lacnord",
            Name = new("Collège Lac-Nord", "North Lake College"),
            TimeZone = "America/Toronto",
            Pepper = "PEPPER",
            MicroCredentials = new Dictionary<string, MicroCredential>(),
            Sources = new Dictionary<string, Source>
            {
                ["canvas"] = new()
            {
                    Name = "canvas",
                    Kind = "canvas",
                    Authentication = "signedBody",
                    Settings = new Dictionary<string, string>
                    {
                        ["jwks"] = new Uri(Address, "canvas/jwks").AbsoluteUri,
                        ["accounts"] = $"someone-else {Data["canvas"]!["rootAccountUuid"]}",
                    },
                    Secrets = new Dictionary<string, InboundSecret>(),
                },
                ["moodle"] = new()
                {
                    Name = "moodle",
                    Kind = "moodle",
                    Authentication = "basic",
                    Settings = new Dictionary<string, string>(),
                    Secrets = new Dictionary<string, InboundSecret>
                    {
                        ["user"] = new("MOODLE_USER"),
                        ["password"] = new("MOODLE_PASSWORD"),
                    },
                },
            },
            Connections = new Connection[]
            {
                Of(
                    ConnectionRole.Sis,
                    "ethos",
                    "ethos",
                    new()
                    {
                        ["personCredential"] = "bannerId",
                        ["nonCourseLevel"] = "CE",
                        ["nonCourseStatus"] = "CO",
                        ["nonCourseWithdrawnStatus"] = "WD",
                        ["gradeChangeReason"] = "5c1d7a0e-3b62-5f0a-9d34-7e8a1c2b4f60",
                    },
                    new() { ["apiKey"] = "ETHOS" }),
                Of(ConnectionRole.Badges, "badgr", "badgr", [], new() { ["user"] = "BADGR_USER", ["password"] = "BADGR_PASSWORD" }),
                Of(ConnectionRole.Channel, "workflows", null, [], new() { ["url"] = "TEAMS" }),
                Of(
                    ConnectionRole.Mail,
                    "graph",
                    "graph",
                    new()
                    {
                        ["tenant"] = "lacnord",
                        ["sender"] = "microcertifications@example.ca",
                        ["tokenAddress"] = $"{Address}entra/{{tenant}}/oauth2/v2.0/token",
                    },
                    new() { ["clientId"] = "GRAPH_ID", ["clientSecret"] = "GRAPH_SECRET" }),
                Of(
                    ConnectionRole.Directory,
                    "graph",
                    "graph",
                    new() { ["tenant"] = "lacnord", ["tokenAddress"] = $"{Address}entra/{{tenant}}/oauth2/v2.0/token" },
                    new() { ["clientId"] = "GRAPH_ID", ["clientSecret"] = "GRAPH_SECRET" }),
            }.ToDictionary(c => c.Role),
        };

    /// <summary>The API of one of the campus's LMSs.</summary>
    internal Connection Api(string lms) =>
        Of(ConnectionRole.Lms, lms, lms, [], new() { ["token"] = $"{lms.ToUpperInvariant()}_TOKEN" }) with
        {
            Source = lms,
        };

    private Connection Of(
        ConnectionRole role,
        string kind,
        string? path,
        Dictionary<string, string> settings,
        Dictionary<string, string> secrets) =>
        new()
        {
            Role = role,
            Kind = kind,
            Address = path is null ? null : new Uri(Address, path),
            Settings = settings,
            Secrets = secrets,
        };
}
