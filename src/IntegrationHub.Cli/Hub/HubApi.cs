using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Catalogue.Identities;
using IntegrationHub.Cli.Attention;
using IntegrationHub.Cli.Awards;
using IntegrationHub.Cli.Credentials;
using IntegrationHub.Cli.Erasures;
using IntegrationHub.Cli.Identities;
using IntegrationHub.Cli.Reconciliations;
using IntegrationHub.Cli.Records;
using IntegrationHub.Cli.Sources;

namespace IntegrationHub.Cli.Hub;

/// <summary>The hub's HTTP API, signed in with the admin key.</summary>
internal sealed class HubApi : JsonApi
{
    public HubApi(Uri address, string key)
        : base(address)
    {
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Http.DefaultRequestHeaders.AcceptLanguage.Add(new(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
    }

    public async Task<JsonArray> AwardsJson(CancellationToken cancellation) =>
        await Get("api/awards", cancellation) as JsonArray ?? [];

    public async Task<JsonNode> AwardJson(string id, CancellationToken cancellation) =>
        await Get($"api/awards/{Uri.EscapeDataString(id)}", cancellation) ?? throw new CliException(Texts.Get("hub.notFound"));

    public async Task<IReadOnlyList<Award>> Awards(CancellationToken cancellation) =>
        (await AwardsJson(cancellation)).Deserialize<Award[]>(Json) ?? [];

    public async Task<Award> Award(string id, CancellationToken cancellation) =>
        (await AwardJson(id, cancellation)).Deserialize<Award>(Json)!;

    public Task Replay(string id, string? step, CancellationToken cancellation) =>
        Post($"api/awards/{Uri.EscapeDataString(id)}/replay{(step is null ? "" : "/" + step)}", null, cancellation);

    public async Task<JsonArray> AttentionJson(CancellationToken cancellation) =>
        await Get("api/attention", cancellation) as JsonArray ?? [];

    public async Task<IReadOnlyList<AttentionItem>> Attention(CancellationToken cancellation) =>
        (await AttentionJson(cancellation)).Deserialize<AttentionItem[]>(Json) ?? [];

    /// <summary>An item's id is its name within its institution, so the list is asked for that.</summary>
    public Task RetryAttention(string id, CancellationToken cancellation) => Settle(id, "retry", cancellation);

    private async Task Settle(string id, string how, CancellationToken cancellation)
    {
        var item = (await Attention(cancellation)).FirstOrDefault(item => item.Id == id) ?? throw new CliException(Texts.Get("attention.unknown", id));
        await Post($"api/attention/{item.Institution}/{Uri.EscapeDataString(id)}/{how}", null, cancellation);
    }

    /// <summary>Decides something about an award.</summary>
    public Task Act(string award, string act, string? reason, CancellationToken cancellation) =>
        Post($"api/awards/{Uri.EscapeDataString(award)}/acts/{act}", new { reason }, cancellation);

    /// <summary>Moves an award to the student it belongs to.</summary>
    public Task Move(string award, string student, string reason, CancellationToken cancellation) =>
        Post($"api/awards/{Uri.EscapeDataString(award)}/move", new { student, reason }, cancellation);

    /// <summary>Merges a learner who was kept twice.</summary>
    public Task Merge(string institution, string from, string into, CancellationToken cancellation) =>
        Post($"api/learners/{Uri.EscapeDataString(institution)}/merge", new { from, into }, cancellation);

    /// <summary>Waives the missing prerequisite that an attention item names.</summary>
    public Task Waive(string id, CancellationToken cancellation) => Settle(id, "waive", cancellation);

    /// <returns>What the endorsement is about.</returns>
    public async Task<string?> Endorse(string institution, string document, CancellationToken cancellation) =>
        (await PostText($"api/endorsements/{Uri.EscapeDataString(institution)}", document, cancellation))?["about"]?.GetValue<string>();

    /// <summary>Brings a learner's credential of another house.</summary>
    /// <returns>What it counts as, in both languages, and the codes of what it counts for.</returns>
    public async Task<Recognised> Recognise(string institution, string studentNumber, string? email, byte[] file, CancellationToken cancellation) =>
        (await Post($"api/recognitions/{Uri.EscapeDataString(institution)}", new { studentNumber, email, file }, cancellation)).Deserialize<Recognised>(Json)!;

    /// <summary>Has a learner erased.</summary>
    public async Task<Erasure> Erase(string institution, string studentNumber, CancellationToken cancellation) =>
        (await Post("api/erasures", new { institution, studentNumber }, cancellation)).Deserialize<Erasure>(Json)!;

    /// <summary>How far an erasure has come.</summary>
    public async Task<Erasure> Erasure(string institution, string learner, CancellationToken cancellation) =>
        (await Get($"api/erasures/{Uri.EscapeDataString(institution)}/{Uri.EscapeDataString(learner)}", cancellation)).Deserialize<Erasure>(Json)!;

    /// <summary>Does every erasure of an institution's ledger again.</summary>
    public async Task<Replayed> ReplayErasures(string institution, CancellationToken cancellation) =>
        (await Post($"api/erasures/{Uri.EscapeDataString(institution)}", null, cancellation)).Deserialize<Replayed>(Json)!;

    public async Task<JsonArray> RecordsJson(string institution, CancellationToken cancellation) =>
        await Get(RecordPath(institution), cancellation) as JsonArray ?? [];

    public async Task<IReadOnlyList<RecordFile>> Records(string institution, CancellationToken cancellation) =>
        (await RecordsJson(institution, cancellation)).Deserialize<RecordFile[]>(Json) ?? [];

    /// <returns>The registrar's batch file of a day, as CSV.</returns>
    public Task<string> RecordFile(string institution, string day, CancellationToken cancellation) => GetText(RecordPath(institution, day), cancellation);

    /// <summary>Says that a batch file was loaded, and with how many lines.</summary>
    public async Task<RecordFile> RecordsLoaded(string institution, string day, int? lines, CancellationToken cancellation) =>
        (await Post($"{RecordPath(institution, day)}/loaded", new { lines }, cancellation)).Deserialize<RecordFile>(Json)!;

    private static string RecordPath(params string[] parts) => $"api/records/{string.Join('/', parts.Select(Uri.EscapeDataString))}";

    /// <summary>Every source with what was heard of it.</summary>
    public async Task<IReadOnlyList<SourceInfo>> Sources(CancellationToken cancellation) =>
        (await Get("api/sources", cancellation)).Deserialize<SourceInfo[]>(Json) ?? [];

    /// <summary>Has the hub send itself a test event in the source's name.</summary>
    public async Task<TestResult> TestSource(SourceInfo source, CancellationToken cancellation) =>
        (await Post($"api/sources/{source.Path}/test", null, cancellation)).Deserialize<TestResult>(Json)!;

    /// <summary>One source, with what was heard of it up to now.</summary>
    public async Task<SourceInfo> Source(SourceInfo source, CancellationToken cancellation) =>
        (await Get($"api/sources/{source.Path}", cancellation)).Deserialize<SourceInfo>(Json)!;

    /// <summary>Ties an identifier of the LMS to a student number; what waited for it goes on.</summary>
    public Task AddIdentity(Identity identity, CancellationToken cancellation) => Post("api/identities", identity, cancellation);

    /// <summary>Loads lines of a table of identities.</summary>
    /// <returns>The numbers of the lines whose student the SIS does not know.</returns>
    public async Task<IReadOnlyList<int>> LoadIdentities(string institution, string source, IReadOnlyList<IdentityEntry> lines, bool last, CancellationToken cancellation) =>
        (await Post("api/identities/table", new { institution, source, lines, last }, cancellation))?["unknown"].Deserialize<int[]>(Json) ?? [];

    /// <returns>The student number that a name leads to.</returns>
    public async Task<string?> FindIdentity(Identity identity, CancellationToken cancellation) =>
        (await Post("api/identities/find", identity, cancellation))?["studentNumber"]?.GetValue<string>();

    /// <returns>How many names were forgotten.</returns>
    public async Task<int> ForgetIdentity(Identity identity, CancellationToken cancellation) =>
        (await Delete("api/identities", identity, cancellation))?["forgotten"]?.GetValue<int>() ?? 0;

    /// <summary>Begins a reconciliation.</summary>
    public async Task<Reconciliation> Reconcile(string institution, string source, DateTimeOffset? since, CancellationToken cancellation) =>
        (await Post("api/reconciliations", new { institution, source, since }, cancellation)).Deserialize<Reconciliation>(Json)!;

    /// <summary>A reconciliation as it stands.</summary>
    public async Task<JsonNode> ReconciliationJson(Reconciliation begun, CancellationToken cancellation) =>
        await Get($"api/reconciliations/{Uri.EscapeDataString(begun.Institution)}/{Uri.EscapeDataString(begun.Source)}/{Uri.EscapeDataString(begun.Id)}", cancellation)
        ?? throw new CliException(Texts.Get("hub.notFound"));
}
