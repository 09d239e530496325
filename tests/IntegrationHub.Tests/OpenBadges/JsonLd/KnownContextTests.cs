using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationHub.OpenBadges.Canonical;
using IntegrationHub.OpenBadges.JsonLd;
using IntegrationHub.OpenBadges.JsonLd.Contexts;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.JsonLd;

/// <summary>What a signature means hangs on the contexts: a package that changes one is noticed here.</summary>
public sealed class KnownContextTests
{
    private static readonly string[] Pinned =
    [
        "https://www.w3.org/ns/credentials/v2 aae3253a16be0bdbd901bf7b348f01ea8862a71ab73303602e8179ae8a82384f",
        "https://www.w3.org/2018/credentials/v1 b10a3265e7d2f0f846ef0cd8e121d46c3dae1b42ca7e64ca7e1ebf355774bc98",
        "https://w3id.org/security/data-integrity/v1 048fdaf44177c3c317db83ef146ec9b18fbc841ecef1fa3f8a07cbbe0c6de33c",
        "https://w3id.org/security/data-integrity/v2 5c09fbd78f3e0d326ed835e3303e97d13096ac0fe3eaa98f1c87560989f24772",
        "https://w3id.org/security/suites/ed25519-2020/v1 911bebd97cdf7f33855299018fd15bd27b5f01815641c0f479a42a2f1f725a1a",
        "https://w3id.org/security/multikey/v1 44127dea813debeb4d63bb1ad6d3842620ef61b7f0e92f0e880226bbb23fd025",
        "https://www.w3.org/ns/credentials/status/v1 7ecf08474dd7991fb8882e16827ecd81b0157d149eefe27b3c0042111f7a131d",
        "https://w3id.org/vc/status-list/2021/v1 46a61c048ead2d084c8d6f27104fe50058b17a781b3a3009838ff5183f580d87",
        "https://w3id.org/dcc/v1 960159d9a4b50d54a03ad60ec5027e4d624198f75b8a7e474077765803e9e2c4",
        "https://purl.imsglobal.org/spec/ob/v3p0/context.json 0b6500c196e4d3297896059cf891eb2dc951a360e2ffced13f50de1f606e3587",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json e8e6bf71e35f7d41560fafe7765a3bf1146d0ce37f0aff5a5b9126668fb08eb9",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json c4afd9f6c6ad1dc62ec3679b32fe565c640df5acd4d3822fcad92d3e6f039f38",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json 9230bfa8bd6310d6562ad7f754eae070f65e82d9e586973a8451222a2d98493f",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json 4957b83ef3ea176aff76eb802fb28e9bca5fb24b92b9867a3ec0e0c8579e0e33",
        "https://purl.imsglobal.org/spec/clr/v2p0/context.json 05c300da5b08deb2a5bcc90d1652beb4aed29390b93f63dd491dd893b0ebb50e",
        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json eff06a5aa8aa782fadc550d1adae4501b2a1a1b882121e998f59451695aa3fa4",
    ];

    [Fact]
    public void Each_context_is_the_one_that_was_reviewed() =>
        KnownContexts.Addresses.Select(address => $"{address} {Hash(KnownContexts.Find(address)!.Canonical)}")
            .ShouldBe(Pinned, ignoreOrder: true);

    /// <summary>
    /// No signature covers the list of contexts: were a statement to bear one name under this context and another under that, who holds
    /// a badge could show its words under the other name. Names of classes are apart: they stand where types stand.
    /// </summary>
    [Fact]
    public void What_is_stated_bears_one_name_under_whichever_context()
    {
        var names = KnownContexts.Addresses.SelectMany(address => Terms(KnownContexts.Find(address)!, ActiveContext.Initial))
            .Where(term => char.IsAsciiLetterLower(term.Name[0]))
            .GroupBy(term => (term.Iri, term.IsReverse), term => term.Name)
            .ToDictionary(term => term.Key, term => term.Distinct().ToList());

        names.Count.ShouldBeGreaterThan(150);
        names.Where(term => term.Value.Count > 1).ShouldBeEmpty();
    }

    /// <summary>Of the file in the repository, which is not ours: whose each document is, and that it is whole.</summary>
    [Fact]
    public void Each_document_by_others_carries_its_hash_its_package_and_its_licence()
    {
        var path = Path.Combine(Repository.Root, "src", "IntegrationHub.OpenBadges", "contexts.json");
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        var packages = file.RootElement.GetProperty("packages");
        var documents = file.RootElement.GetProperty("contexts").EnumerateObject().ToList();

        documents.Count.ShouldBe(Pinned.Length - 2, "those of learner records are in code");
        foreach (var (address, document) in documents.Select(document => (document.Name, document.Value)))
        {
            Hash(CanonicalJson.Of(document.GetProperty("context"))).ShouldBe(document.GetProperty("sha256").GetString(), address);
            var package = packages.GetProperty(document.GetProperty("package").GetString()!);
            package.GetProperty("licence").GetString().ShouldBe(document.GetProperty("licence").GetString(), address);
            package.GetProperty("notice").GetArrayLength().ShouldBeGreaterThan(10, address);
        }
    }

    [Fact]
    public void Each_context_is_the_published_one()
    {
        var index = Published.Read("contexts/index.json");

        // Two status contexts and that of the Digital Credentials Consortium are not among the samples.
        var held = KnownContexts.Addresses.Where(address => index.TryGetProperty(address, out _)).ToList();
        held.Count.ShouldBeGreaterThanOrEqualTo(KnownContexts.Addresses.Count - 3);
        foreach (var address in held)
        {
            var published = Published.Read($"contexts/{index.GetProperty(address).GetString()}").GetProperty("@context");
            KnownContexts.Find(address)!.Canonical.ShouldBe(CanonicalJson.Of(published), address);
        }
    }

    /// <summary>The terms of a context and of all that lie in it.</summary>
    private static IEnumerable<(string Name, string Iri, bool IsReverse)> Terms(LocalContext context, ActiveContext around)
    {
        var active = around.WithProperty(context);
        foreach (var name in context.Definitions.Keys)
        {
            if (active.Find(name) is { Keyword: Keyword.None } term)
                yield return (name, term.Iri, term.IsReverse);
            if (context.Definitions[name].Scoped is { } scoped)
                foreach (var inner in Terms(scoped, active))
                    yield return inner;
        }
    }

    private static string Hash(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
}
