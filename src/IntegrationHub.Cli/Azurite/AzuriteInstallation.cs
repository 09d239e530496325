using System.Security.Cryptography;

namespace IntegrationHub.Cli.Azurite;

/// <summary>
/// Gets Azurite from npm into <c>.hub/azurite</c>, in the versions of the lock file; an installation of the same lock is used again.
/// </summary>
public static class AzuriteInstallation
{
    private const string LockFile = "package-lock.json";
    private const string InstalledMark = ".installed";

    /// <summary>Installs what is missing.</summary>
    /// <param name="repository">The folder that holds <c>IntegrationHub.sln</c>.</param>
    /// <param name="progress">Told when something takes time.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The script for node.</returns>
    /// <exception cref="AzuriteException">npm is missing or fails.</exception>
    public static async Task<string> EnsureAsync(string repository, Action<string>? progress, CancellationToken cancellationToken)
    {
        var source = Path.Combine(repository, "src", "IntegrationHub.Cli", "Azurite");
        var target = Path.Combine(repository, ".hub", "azurite");
        var script = Path.Combine(target, "node_modules", "azurite", "dist", "src", "azurite.js");
        var mark = Path.Combine(target, InstalledMark);
        var wanted = Convert.ToHexStringLower(
            SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, LockFile), cancellationToken)));


        Directory.CreateDirectory(target);
        await using var alone = await HoldAsync(Path.Combine(target, ".lock"), cancellationToken);
        if (File.Exists(script) && File.Exists(mark) && await File.ReadAllTextAsync(mark, cancellationToken) == wanted)
            return script;

        progress?.Invoke("Installing Azurite from npm (about 370 MB, once)");
        File.Delete(mark);
        foreach (var file in (string[])["package.json", LockFile])
            File.Copy(Path.Combine(source, file), Path.Combine(target, file), overwrite: true);
        await NodeTools.RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], target, cancellationToken);
        await File.WriteAllTextAsync(mark, wanted, cancellationToken);
        return script;
    }

    // Two processes that install at the same time would take each other's files away.
    private static async Task<FileStream> HoldAsync(string file, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }
}
