using IntegrationHub.Catalogue.Faults;

namespace IntegrationHub.Tests.Catalogue;

/// <summary>The institution of <see cref="CatalogueOnDisk"/>, issuing its own credentials, to be spoilt.</summary>
internal sealed class IssuerOnDisk : IDisposable
{
    public const string Main = CatalogueOnDisk.Main;

    public const string Water = CatalogueOnDisk.Water;

    public const string Logo = "lac/images/logo.svg";

    public const string Image = "lac/micro-credentials/water.png";

    public const string Multikey = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    public static readonly string Jwk = $$"""{"kty":"RSA","n":"{{new string('s', 342)}}","e":"AQAB"}""";

    private const string Issuer = """
        kind: hub
        issuer:
          did: "did:web:%DidHost%:issuers:lac"
          url: https://www.lac.example.ca
          email: titres@lac.example.ca
          ed25519: LAC_ISSUER_ED25519
          rsa: LAC_ISSUER_RSA
          previous:
            - multikey: z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2
            - jwk: 'JWK'
          linkedInOrganization: 1234567
          colours: { primary: "#0b3d5c", text: "#ffffff" }
          logo: images/logo.svg
        """;

    private const string Summary = """
        hours: 7.5
          assessmentType: { fr: épreuve, en: test }
          learningOutcomes:
            - { fr: Prélever., en: Take samples. }
            - fr: Filtrer.
              en: Filter.
              alignments:
                - framework: ESCO
                  code: S1.2
                  name: { fr: filtrer l’eau, en: filter water }
                  url: https://skills.example.ca/filter
          qualityAssurance: { fr: le comité, en: the committee, url: https://www.lac.example.ca/quality }
        validFor: 36 months
        """;

    private const string Badge = """
        badge:
          image: water.png
          achievementType: Certificate
          tags: [water, eau]
          fieldOfStudy: { fr: Environnement, en: Environment }
        """;

    private readonly CatalogueOnDisk _catalogue = new();

    public IssuerOnDisk()
    {
        _catalogue.Spoil(
            Main,
            "kind: badgr\n    address: https://badges.example.ca\n    secrets: { user: LAC_BADGR_USER, password: LAC_BADGR_PASSWORD }",
            Issuer.Replace("JWK", Jwk, StringComparison.Ordinal));
        _catalogue.Spoil(Water, "hours: 7.5", Summary);
        _catalogue.Spoil(Water, "badge: { class: b1 }", Badge);
        _catalogue.Spoil(Water, "assessment: 31 }", "assessment: 31, period: { start: 2026-01-12, end: 2026-03-20 } }");
        _catalogue.Write(
            Logo,
            """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect id="r" width="8" height="8" fill="url(#r)"/></svg>""");
        _catalogue.Write(Image, Png);
    }

    /// <summary>One black pixel.</summary>
    public static byte[] Png { get; } =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");

    public string Folder => _catalogue.Folder;

    public void Write(string file, string text) => _catalogue.Write(file, text);

    public void Write(string file, byte[] content) => _catalogue.Write(file, content);

    public void Spoil(string file, string old, string @new) => _catalogue.Spoil(file, old, @new);

    /// <summary>Puts another institution beside it, of the same content and with names of its own.</summary>
    public void Neighbour(string id)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, "lac"), "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(Folder, file).Replace("lac/", $"{id}/", StringComparison.Ordinal), File.ReadAllBytes(file));
        foreach (
            var (old, @new) in new[] { ("id: lac", $"id: {id}"), ("LAC_", $"{id.ToUpperInvariant()}_"), ("issuers:lac", $"issuers:{id}") })
            Spoil($"{id}/institution.yaml", old, @new);
    }

    public IReadOnlyList<CatalogueFault> Lint() => _catalogue.Lint();

    public void Dispose() => _catalogue.Dispose();
}
