using IntegrationHub.EndToEnd.Azurite;
using IntegrationHub.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>The keys of cookies and forms as a real blob.</summary>
public sealed class KeyRingStorageTests(AzuriteServer azurite) : StorageTest(azurite)
{
    [Fact]
    public void Of_instances_that_write_at_once_one_wins_and_the_others_read_what_it_wrote()
    {
        var ring = Get<IKeyRing>();
        ring.Read().ShouldBeNull();

        ring.Write("<keys>1</keys>", version: null).ShouldBeTrue();
        ring.Write("<keys>of a slower one</keys>", version: null).ShouldBeFalse();
        var first = ring.Read().ShouldNotBeNull();
        ring.Write("<keys>2</keys>", first.Version).ShouldBeTrue();
        ring.Write("<keys>of a slower one</keys>", first.Version).ShouldBeFalse();

        first.Text.ShouldBe("<keys>1</keys>");
        ring.Read().ShouldNotBeNull().Text.ShouldBe("<keys>2</keys>");
    }
}
