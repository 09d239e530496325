using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using IntegrationHub.Api;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Storage;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Console;
using IntegrationHub.Testing.Telemetry;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>
/// Azurite, the sandbox campus and the hub, on free ports, as impatient as their settings allow; badges come from a platform.
/// </summary>
public class RunningHub : IAsyncLifetime
{
    private const string FromTheHub = "  badges:\n    kind: hub # or, on a platform:\n";

    /// <summary>How long something may take before it counts as never; a machine that does much else is slow.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>How long the last spans, metrics and lines are on their way to the collector.</summary>
    private static readonly TimeSpan LastExport = TimeSpan.FromSeconds(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-");
    private AzuriteProcess? _azurite;
    private HubProcess? _process;

    internal Campus Campus { get; private set; } = null!;

    internal IHubApi Api { get; private set; } = null!;

    /// <summary>Where the hub exports to.</summary>
    internal Collector Telemetry { get; private set; } = null!;

    /// <summary>Somebody without the key.</summary>
    internal HttpClient Anybody { get; private set; } = null!;

    internal Dictionary<string, string> Settings { get; private set; } = [];

    internal string AdminKey => Settings[LocalSecrets.AdminKey];

    /// <summary>Who Moodle says it is.</summary>
    internal string Moodle => $"{Settings["LACNORD_MOODLE_USER"]}:{Settings["LACNORD_MOODLE_PASSWORD"]}";

    internal string Storage => _azurite!.ConnectionString;

    internal string Institutions => Settings["Catalogue:Folder"];

    public virtual async ValueTask InitializeAsync()
    {
        var free = FreePorts(2);
        var azuritePorts = AzuritePorts.Free();
        var ports = new Ports(
            new("hub", free[0]), new("sandbox", free[1]),
            new("blob", azuritePorts.Blob), new("queue", azuritePorts.Queue), new("table", azuritePorts.Table));
        var secrets = LocalSecrets.ReadOrMake(Path.Combine(_folder.FullName, "settings.json"));
        var workspace = new Workspace(Repository.Root, _ => null);
        _azurite = await AzuriteProcess.StartAsync(Repository.Root, azuritePorts);
        Campus = new(ports, secrets);
        await Campus.Start();
        Settings = ChildSettings.Hub(ports, secrets, _azurite.ConnectionString, workspace);
        Settings["Catalogue:Folder"] = CopyInstitutions(workspace.Institutions);
        Settings["Catalogue:LastGood"] = Path.Combine(_folder.FullName, "last-good");
        Telemetry = await Collector.Start();
        foreach (var (setting, value) in Impatience.Select(one => (one.Key, one.Value)).Concat(Telemetry.Settings()))
            Settings[setting] = value;
        Adjust(Settings);
        Api = HubConnection.Open(new(ports.HubAddress), AdminKey);
        Anybody = new(new Browsing(new(Settings["PublicBaseUrl"]))) { BaseAddress = new(ports.HubAddress) };
        await Start();
    }

    internal async Task Start() => _process = await HubProcess.Start(Settings, program: await Program());

    /// <summary>Its process, or that of the host that runs it.</summary>
    internal int ProcessId => _process!.Id;

    /// <summary>What the hub has written to its log since it was last started.</summary>
    internal string Log => _process!.Log;

    /// <summary>All that this hub and others with its settings have told so far: by log line, and by exported request.</summary>
    internal IEnumerable<(string Where, string Text)> Told() =>
        HubProcess.AllLines.Select((line, i) => ($"log line {i + 1}", line)).Concat(Telemetry.Texts);

    internal Task Kill() => _process!.Kill();

    /// <summary>Asks the hub to end (SIGTERM).</summary>
    internal void Terminate() => _process!.Terminate();

    /// <summary>Waits until the hub has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    internal Task<int> Ended() => _process!.Ended();

    internal static Dictionary<string, string> Impatience => new()
    {
        ["Pipeline:Claim"] = "00:00:03",
        ["Pipeline:FirstRetry"] = "00:00:01",
        ["Pipeline:SweepAfter"] = "00:00:05",
        ["SweepSchedule"] = "*/3 * * * * *",
        ["EmbeddedHost:Lease"] = "00:00:05",
        ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.2",
        ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:01",
        ["Catalogue:LookEvery"] = "00:00:00.2",
    };

    /// <summary>One completion of a learner, graded in Canvas.</summary>
    internal async Task Complete(Learner learner, string course, int percent = 95) =>
        await Campus.Send("canvas", new { learner = learner.Email, course, score = percent });

    /// <summary>Sends a body to a webhook as it is.</summary>
    internal Task<HttpResponseMessage> Deliver(string address, string body, string? basic = null, string? version = "1.0.3")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/lacnord/{address}") { Content = new StringContent(body) };
        if (basic is not null)
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(basic)));
        if (version is not null)
            request.Headers.Add("X-Experience-API-Version", version);
        return Anybody.SendAsync(request);
    }

    /// <summary>Ties the learner's number in Moodle to the student number.</summary>
    internal Task Introduce(Learner learner) =>
        Api.AddIdentity(new("lacnord", "moodle", "lmsId", $"{learner.MoodleId}", learner.StudentNumber!), CancellationToken.None);

    /// <summary>What people must settle.</summary>
    internal Task<IReadOnlyList<AttentionItemResponse>> OpenItems() => Api.Attention(cancellation: CancellationToken.None);

    /// <summary>The latest awards.</summary>
    internal Task<IReadOnlyList<AwardResponse>> LatestAwards() => Api.Awards(cancellation: CancellationToken.None);

    /// <summary>An answer of the API as it stands on the wire.</summary>
    internal async Task<JsonNode> Raw(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new("Bearer", AdminKey) } };
        using var answer = await Anybody.SendAsync(request);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>The learner's one award, with its timeline, as soon as it is as expected.</summary>
    internal async Task<AwardResponse> AwardOf(Learner learner, Func<AwardResponse, bool> asExpected)
    {
        AwardResponse? last = null;
        try
        {
            await Until(async () =>
            {
                last = (await LatestAwards()).SingleOrDefault(award => award.Learner == learner.StudentNumber);
                return last is not null && asExpected(last);
            });
        }
        catch (TimeoutException)
        {
            var steps = string.Join(
                ", ",
                last?.Steps?.Select(step => $"{step.Name} {step.State} ({step.Attempts}) {step.Error}") ?? ["no award"]);
            throw new TimeoutException($"The award did not become as expected: {steps}{Environment.NewLine}{_process!.Log}");
        }

        return await Api.Award(last!.Id, CancellationToken.None);
    }

    internal Task<AwardResponse> DoneAwardOf(Learner learner) => AwardOf(learner, award => award.Steps!.All(step => step.State == "done"));

    /// <summary>Each erasure comes a second time, a minute later: so many messages wait for that.</summary>
    internal int SecondPasses { get; set; }

    /// <summary>Completions that wait until their LMS releases what they tell of, however long.</summary>
    private int _unreleased;

    /// <summary>Lets what is on its way for good wait, for the LMS shows nothing of what it tells.</summary>
    internal async Task LetTheUnreleasedWait()
    {
        var queue = new QueueClient(Storage, QueueNames.Completions);
        var (last, since) = (-1, TimeProvider.System.GetUtcNow());
        await Until(async () =>
        {
            QueueProperties now = await queue.GetPropertiesAsync();
            if (now.ApproximateMessagesCount != last)
                (last, since) = (now.ApproximateMessagesCount, TimeProvider.System.GetUtcNow());
            return TimeProvider.System.GetUtcNow() - since > TimeSpan.FromSeconds(5);
        });
        _unreleased = last;
    }

    /// <summary>
    /// Nothing is on its way any more, nor hidden, nor poisoned, but what waits for a system's or a person's confirmation.
    /// </summary>
    internal async Task QueuesAreEmpty()
    {
        List<string> left = [];
        try
        {
            await Until(async () => (left = await QueuesWithMessages()).Count == 0);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Still on their way: {string.Join(", ", left)}{Environment.NewLine}{_process!.Log}");
        }
    }

    private async Task<List<string>> QueuesWithMessages()
    {
        var submitted = (await LatestAwards()).Count(award => award.Step("transcript")?.State == "submitted");
        var left = new List<string>();
        foreach (var name in StorageNames.Queues)
        {
            QueueProperties queue = await new QueueClient(Storage, name).GetPropertiesAsync();
            var waiting = name switch
            {
                QueueNames.Erasures => SecondPasses,
                QueueNames.Transcripts => submitted,
                QueueNames.Completions => _unreleased,
                _ => 0,
            };
            if (queue.ApproximateMessagesCount > waiting)
                left.Add($"{name} {queue.ApproximateMessagesCount}");
        }

        return left;
    }

    internal static async Task Until(Func<Task<bool>> condition, TimeSpan? within = null)
    {
        var patience = within ?? Patience;
        using var end = new CancellationTokenSource(patience);
        while (!await condition())
        {
            if (end.IsCancellationRequested)
                throw new TimeoutException($"Not within {patience.TotalSeconds} s.");
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    internal static Task Until(Func<bool> condition, TimeSpan? within = null) => Until(() => Task.FromResult(condition()), within);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        IReadOnlyList<string> leaks = [];
        if (_process is not null)
        {
            await Task.Delay(LastExport, CancellationToken.None);
            await _process.DisposeAsync();
            (string, string)[] told = [.. Told()];
            leaks = [.. Privacy.Of(Campus, Settings).Leaks(told), .. Privacy.Unseen(told, Places)];
        }

        if (Campus is not null)
            await Campus.DisposeAsync();
        if (Telemetry is not null)
            await Telemetry.DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
        Api?.Dispose();
        Anybody?.Dispose();
        _folder.Delete(recursive: true);
        if (leaks.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, leaks.Prepend("A hub told what it must not tell:")));
    }

    internal static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    /// <summary>The sandbox institution's file as this hub is to read it.</summary>
    protected virtual string Institution(string yaml) =>
        yaml.Replace(FromTheHub, "", StringComparison.Ordinal).Replace("\n  # ", "\n  ", StringComparison.Ordinal);

    /// <summary>One of its micro-credentials as this hub is to read it.</summary>
    protected virtual string MicroCredential(string code, string yaml) => yaml;

    /// <summary>Where this hub tells what it does.</summary>
    protected virtual string[] Places => Privacy.Places;

    /// <summary>What is started; null for the hub by itself.</summary>
    protected virtual Task<ProcessStartInfo?> Program() => Task.FromResult<ProcessStartInfo?>(null);

    /// <summary>The last word on the settings that the hub starts with.</summary>
    protected virtual void Adjust(Dictionary<string, string> settings)
    {
    }

    /// <summary>The sandbox institution's files, confirming sooner; a test may spoil them.</summary>
    private string CopyInstitutions(string from)
    {
        var to = Path.Combine(_folder.FullName, "institutions");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var text = File.ReadAllText(file).Replace("confirmEvery: 5 s", "confirmEvery: 1 s", StringComparison.Ordinal);
            var name = Path.GetFileNameWithoutExtension(file);
            File.WriteAllText(copy, name == "institution" ? Institution(text) : MicroCredential(name, text));
        }

        return to;
    }
}
