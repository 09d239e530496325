using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using IntegrationHub.Api;
using IntegrationHub.Connectors;
using IntegrationHub.Console;
using IntegrationHub.Core;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Functions.Slices;
using IntegrationHub.Functions.Acts;
using IntegrationHub.Functions.Api;
using IntegrationHub.Functions.Credentials;
using IntegrationHub.Functions.Pages;
using IntegrationHub.Functions.Security;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Hosting;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationHub.Testing.Console;

/// <summary>The hub's public functions over a real issuer; only the stores are in memory.</summary>
internal sealed partial class PublicHub : IAsyncDisposable, IInstitutions, ISecrets, IQueues
{
    public static readonly DateTimeOffset Earned = new(2026, 3, 2, 3, 5, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Issued = Earned.AddMinutes(1);

    private readonly TestHost _host;
    private readonly InMemoryStorage _dossiers = new();
    private Institution _institution = PublicSamples.LacNord;

    private PublicHub(ConcurrentQueue<string> log) => (Log, _host) = (log, new(
                [
                    typeof(CredentialFunctions),
                    typeof(VerifyFunctions),
                    typeof(HolderFunctions),
                    typeof(RecordFunctions),
                    typeof(RecognitionFunctions),
                    typeof(RecognitionApiFunctions),
                    typeof(IssuerFunctions),
                    typeof(AwardPageFunctions),
                    typeof(AwardFunctions),
                    typeof(AssetFunctions),
                ],
        configure: builder => builder.Services
            .AddSingleton<ILoggerProvider>(new KeptLog(log))
            .AddConnectors()
            .AddDoubles(Time, this, Stores, _dossiers, new FakeTokens(Time), new OutsideWorld())
                        .AddSingleton(Addresses)
                        .AddSingleton<PipelineOptions>()
                        .AddSingleton<IMessageTexts, MessageTexts>()
                        .AddSingleton<CredentialStatusPublisher>()
            .AddSlices()
                        .AddSingleton<IKeyRing>(new InMemoryKeyRing())
                        .AddConsole()
                        .AddAdminKey()
                        .AddSingleton<ApiHandler>()
                        .AddActs()
                        .AddSingleton<IntegrationHub.Functions.Pages.PageHandler>()
                        .AddSingleton<BadgePictures>()
                        .AddSingleton<Absence>()
                        .AddSingleton(Turns),
        settings: ["--Hub:AdminKey=open-sesame", "--PublicBaseUrl=http://localhost", "--Logging:LogLevel:Default=Debug"]));

    public const int MostTurns = 2;

    /// <summary>Few turns, and little patience.</summary>
    public VerifyTurns Turns { get; } = new(MostTurns, TimeSpan.FromMilliseconds(100));

    public FakeTimeProvider Time { get; } = new(Issued);

    public InMemoryCredentials Stores { get; } = new();

    public PublicAddresses Addresses { get; } = new(new("https://hub.example.ca"));

    /// <summary>Whether the institution has no good version.</summary>
    public bool IsOut { get; set; }

    /// <summary>What was put on queues.</summary>
    public ConcurrentQueue<Envelope> Sent { get; } = new();

    /// <summary>Every line that the host logs.</summary>
    public ConcurrentQueue<string> Log { get; }

    public HttpClient Visitor { get; private set; } = null!;

    /// <summary>The API, as the visitor may use it.</summary>
    public IHubApi Api => HubClient.Create(Visitor, adminKey: null);

    public static async Task<PublicHub> Start()
    {
        var hub = new PublicHub(new());
        var address = (await hub._host.StartAsync()).BaseAddress;
        hub.Visitor = new(new Browsing(address!)) { BaseAddress = address };
        hub.Visitor.DefaultRequestHeaders.Accept.Add(new("text/html"));
        return hub;
    }

    public ValueTask DisposeAsync()
    {
        Visitor?.Dispose();
        Turns.Dispose();
        return _host.DisposeAsync();
    }

    /// <summary>Awards and issues; says the credential's id.</summary>
    public Task<CredentialId> Issue(Learner learner, MicroCredential? microCredential = null) =>
        Issue(_institution, learner, microCredential ?? PublicSamples.Water);

    /// <summary>The neighbour awards and issues; says the credential's id.</summary>
    public Task<CredentialId> IssueNextDoor(Learner learner) => Issue(PublicSamples.Neighbour, learner, PublicSamples.Water);

    private async Task<CredentialId> Issue(Institution institution, Learner learner, MicroCredential entry)
    {
        await _dossiers.Keep(institution.Id, learner, [], CancellationToken.None);
        var id = new AwardId(DossierId.Of(institution.Id, learner.Id, entry.Code), 0);
        var decision = new Decision(Outcome.Earned, entry.Version, 80, 92.5m, 1, "event-1", Earned);
        var award = new Award
        {
            Id = id,
            Learner = learner.Id,
            MicroCredential = entry.Code,
            Decision = decision,
            Earned = Earned,
            Opened = Earned,
            Steps = [Samples.Step(StepName.Badge, StepState.Done)],
        };
        await _dossiers.Decide(
            await _dossiers.Read(id.Dossier, CancellationToken.None),
            new(new([]), decision, [award], []),
            CancellationToken.None);
        var connection = new Connection
        {
            Role = ConnectionRole.Badges,
            Kind = "hub",
            Rate = 1e9,
            ConfirmEvery = TimeSpan.FromMinutes(1),
            Settings = new Dictionary<string, string>(),
            Secrets = new Dictionary<string, string>(),
        };
        var issued = await _host.Services.GetServices<IBadgePlatform>().Single(platform => platform.Kind == "hub")
            .Issue(institution, connection, new(award, entry, learner, MayExist: false), CancellationToken.None);
        return CredentialId.Parse(issued.Link!.Segments[^1]);
    }

    public string TokenOf(CredentialId id) => _host.Services.GetRequiredService<ClaimLink>().Token(id);

    public async Task<Credential> Of(CredentialId id) => (await Stores.Find(id, CancellationToken.None))!;

    public async Task<Holding> Holding(CredentialId id) => (await Stores.Find((await Of(id)).Holder!.Learner, id, CancellationToken.None))!;

    /// <summary>What the institution says of it, carried through.</summary>
    public async Task Say(CredentialId id, CredentialStatus status, string? reason = null)
    {
        await _host
            .Services.GetRequiredService<CredentialStatusPublisher>()
            .Carry(new(id, status, Time.GetUtcNow(), reason), CancellationToken.None);
        await Put(
            id,
            status switch
            {
                CredentialStatus.Revoked => AwardState.Revoked,
                CredentialStatus.Suspended => AwardState.Suspended,
                _ => AwardState.Valid,
            },
            reason);
    }

    /// <summary>Puts its award into a state.</summary>
    /// <summary>Puts the award into a state; what has not begun was never issued.</summary>
    public async Task Put(CredentialId id, AwardState state, string? reason = null, bool hasBegun = true)
    {
        var dossier = await _dossiers.Read((await Of(id)).Award.Dossier, CancellationToken.None);
        var award = dossier.Awards[0] with { State = state, Reason = reason };
        if (!hasBegun)
            award = award with
            {
                Issued = null,
                Steps = [.. award.Steps.Select(step => step with { State = StepState.Pending, Attempts = 0 })],
            };
        await _dossiers.Decide(dossier, new(new([]), award.Decision, [award], []), CancellationToken.None);
    }

    public async Task Erase(CredentialId id) =>
        await Stores.Save((await Of(id)).Erase(Time.GetUtcNow()), CancellationToken.None);

    /// <summary>Changes the institution's files.</summary>
    public void Change(Func<Institution, Institution> change) => _institution = change(_institution);

    public Task<string> Page(string path) => Visitor.GetStringAsync(path);

    /// <summary>Opens a page for its antiforgery field, then sends a form as the browser would.</summary>
    public async Task<HttpResponseMessage> Post(string page, string action, params (string Name, object Value)[] fields)
    {
        var token = Field().Match(await (await Visitor.GetAsync(page)).Content.ReadAsStringAsync());
        var form = new MultipartFormDataContent
        {
            { new StringContent(WebUtility.HtmlDecode(token.Groups["value"].Value)), token.Groups["name"].Value },
        };
        foreach (var (name, value) in fields)
        {
            if (value is byte[] file)
                form.Add(new ByteArrayContent(file), name, "badge.json");
            else
                form.Add(new StringContent((string)value), name);
        }

        return await Visitor.PostAsync(action, form);
    }

    public void SignIn() => Visitor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "open-sesame");

    Task IQueues.Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation)
    {
        Sent.Enqueue(envelope);
        return Task.CompletedTask;
    }

    string? ISecrets.Find(string institution, string setting) => PublicSamples.Secrets.GetValueOrDefault(setting);

    IReadOnlyCollection<Institution> IInstitutions.All => [_institution, PublicSamples.Neighbour];

    IReadOnlyCollection<string> IInstitutions.Names => [_institution.Id, PublicSamples.Neighbour.Id];

    InstitutionState IInstitutions.Find(string id, out Institution? institution)
    {
        institution = id == _institution.Id ? _institution : id == PublicSamples.Neighbour.Id ? PublicSamples.Neighbour : null;
        if (!IsOut || id != _institution.Id)
            return institution is null ? InstitutionState.Unknown : InstitutionState.InForce;
        institution = null;
        return InstitutionState.Faulty;
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>__RequestVerificationToken)" value="(?<value>[^"]*)".""")]
    private static partial Regex Field();
}
