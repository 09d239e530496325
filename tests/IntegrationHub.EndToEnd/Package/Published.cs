using System.IO.Compression;
using System.Runtime.InteropServices;
using IntegrationHub.Cli;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Testing;
using Spectre.Console;
using Xunit;

namespace IntegrationHub.EndToEnd.Package;

/// <summary>
/// Packages made by <c>./hub publish</c> and unpacked. One after the other, since they build the same projects, and when no other
/// test runs: compiling beforehand takes all the processor that there is.
/// </summary>
[CollectionDefinition(nameof(Published), DisableParallelization = true)]
public sealed class Published : ICollectionFixture<Published>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("package-");
    private readonly Dictionary<string, (string? Folder, string Words)> _made = [];

    /// <returns>The folder, or null where the packages that it needs cannot be restored; and what the command said.</returns>
    internal async Task<(string? Folder, string Words)> For(string host)
    {
        if (!_made.TryGetValue(host, out var made))
            _made[host] = made = await Make(host);
        return made;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<(string? Folder, string Words)> Make(string host)
    {
        var (zip, target, words) = (
            Path.Combine(_folder.FullName, host + ".zip"),
            Path.Combine(_folder.FullName, host),
            new StringWriter());
        var console = AnsiConsole.Create(
            new()
            {
                Ansi = AnsiSupport.No,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(words),
            });
        string[] platform = host == "embedded" ? ["--runtime", RuntimeInformation.RuntimeIdentifier] : [];
        try
        {
            await HubCommands
                .Create(new Workspace(Repository.Root, _ => null), new Screen(console, words))
                .Parse(["publish", "--host", host, .. platform, "--output", zip])
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
