using System.Text.RegularExpressions;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges;

/// <summary>
/// What the library promises is approved line by line: the analyzer fails a build whose members differ from the list. This holds
/// even where analyzers are off.
/// </summary>
public sealed partial class PublicSurfaceTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "IntegrationHub.OpenBadges");

    [Fact]
    public void Every_public_type_is_approved_and_no_other()
    {
        var approved = Directory.EnumerateFiles(Folder, "PublicAPI.*.txt").SelectMany(File.ReadLines)
            .Where(line => TypeName().IsMatch(line));

        typeof(CredentialVerifier).Assembly.GetExportedTypes().Select(type => type.FullName).ShouldBe(approved, ignoreOrder: true);
    }

    [Fact]
    public void Whoever_waits_for_the_library_can_stop_waiting()
    {
        var awaited = typeof(CredentialVerifier).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.Name is "Verify" or "Fetch" or "Connect"
                && method.ReturnType.Name.Contains("Task", StringComparison.Ordinal))
            .Where(method => method.DeclaringType != typeof(IntegrationHub.OpenBadges.Proofs.VcJwt)) // computes, waits for nothing
            .ToList();

        awaited.Count.ShouldBe(4);
        awaited.Select(method => method.GetParameters().Last())
            .ShouldAllBe(last => last.ParameterType == typeof(CancellationToken) && last.IsOptional);
    }

    [GeneratedRegex(@"^IntegrationHub\.OpenBadges(\.\w+)+$")]
    private static partial Regex TypeName();
}
