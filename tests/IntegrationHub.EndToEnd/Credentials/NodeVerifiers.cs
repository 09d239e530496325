using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Testing;
using Shouldly;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>Other people's verifiers, from npm, in one Node process that answers line by line; installed on first use.</summary>
internal sealed class NodeVerifiers : IAsyncDisposable
{
    private static readonly string Scripts = Path.Combine(Repository.Root, "tests", "IntegrationHub.EndToEnd", "Credentials", "verifiers");
    private static readonly string Installed = Path.Combine(Repository.Root, ".hub", "verifiers");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _asked = new();
    private readonly StringBuilder _errors = new();
    private readonly Process _node;
    private int _last;

    private NodeVerifiers(Process node) => _node = node;

    /// <summary>The folder of JSON Schemas that 1EdTech publishes; null where it is not beside the repository.</summary>
    public static string? Schemas { get; } = Above(Repository.Root)
        .Select(folder => Path.Combine(folder, "shared", "samples", "ob3", "schemas"))
        .FirstOrDefault(Directory.Exists);

    public static async Task<NodeVerifiers> Start(string publicBase, string local)
    {
        await Install();
        var verifiers = new NodeVerifiers(Node("node", ["main.mjs", publicBase, local, Schemas ?? Installed]));
        _ = verifiers.Listen();
        verifiers._node.ErrorDataReceived += (_, line) => verifiers._errors.AppendLine(line.Data);
        verifiers._node.BeginErrorReadLine();
        return verifiers;
    }

    /// <summary>Asks one of the functions of <c>main.mjs</c>.</summary>
    public async Task<JsonObject> Ask(string ask, object what)
    {
        var question = JsonSerializer.SerializeToNode(what)!.AsObject();
        var id = Interlocked.Increment(ref _last);
        (question["id"], question["ask"]) = (id, ask);
        var answer = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var line = Encoding.UTF8.GetBytes(question.ToJsonString() + "\n");
        lock (_node)
        {
            _node.StandardInput.BaseStream.Write(line);
            _node.StandardInput.BaseStream.Flush();
        }

        var said = await answer.Task.WaitAsync(Patience);
        said["failed"].ShouldBeNull($"{ask} broke.{Environment.NewLine}{_errors}");
        return said;
    }

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _node.WaitForExitAsync();
        _node.Dispose();
    }

    private async Task Listen()
    {
        while (await _node.StandardOutput.ReadLineAsync() is { } line)
        {
            var said = JsonNode.Parse(line)!.AsObject();
            if (_asked.TryRemove(said["id"]!.GetValue<int>(), out var waiting))
                waiting.SetResult(said);
        }

        foreach (var waiting in _asked.Values)
            waiting.TrySetException(new InvalidOperationException($"Node ended:{Environment.NewLine}{_errors}"));
    }

    private static async Task Install()
    {
        Directory.CreateDirectory(Installed);
        var before = Path.Combine(Installed, "package-lock.json");
        var isInstalled = Directory.Exists(Path.Combine(Installed, "node_modules", "jose"))
            && await File.ReadAllTextAsync(before) == await File.ReadAllTextAsync(Path.Combine(Scripts, "package-lock.json"));
        foreach (var file in Directory.EnumerateFiles(Scripts))
            File.Copy(file, Path.Combine(Installed, Path.GetFileName(file)), overwrite: true);
        if (isInstalled)
            return;
        using var npm = Node("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
        npm.StandardInput.Close();
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        npm.ExitCode.ShouldBe(0, string.Concat(said));
    }

    private static Process Node(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Installed,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
    })!;

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder).Parent; at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
