using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using IntegrationHub.Connectors.Lms.Authentication;
using IntegrationHub.Core;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Hooks;
using IntegrationHub.Functions.Slices;
using IntegrationHub.Functions.Telemetry;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Console;
using IntegrationHub.Testing.Hosting;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IntegrationHub.Tests.Functions.Hooks;

/// <summary>The hub's hooks over real HTTP, with one source per scheme; what is kept goes to a queue in memory.</summary>
public sealed class HookHub : IAsyncLifetime, IInstitutions, ISecrets, IQueues
{
    public const int LargestDelivery = 10_000, LargestUnpacked = 40_000, FewPerMinute = 2;

    private readonly TestHost _host;
    private readonly Institution _institution;

    public HookHub()
    {
        _institution = OneInstitution.Only with
        {
            Sources = new[]
            {
                Of("basic", "basic"),
                Of("bearer", "bearer"),
                Of("bare", "bareAuthorization"),
                Of("signed", "githubSignature"),
                Of("in-body", "tokenInBody"),
                Of("hidden", "secretAddress"),
                Of("oauth", "clientCredentials"),
                Of("few", "bearer") with
                {
                    PerMinute = FewPerMinute,
                },
                Of("asking", "bearer") with
                {
                    Kind = "asking",
                },
                Of("asking-slowly", "bearer") with
                {
                    Kind = "asking",
                    PerMinute = 120,
                },
            }.ToDictionary(source => source.Name),
        };
        _host = new(
            [typeof(ReceiveDeliveryFunction), typeof(ReceiveStatementsFunction), typeof(HookAddressFunctions), typeof(IssueTokenFunction)],
            configure: builder =>
            {
                builder.Logging.WithoutAddresses().AddProvider(new KeptLog(Log));
                builder
                    .Services.AddSingleton<TimeProvider>(Time)
                    .AddSingleton<IInstitutions>(this)
                    .AddSingleton<ISecrets>(this)
                    .AddSingleton<IQueues>(this)
                    .AddSingleton(new PipelineOptions { LargestDelivery = LargestDelivery, LargestUnpacked = LargestUnpacked })
                    .AddAuthentications()
                    .AddSingleton<ILms>(new Double("double", asksFirst: false))
                    .AddSingleton<ILms>(new Double("asking", asksFirst: true))
                    .AddSingleton<IEventRegister, InMemoryEvents>()
                    .AddIntake().AddSingleton(Journal).AddDoor();
            },
            settings: ["--Logging:LogLevel:Default=Trace"]);
    }

    public FakeTimeProvider Time { get; } = new(new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero));

    /// <summary>Every line that the host logs.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>What became of deliveries.</summary>
    public DeliveryJournal Journal { get; } = new(TimeProvider.System);

    /// <summary>What was kept.</summary>
    public ConcurrentQueue<Envelope> Kept { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    /// <summary>The value of every secret, by its setting.</summary>
    public static string Secret(string source, string purpose) => $"{source}-{purpose}-4711";

    public async ValueTask InitializeAsync() => Http = await _host.StartAsync();

    public ValueTask DisposeAsync()
    {
        Http?.Dispose();
        return _host.DisposeAsync();
    }

    /// <summary>Delivers bytes, by default with the right bearer token.</summary>
    public Task<HttpResponseMessage> Deliver(
        string source,
        byte[] body,
        string? bearer = null,
        string? encoding = null,
        string method = "POST")
    {
        var request = new HttpRequestMessage(new(method), $"/hooks/lacnord/{source}") { Content = new ByteArrayContent(body) };
        request.Headers.Authorization = new("Bearer", bearer ?? Secret(source, "token"));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (encoding is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        return Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> Deliver(string source, string body, string? bearer = null) =>
        Deliver(source, Encoding.UTF8.GetBytes(body), bearer);

    public static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(content);
        return packed.ToArray();
    }

    Task IQueues.Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation)
    {
        Kept.Enqueue(envelope);
        return Task.CompletedTask;
    }

    string? ISecrets.Find(string institution, string setting) => setting;

    IReadOnlyCollection<Institution> IInstitutions.All => [_institution];

    IReadOnlyCollection<string> IInstitutions.Names => [_institution.Id, "broken"];

    InstitutionState IInstitutions.Find(string id, out Institution? institution)
    {
        institution = id == _institution.Id ? _institution : null;
        return institution is not null ? InstitutionState.InForce
            : id == "broken" ? InstitutionState.Faulty
            : InstitutionState.Unknown;
    }

    private static Source Of(string name, string scheme) =>
        new()
        {
            Institution = OneInstitution.Id,
            Name = name,
            Kind = "double",
            Authentication = scheme,
            Settings = new Dictionary<string, string>(),
            Secrets = HubKinds.Secrets(scheme).ToDictionary(purpose => purpose, purpose => new InboundSecret(Secret(name, purpose))),
        };

    /// <summary>An LMS that reads nothing but the word noise.</summary>
    private sealed class Double(string kind, bool asksFirst) : ILms
    {
        public string Kind => kind;

        public bool AsksFirst => asksFirst;

        public Reading Read(Source source, Delivery delivery) =>
            delivery.Content.Span.SequenceEqual("noise"u8)
                ? new() { Ignored = ["noise"] }
                : new() { Completions = [OneInstitution.Assessed(90)] };
    }
}
