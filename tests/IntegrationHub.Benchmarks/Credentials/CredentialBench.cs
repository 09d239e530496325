using IntegrationHub.Benchmarks.Stand;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Benchmarks.Credentials;

/// <summary>
/// Issuing and verifying against @digitalbazaar/vc with the same bytes, in turn and on the same core; then the status lists.
/// </summary>
internal static class CredentialBench
{
    // In milliseconds. Until what is hot has been compiled anew, which takes some seconds of one core, our side has a third of its speed.
    private const int WarmUp = 1500;
    private const int Round = 200;
    private const int ShortRound = 50;
    private const int ShortWarmUp = 200;

    private static readonly string[] Duels = [Operations.Issue, Operations.Verify];
    private static readonly string[] MeasuredAlone = [Operations.Proof, Operations.Bare, Operations.Jwt];

    public static async Task<CredentialFigures> Run(Workspace workspace, BenchOptions options, CancellationToken cancellation)
    {
        var folder = Path.Combine(workspace.Hidden, "bench", "credentials");
        var script = Path.Combine(workspace.Root, "tests", "IntegrationHub.Benchmarks", "Credentials", "bazaar.mjs");
        using var material = Material.Write(folder);
        await using var hub = Worker.OnOneCore("dotnet", typeof(OwnSide).Assembly.Location, OwnSide.Role, folder);
        await using var other = Worker.OnOneCore("node", script, folder);

        var duels = await InTurn(hub, other, options, cancellation);
        var alone = await Alone(hub, [.. Pairs(MeasuredAlone)], options, cancellation);
        var bytes = new Dictionary<string, double>();
        foreach (var work in Pairs(Duels))
            bytes[work] = await hub.Ask($"{work} {OwnSide.Bytes}", cancellation);
        var lists = await Alone(
            hub,
            [.. SignedLists.Changes.SelectMany(changes => SignedLists.States.Select(state => $"{state} {changes}"))],
            options,
            cancellation);
        return new(
            [
                .. Material.Sizes.Select(size => new SizeFigures(
                    Material.Quads(size),
                    duels[$"{Operations.Issue} {size}"],
                    duels[$"{Operations.Verify} {size}"],
                    alone[$"{Operations.Proof} {size}"],
                    alone[$"{Operations.Bare} {size}"],
                    alone[$"{Operations.Jwt} {size}"],
                    bytes[$"{Operations.Issue} {size}"],
                    bytes[$"{Operations.Verify} {size}"])),
            ],
            [
                .. SignedLists.Changes.Select(changes => new ListFigures(
                    changes,
                    1e6 / lists[$"{SignedLists.Cold} {changes}"],
                    1e6 / lists[$"{SignedLists.Warm} {changes}"])),
            ],
            await StatusChanges.Run(workspace, options.StatusChanges, cancellation),
            options.StatusChanges);
    }

    /// <summary>Both sides with each work, round by round, so that a slow moment of the machine strikes all of them.</summary>
    private static async Task<IReadOnlyDictionary<string, Duel>> InTurn(
        Worker hub,
        Worker other,
        BenchOptions options,
        CancellationToken cancellation)
    {
        var rounds = Pairs(Duels).ToDictionary(work => work, _ => (Hub: new List<double>(), Other: new List<double>()));
        foreach (var work in rounds.Keys)
        {
            await hub.Ask($"{work} {WarmUp}", cancellation);
            await other.Ask($"{work} {WarmUp}", cancellation);
        }

        for (var round = 0; round < options.CredentialRounds; round++)
            foreach (var (work, (ours, theirs)) in rounds)
            {
                ours.Add(await hub.Ask($"{work} {Round}", cancellation));
                theirs.Add(await other.Ask($"{work} {Round}", cancellation));
            }

        return rounds.ToDictionary(pair => pair.Key, pair => new Duel(pair.Value.Hub, pair.Value.Other));
    }

    private static IEnumerable<string> Pairs(string[] operations) =>
        operations.SelectMany(operation => Material.Sizes.Select(size => $"{operation} {size}"));

    /// <summary>Works without an opponent, likewise; the median of each.</summary>
    private static async Task<IReadOnlyDictionary<string, double>> Alone(
        Worker hub,
        string[] works,
        BenchOptions options,
        CancellationToken cancellation)
    {
        var rounds = works.ToDictionary(work => work, _ => new List<double>());
        foreach (var work in works)
            await hub.Ask($"{work} {ShortWarmUp}", cancellation);
        for (var round = 0; round < options.CredentialRounds; round++)
            foreach (var work in works)
                rounds[work].Add(await hub.Ask($"{work} {ShortRound}", cancellation));
        return rounds.ToDictionary(pair => pair.Key, pair => Duel.Median(pair.Value));
    }
}
