using IntegrationHub.Benchmarks.Credentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Benchmarks.Credentials;

/// <summary>What the bench measures does its work: its operations throw where a credential does not verify.</summary>
public sealed class BenchCredentialTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-").FullName;

    [Fact]
    public void The_two_credentials_have_13_and_63_quads() => Material.Sizes.Select(Material.Quads).ShouldBe([13, 63]);

    [Fact]
    public void What_is_measured_works_with_the_files_that_both_sides_get()
    {
        using var written = Material.Write(_folder);
        using var read = Material.Read(_folder);
        read.Key.PublicKey.ShouldBe(written.Key.PublicKey);
        using var operations = new Operations(read);
        foreach (var size in Material.Sizes)
            foreach (var name in (string[])[Operations.Issue, Operations.Verify, Operations.Proof, Operations.Bare, Operations.Jwt])
                Should.NotThrow(operations.Of(name, size), $"{name} {size}");
    }

    [Theory]
    [InlineData(Operations.Verify)]
    [InlineData(Operations.Proof)]
    public void A_credential_that_was_changed_is_not_measured_as_verified(string name)
    {
        using var material = Material.Write(_folder);
        var file = Path.Combine(_folder, "large.signed.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("plaie", "plaine", StringComparison.Ordinal));
        using var operations = new Operations(material);
        Should.Throw<InvalidOperationException>(operations.Of(name, "large"));
    }

    [Fact]
    public void A_list_is_signed_again_after_a_change_only()
    {
        using var material = Material.Write(_folder);
        using var lists = new SignedLists(material.Seed);
        var (cold, warm) = (lists.Of(SignedLists.Cold, 1_000), lists.Of(SignedLists.Warm, 1_000));
        cold();
        Allocated(warm).ShouldBeLessThan(Allocated(cold) / 10);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
