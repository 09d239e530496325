using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Proofs;
using IntegrationHub.OpenBadges.Status;
using IntegrationHub.OpenBadges.Verification;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationHub.Testing.OpenBadges;

/// <summary>An invented college that signs, and the documents that it and others publish.</summary>
internal sealed class College : IDocuments, IDisposable
{
    public const string Did = SampleBadges.Issuer;
    public static readonly Uri DidDocumentAddress = new("https://hub.example.ca/issuers/nordet/did.json");

    public College()
    {
        Publish();
        PublishList(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, new Bitstring());
        PublishList(SampleBadges.Lists.Suspension, StatusPurposes.Suspension, new Bitstring());
    }

    public Ed25519Key Key { get; } = Seeded(1);

    public Ed25519Key OtherKey { get; } = Seeded(2);

    public RsaKey Rsa { get; } = TestKeys.Rsa();

    public FakeTimeProvider Clock { get; } = new(SampleBadges.From.AddDays(10));

    public Dictionary<Uri, byte[]> Documents { get; } = [];

    public List<Uri> Fetched { get; } = [];

    public static Ed25519Key Seeded(byte seed) => Ed25519Key.FromSeed([.. Enumerable.Repeat(seed, 32)]);

    public void Publish(params Ed25519Key[] previous) => Documents[DidDocumentAddress] =
        DidDocument.Write(Did, [Key.PublicKey, .. previous.Select(key => key.PublicKey)], [Rsa.PublicJwk]);

    public void PublishList(Uri address, string purpose, Bitstring bits) =>
        Documents[address] = Sign(StatusList.Publish(address, Did, purpose, bits, SampleBadges.From).ToUtf8());

    public byte[] Sign(byte[] document, Ed25519Key? key = null, string did = Did) =>
        DataIntegrity.Sign(
            document,
            new() { VerificationMethod = DidDocument.MethodOf(did, (key ?? Key).PublicKey), Created = SampleBadges.From },
            key ?? Key);


    public string SignJwt(byte[] document) => VcJwt.Sign(document, Rsa, DidDocument.MethodOf(Did, Rsa.PublicJwk));

    public byte[] Badge() => Sign(SampleBadges.Full().ToUtf8());

    /// <summary>Publishes a list with one bit set.</summary>
    public void Mark(Uri list, string purpose, int index) => PublishList(list, purpose, new Bitstring { [index] = true });

    public Task<VerificationReport> Verify(byte[] file) => new CredentialVerifier(this, Clock).Verify(file, default);

    public Task<VerificationReport> Verify(string file) => Verify(Encoding.UTF8.GetBytes(file));

    public Task<byte[]> Fetch(Uri address, CancellationToken cancellation)
    {
        Fetched.Add(address);
        return Documents.TryGetValue(address, out var document)
            ? Task.FromResult(document)
            : throw new DocumentException("There is nothing.");
    }

    /// <summary>A document with something changed.</summary>
    public static byte[] With(byte[] json, Action<JsonObject> change)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        change(document);
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    public void Dispose()
    {
        Key.Dispose();
        OtherKey.Dispose();
        Rsa.Dispose();
    }
}
