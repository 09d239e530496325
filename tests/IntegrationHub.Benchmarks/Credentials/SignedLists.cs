using System.Buffers.Text;
using IntegrationHub.Connectors.Badges.OwnIssuer;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.Benchmarks.Credentials;

/// <summary>Serves status lists after so many changes, each in a list of its own and spread as the hub spreads them.</summary>
internal sealed class SignedLists : IDisposable
{
    /// <summary>After one more change: the list is packed and signed again.</summary>
    public const string Cold = "cold";

    /// <summary>Nothing has changed since the last reader.</summary>
    public const string Warm = "warm";

    private const string Ed25519 = "BENCH_ED25519";
    private const string Rsa = "BENCH_RSA";
    private const string Name = "revocation-0";
    private static readonly PublicAddresses Addresses = new(new("https://hub.example.ca/"));

    private readonly MemoryLists _lists = new();
    private readonly SigningKeys _keys;
    private readonly StatusListDocuments _documents;
    private readonly byte[] _order;
    private readonly HashSet<int> _changed = [];

    public SignedLists(byte[] seed)
    {
        _order = seed;
        _keys = new(new Secrets(new() { [Ed25519] = Base64Url.EncodeToString(seed), [Rsa] = NewKeys.Generate().RsaPkcs8 }));
        _documents = new(_lists, new(_keys, Addresses), Addresses, TimeProvider.System);
    }

    public static IReadOnlyList<int> Changes { get; } = [0, 1_000, 100_000];

    public static IReadOnlyList<string> States { get; } = [Cold, Warm];

    /// <param name="name"><see cref="Cold"/> or <see cref="Warm"/>.</param>
    /// <param name="changes">How many credentials were revoked before.</param>
    public Action Of(string name, int changes)
    {
        var institution = Institution($"revoked{changes}");
        if (_changed.Add(changes))
            for (var serial = 0; serial < changes; serial++)
                Set(institution, serial, isSet: true);
        var next = true;
        return name == Warm ? () => Read(institution) : () =>
        {
            Set(institution, StatusEntry.Bits - 1, next);
            next = !next;
            Read(institution);
        };
    }

    public void Dispose() => _keys.Dispose();

    private void Set(Institution institution, int serial, bool isSet) =>
        Done(_lists.Set(institution.Id, StatusPurpose.Revocation, new(0, Shuffle.Index(_order, serial)), isSet, CancellationToken.None));

    private void Read(Institution institution) => Done(_documents.Read(institution, Name, CancellationToken.None));

    private static void Done(Task task)
    {
        if (!task.IsCompletedSuccessfully)
            throw new InvalidOperationException("A status list of the bench cannot be read.");
    }

    private static Institution Institution(string id) => new()
    {
        Id = id,
        Name = new BilingualText("Collège du Lac-Nord", "Lac-Nord College"),
        TimeZone = "America/Toronto",
        Pepper = "BENCH_PEPPER",
        Sources = new Dictionary<string, Source>(),
        Connections = new Dictionary<ConnectionRole, Connection>(),
        MicroCredentials = new Dictionary<string, MicroCredential>(),
        Issuer = new() { Did = SampleCredentials.Did, Url = new("https://lacnord.example.ca"), Ed25519 = Ed25519, Rsa = Rsa },
    };

    private sealed class Secrets(Dictionary<string, string> settings) : ISecrets
    {
        public string? Find(string institution, string setting) => settings.GetValueOrDefault(setting);
    }
}
