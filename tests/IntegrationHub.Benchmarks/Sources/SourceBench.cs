using System.Diagnostics;
using IntegrationHub.Benchmarks.Stand;
using IntegrationHub.Benchmarks.Webhooks;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Cli.Up;

namespace IntegrationHub.Benchmarks.Sources;

/// <summary>What the way in costs: noise against reading the body, completions against a bare enqueue.</summary>
internal static class SourceBench
{
    private const int Requests = 64;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task<SourceFigures> Run(Workspace workspace, BenchOptions options, Screen screen, CancellationToken cancellation)
    {
        Grounds? campus = null;
        try
        {
            await screen.Work(Texts.Get("bench.starting"), async progress =>
                campus = await Grounds.Start(workspace, Requests, progress, cancellation));
            SourceFigures? figures = null;
            await screen.Work(Texts.Get("bench.sources"), async _ => figures = await Measure(campus!, options, cancellation));
            return figures!;
        }
        finally
        {
            if (campus is not null)
                await campus.DisposeAsync();
        }
    }

    private static async Task<SourceFigures> Measure(Grounds campus, BenchOptions options, CancellationToken cancellation)
    {
        using var signed = new Deliveries(campus);
        var course = (await campus.Sandbox.Campus(cancellation)).Courses[0];
        var completions = await signed.Sign(course, 0, Requests, cancellation);
        var noise = await signed.SignNoise(course, Requests, cancellation);
        byte[][] open = [.. noise.Select(request => OpenSource.Unsigned(request, campus.HubPort))];

        var (openNoise, signedNoise) = await Noise(campus, options, open, noise, cancellation);
        var recognised = await WebhookBench.Run(
            campus,
            options,
            [.. completions.Select(request => OpenSource.Unsigned(request, campus.HubPort))],
            cancellation);
        var signedRecognised = await WebhookBench.Run(campus, options, completions, cancellation);
        return new(openNoise, signedNoise, recognised, signedRecognised, await NoiseAllocation.Measure(cancellation));
    }

    private static async Task<(Duel Open, Duel Signed)> Noise(
        Grounds campus,
        BenchOptions options,
        byte[][] open,
        byte[][] signed,
        CancellationToken cancellation)
    {
        await using var hub = await campus.StartHub(atVendorsPace: false, cancellation);
        var port = AzuritePorts.Free().Blob;
        await using var reader = Reader(campus, port);
        await Readiness.Wait(new($"http://localhost:{port}/"), WarmUp * 10, cancellation);
        foreach (var requests in (byte[][][])[open, signed])
        {
            await Load.For(WarmUp, campus.HubPort, requests, cancellation);
            await Load.For(WarmUp, port, requests, cancellation);
        }

        return (await Rounds(open), await Rounds(signed));

        async Task<Duel> Rounds(byte[][] requests)
        {
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var round = 0; round < options.WebhookRounds; round++)
            {
                ours.Add(await Load.For(options.WebhookRound, campus.HubPort, requests, cancellation));
                theirs.Add(await Load.For(options.WebhookRound, port, requests, cancellation));
            }

            return new(ours, theirs);
        }
    }

    private static Child Reader(Grounds campus, int port)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(BodyReader).Assembly.Location, BodyReader.Role]);
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{port}";
        return Child.Start("body-reader", Path.Combine(campus.Folder, "body-reader.log"), start);
    }
}
