using System.IO.Compression;
using IntegrationHub.Cli;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Testing;
using Spectre.Console;
using Xunit;

namespace IntegrationHub.EndToEnd.Package;

/// <summary>The package made by <c>./hub publish</c>, unpacked; made once for all its tests.</summary>
[CollectionDefinition(nameof(Published))]
public sealed class Published : ICollectionFixture<Published>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("package-");
    private (string? Folder, string Words)? _made;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <returns>The folder, or null where the packages that it needs cannot be restored; and what the command said.</returns>
    internal async Task<(string? Folder, string Words)> Package() => _made ??= await Make();

    private async Task<(string? Folder, string Words)> Make()
    {
        var (zip, target, words) = (
            Path.Combine(_folder.FullName, "hub.zip"),
            Path.Combine(_folder.FullName, "hub"),
            new StringWriter());
        var console = AnsiConsole.Create(
            new()
            {
                Ansi = AnsiSupport.No,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(words),
            });
        try
        {
            await HubCommands
                .Create(new Workspace(Repository.Root, _ => null), new Screen(console, words))
                .Parse(["publish", "--output", zip])
                .InvokeAsync(
                    new()
                    {
                        EnableDefaultExceptionHandler = false,
                        Output = words,
                        Error = words,
                    });
        }
        catch (CliException refusal) when (refusal.Message.Contains("cannot be restored", StringComparison.Ordinal))
        {
            return (null, refusal.Message);
        }

        await ZipFile.ExtractToDirectoryAsync(zip, target);
        return (target, words.ToString());
    }
}
