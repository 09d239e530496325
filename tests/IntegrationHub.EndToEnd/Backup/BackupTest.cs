using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Backup;
using IntegrationHub.Testing;
using Xunit;

namespace IntegrationHub.EndToEnd.Backup;

/// <summary>A storage of its own for each test, with rows and blobs of two institutions, and a folder for backups.</summary>
public abstract class BackupTest : IAsyncLifetime
{
    private const string Held = "held/KEY/20261101/lac/a.json";

    private protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("hub-backup-");
    private AzuriteProcess _azurite = null!;
    private protected Account Account { get; private set; } = null!;

    private protected StorageClients Clients => StorageClients.Of(_azurite.ConnectionString);

    private protected string Backup => Path.Combine(Folder.FullName, "backup");

    public async ValueTask InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync(Repository.Root, AzuritePorts.Free());
        Account = new(_azurite.ConnectionString);
        await Account.Make();
        await Fill();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _azurite.DisposeAsync();
        Folder.Delete(recursive: true);
    }

    private protected Task<BackupResult> Take(string? institution = null) =>
        new StorageBackup(Clients, TimeProvider.System).Take(
            Backup,
            institution,
            onlyErasures: false,
            new Nobody(),
            CancellationToken.None);


    private protected Task<RestoreResult> Restore(bool intoExisting = false) =>
        new StorageRestore(Clients, TimeProvider.System).Run(Backup, intoExisting, new Nobody(), CancellationToken.None);

    /// <summary>What is there but for the next places in status lists, which are new ones after every restore.</summary>
    private protected async Task<SortedDictionary<string, string>> Restored()
    {
        var all = await Account.Read();
        foreach (var next in all.Keys.Where(name => name.StartsWith("statusserials/", StringComparison.Ordinal)).ToList())
            all.Remove(next);
        return all;
    }

    /// <summary>Two institutions, one named like the beginning of the other; every type; names and contents of every kind.</summary>
    private async Task Fill()
    {
        var now = new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(1234567);
        await Row(
            "dossiers",
            "lac-AAAA",
            "decision",
            ("Json", "{\"é\":\"\\\"\n\"}"),
            ("V", 1),
            ("L", long.MaxValue),
            ("D", 2.0),
            ("B", true),
            ("G", Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e")),
            ("At", now),
            ("Bin", new byte[] { 0, 255 }));
        for (var at = 0; at < 250; at++)
            await Row("dossiers", "lac-BBBB", $"timeline~{at:D4}", ("Json", new string('x', 200)));
        await Row("dossiers", "lac2-AAAA", "decision", ("Json", "{}"));
        await Row("open", "2026110112~3", "lac-AAAA-0", ("Opened", now));
        await Row("open", "2026110112~3", "lac2-AAAA-0", ("Opened", now));
        await Row("calendar", "20261101", "lac-AAAA-0~30");
        await Row("calendar", "20261101", "lac2-AAAA-0~30");
        await Row("learners", "lac~ID", "learner", ("Json", "{}"));
        await Row("records", "lac~files", "20261101", ("Json", "{}"));
        await Row("connections", "lac", "ethos", ("Json", "{}"));
        await Blob("payloads", "20261101/lac/a.json", "{}");
        await Blob("payloads", Held, "{}");
        await Blob("payloads", "20261101/lac2/a.json", "{}");
        await Blob("catalogue", "lac/micro-credentials/é ü%20.yaml", "titre: é");
        await Blob("catalogue", "lac2/institution.yaml", "id: lac2");
        await Blob("lastgood", "lac.zip", "PK");
        await Blob("lastgood", "lac2.zip", "PK2");
        await Blob("credentials", "lac/SECRET.json", "");
    }

    private protected async Task Row(string table, string partition, string key, params (string Name, object Value)[] properties)
    {
        var row = new TableEntity(partition, key);
        foreach (var (name, value) in properties)
            row[name] = value;
        await Account.Tables.GetTableClient(table).UpsertEntityAsync(row, TableUpdateMode.Replace);
    }

    private protected async Task Blob(string container, string name, string content) =>
        await Account
            .Blobs.GetBlobContainerClient(container)
            .GetBlobClient(name)
            .UploadAsync(
        new BinaryData(Encoding.UTF8.GetBytes(content)),
                new BlobUploadOptions
                {
                    HttpHeaders = new() { ContentType = "text/x-test", ContentEncoding = "identity" },
                    Metadata = new Dictionary<string, string> { ["v"] = "1" },
                });

    private protected sealed class Nobody : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value)
        {
        }
    }

    private protected sealed class Told(Action first) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value) => first();
    }
}
