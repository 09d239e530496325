using System.Security.Cryptography;
using System.Text.Json;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Proofs;

namespace IntegrationHub.Benchmarks.Credentials;

/// <summary>What both sides get, as files: a new key, its DID document, the credentials plain and signed by us.</summary>
internal sealed class Material : IDisposable
{
    private static readonly byte[] SecretPrefix = [0x80, 0x26];
    private static readonly Dictionary<string, AchievementCredential> BySize =
        new() { ["small"] = SampleCredentials.Small, ["large"] = SampleCredentials.Large };

    private readonly string _folder;

    private Material(string folder, byte[] seed) => (_folder, Seed, Key) = (folder, seed, Ed25519Key.FromSeed(seed));

    public static IReadOnlyCollection<string> Sizes => BySize.Keys;

    public byte[] Seed { get; }

    public Ed25519Key Key { get; }

    public ProofOptions Options =>
        new() { VerificationMethod = DidDocument.MethodOf(SampleCredentials.Did, Key.PublicKey), Created = SampleCredentials.Issued };

    public byte[] Did => File.ReadAllBytes(At("did.json"));

    public byte[] Plain(string size) => File.ReadAllBytes(At($"{size}.json"));

    public byte[] Signed(string size) => File.ReadAllBytes(At($"{size}.signed.json"));

    /// <summary>How many statements a credential makes.</summary>
    public static int Quads(string size)
    {
        using var document = JsonDocument.Parse(BySize[size].ToUtf8());
        return DataIntegrity.DocumentQuads(document.RootElement).Utf8.Count((byte)'\n');
    }

    public static Material Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var material = new Material(folder, RandomNumberGenerator.GetBytes(Ed25519Key.SeedLength));
        File.WriteAllBytes(material.At("did.json"), DidDocument.Write(SampleCredentials.Did, [material.Key.PublicKey], []));
        var secretKeyMultibase = Multibase.Encode58([.. SecretPrefix, .. material.Seed]);
        File.WriteAllBytes(
            material.At("key.json"),
            JsonSerializer.SerializeToUtf8Bytes(new { secretKeyMultibase, created = SampleCredentials.Issued.UtcDateTime }));
        foreach (var (size, credential) in BySize)
        {
            File.WriteAllBytes(material.At($"{size}.json"), credential.ToUtf8());
            File.WriteAllBytes(material.At($"{size}.signed.json"), DataIntegrity.Sign(credential.ToUtf8(), material.Options, material.Key));
        }

        return material;
    }

    public static Material Read(string folder)
    {
        using var key = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "key.json")));
        return Multibase.TryDecode58(key.RootElement.GetProperty("secretKeyMultibase").GetString(), out var secret)
            ? new(folder, secret[SecretPrefix.Length..])
            : throw new InvalidOperationException($"The key in {folder} is not one of the bench.");
    }

    public void Dispose() => Key.Dispose();

    private string At(string file) => Path.Combine(_folder, file);
}
