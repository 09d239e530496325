using System.IO.Compression;
using IntegrationHub.Cli.Publish;
using IntegrationHub.Testing.Cli;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Publish;

/// <summary>What is decided without building anything; what is built is in the end-to-end tests.</summary>
public sealed class PublishTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_cannot_be_made_is_refused_before_anything_is_built()
    {
        (await _cli.Run("publish", "--host", "aws")).ShouldBe(1);
        _cli.Errors.ShouldNotBeEmpty();
        Directory.Exists(_cli.Workspace.Packages).ShouldBeFalse();
    }

    [Fact]
    public void Settings_of_a_machine_are_never_in_a_package()
    {
        foreach (var file in new[] { "local.settings.json", "Local.Settings.Sample.json", "host.json", "settings.local.json" })
            File.WriteAllText(Path.Combine(_cli.Folder, file), "{}");
        var faults = AppPackage
            .Faults(_cli.Folder)
            .Where(fault => fault.Contains("secrets", StringComparison.Ordinal))
            .ToList();
        faults.Count.ShouldBe(2);
        faults.ShouldContain(fault => fault.StartsWith("local.settings.json", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("Local.Settings.Sample.json", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_files_make_the_same_zip_whenever_and_in_whatever_order_they_were_written()
    {
        string[] names = [".azurefunctions/function.deps.json", "IntegrationHub.Functions", "fr/texts.dll", "host.json"];
        var (one, other) = (Zip("one", names), Zip("other", [.. names.Reverse()]));
        File.ReadAllBytes(one).ShouldBe(File.ReadAllBytes(other));
        using var zip = ZipFile.OpenRead(one);
        zip.Entries.Select(entry => entry.FullName).ShouldBe(names);
        (zip.GetEntry("IntegrationHub.Functions")!.ExternalAttributes >> 16 & 0b111_111_111).ShouldBe(0b111_101_101);
        (zip.GetEntry("host.json")!.ExternalAttributes >> 16 & 0b111_111_111).ShouldBe(0b110_100_100);
    }

    private string Zip(string name, string[] files)
    {
        var folder = Path.Combine(_cli.Folder, name);
        foreach (var file in files.Select(file => Path.Combine(folder, file)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, Path.GetFileName(file));
            File.SetLastWriteTimeUtc(file, new(2026, 11, 1 + (file.Length + name.Length) % 28, 0, 0, 0, DateTimeKind.Utc));
        }

        AppPackage.Zip(folder, folder + ".zip").ShouldBe(files.Length);
        return folder + ".zip";
    }
}
