using System.Reflection;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Architecture;

/// <summary>Which room may stand on what. .NET itself is every room's; a trailing dot means a family.</summary>
public sealed class RoomTests
{
    private const string Registration = "Microsoft.Extensions.";
    private static readonly string[] Web = ["Microsoft.AspNetCore", "Microsoft.Net.Http.Headers"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["IntegrationHub.Core"] = [],
        ["IntegrationHub.Api"] = ["Refit"],
        ["IntegrationHub.Catalogue"] = ["IntegrationHub.Core", "IntegrationHub.OpenBadges", "YamlDotNet", "CsvHelper", Registration],
        ["IntegrationHub.OpenBadges"] = ["NSec.Cryptography", "Microsoft.IdentityModel."],
        ["IntegrationHub.Connectors"] =
        [
            "IntegrationHub.Core", "IntegrationHub.OpenBadges", "Refit", "Microsoft.Graph", "Microsoft.Kiota.", "Microsoft.IdentityModel.",
            "CsvHelper", "Renci.SshNet", "CloudNative.CloudEvents", "Polly", Registration,
        ],
        ["IntegrationHub.Storage"] = ["IntegrationHub.Core", "Azure.", Registration],
        ["IntegrationHub.Console"] =
        [
            "IntegrationHub.Core",
            "IntegrationHub.Catalogue",
            "IntegrationHub.OpenBadges",
            "SkiaSharp",
            "HarfBuzzSharp",
            "QRCoder",
            .. Web,
            Registration,
        ],
        ["IntegrationHub.EmbeddedHost"] =
        [
            "Azure.Core",
            "Azure.Identity",
            "Azure.Storage.",
            "Microsoft.Azure.Functions.Worker",
            "NCrontab",
            .. Web,
            Registration,
        ],
        ["IntegrationHub.Functions"] =
        [
            "IntegrationHub.Core", "IntegrationHub.Api", "IntegrationHub.Catalogue", "IntegrationHub.OpenBadges",
            "IntegrationHub.Connectors", "IntegrationHub.Storage", "IntegrationHub.Console", "IntegrationHub.EmbeddedHost",
            "Azure.Core", "Azure.Monitor.OpenTelemetry.Exporter", "OpenTelemetry", "Microsoft.Azure.Functions.Worker", .. Web, Registration,
        ],
        ["IntegrationHub.Sandbox"] = [.. Web, Registration],
        ["hub"] =
        [
            // The connectors for what they say of themselves alone (FolderTests, decision 0040).
            "IntegrationHub.Core", "IntegrationHub.Api", "IntegrationHub.Catalogue", "IntegrationHub.OpenBadges", "IntegrationHub.Storage",
            "IntegrationHub.Connectors", "Refit", "System.CommandLine", "Spectre.Console", Registration,
        ],
    };

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_stands_on_nothing_but_what_it_may(string room)
    {
        var strangers = Assembly.Load(room).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !IsDotNet(name) && !Allowed[room].Any(allowed => IsOf(name, allowed)));

        strangers.ShouldBeEmpty();
    }

    [Fact]
    public void Every_room_is_in_the_table()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src"), "IntegrationHub.*").Select(Path.GetFileName);
        folders.ShouldBe(Allowed.Keys.Select(room => room == "hub" ? "IntegrationHub.Cli" : room), ignoreOrder: true);
    }

    /// <summary>A declaration of ours under the worker’s names would be tested in its place.</summary>
    [Fact]
    public void Nothing_of_the_worker_s_is_declared_here() =>
        Allowed.Keys.SelectMany(room => Assembly.Load(room).GetTypes())
            .Where(type => type.Namespace?.StartsWith("Microsoft.Azure", StringComparison.Ordinal) == true)
            .ShouldBeEmpty();

    private static bool IsDotNet(string assembly) =>
        assembly is "System" or "Microsoft.Win32.Primitives"
        || (assembly.StartsWith("System.", StringComparison.Ordinal) && assembly != "System.CommandLine");

    private static bool IsOf(string assembly, string allowed) => allowed.EndsWith('.')
        ? assembly.StartsWith(allowed, StringComparison.Ordinal)
        : assembly == allowed || assembly.StartsWith(allowed + ".", StringComparison.Ordinal);
}
