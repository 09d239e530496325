using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.OpenBadges;

/// <summary>The one document by others in the repository is what their packages, pinned by hash, publish.</summary>
public sealed class ContextsTests
{
    private static readonly NodeScript Script = new("OpenBadges", "contexts.mjs", "contexts", "@digitalbazaar/credentials-context");

    [Fact]
    public async Task The_contexts_are_byte_for_byte_what_the_packages_publish()
    {
        var committed = Path.Combine(Repository.Root, "src", "IntegrationHub.OpenBadges", "contexts.json");

        var made = await Script.Print("", TestContext.Current.CancellationToken);

        made.ShouldBe(
            await File.ReadAllTextAsync(committed, TestContext.Current.CancellationToken),
            "Where a package changed on purpose, make the file again: docs/decisions/0008-our-own-linked-data.md says how.");
    }
}
