using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.EndToEnd.Package.FunctionsHost;
using IntegrationHub.EndToEnd.Package.FunctionsHost.Protocol;
using IntegrationHub.Functions.Settings;
using IntegrationHub.Testing.Telemetry;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Package;

/// <summary>The package as the worker of an Azure Functions host: a small one, which speaks the real one’s protocol.</summary>
[Collection(nameof(Published))]
public sealed class WorkerTests(Published published, CleanFolder folder) : IClassFixture<CleanFolder>, IAsyncLifetime
{
    private const string OwnName = "OTEL_SERVICE_NAME";

    private Collector _collector = null!;
    private SmallHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _collector = await Collector.Start();
        var (package, words) = await published.Package();
        Assert.SkipWhen(package is null, words);
        if (!Directory.Exists(folder.Home))
            folder.Unpack(package!);
    }

    [Fact]
    public async Task The_worker_reports_and_loads_the_functions_that_the_embedded_host_runs()
    {
        await Start();

        _host.Functions.Keys.ShouldBe(
            FunctionTriggers.Read(typeof(HubOptions).Assembly.Location).Select(trigger => trigger.Function),
            ignoreOrder: true);
        _host.Loaded.Keys.ShouldBe(_host.Functions.Keys, ignoreOrder: true);
        foreach (var (name, result) in _host.Loaded)
            result.Status.ShouldBe(StatusResult.Types.Status.Success, $"{name}: {result.Exception?.Message}");
    }

    [Fact]
    public async Task A_completion_goes_its_whole_way_and_a_timer_runs_and_what_is_exported_names_the_hub()
    {
        await Start([.. _collector.Settings()]);
        await using var front = new HttpFront(folder.Address, _host);
        await front.Start(_host.Functions.Values);
        await using var pump = new QueuePump(folder.Storage, _host);
        pump.Start(_host.Functions.Values);

        await _host.Told(new Visitor(folder).SeesACompletionThrough);
        await RunsATimer();

        await RunningHub.Until(() => Task.FromResult(_collector.ServiceNames.Any()));
        _collector.ServiceNames.ShouldBe(["integration-hub"]);
    }

    [Fact]
    public async Task A_name_of_the_operator_s_own_is_obeyed()
    {
        await Start([.. _collector.Settings(), (OwnName, "carrefour-essai")]);
        await RunsATimer();

        await RunningHub.Until(() => Task.FromResult(_collector.ServiceNames.Any()));
        _collector.ServiceNames.ShouldBe(["carrefour-essai"]);
    }

    [Fact]
    public async Task When_the_host_drains_what_runs_ends_and_then_the_worker_goes()
    {
        await Start();
        await using var front = new HttpFront(folder.Address, _host);
        await front.Start(_host.Functions.Values);
        var pump = new QueuePump(folder.Storage, _host);
        for (var i = 0; i < 10; i++)
            await folder.Campus.Send("canvas", new { learner = folder.Campus.NewLearner().Email, course = "CYB120", score = 95 });
        pump.Start(_host.Functions.Values);
        while (pump.Running == 0)
            await Task.Delay(1, TestContext.Current.CancellationToken);

        await pump.Drain();

        pump.Ended.Count.ShouldBeGreaterThanOrEqualTo(10);
        pump.Ended.ShouldAllBe(result => result.Status == StatusResult.Types.Status.Success);
        (await _host.Terminate()).ShouldBe(0, _host.Log);
        _host.Log.ShouldNotContain("OperationCanceledException");
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        await _collector.DisposeAsync();
    }

    private async Task RunsATimer()
    {
        var result = await _host.Timer("Sweep");
        result.Status.ShouldBe(StatusResult.Types.Status.Success, $"{result.Exception?.Message}{Environment.NewLine}{_host.Log}");
    }

    private async Task Start(params (string Name, string Value)[] more)
    {
        var sample = JsonNode.Parse(folder.Settings, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip });
        var settings = sample!["Values"]!
            .AsObject()
            .ToDictionary(setting => setting.Key, setting => $"{setting.Value}");
        foreach (var (name, value) in more)
            settings[name] = value;
        _host = await SmallHost.Start(folder.Home, settings);
        await _host.Told(() => RunningHub.Until(IsReady));
    }

    // In Azure the deployment makes the tables; here the worker does, meanwhile.
    private async Task<bool> IsReady()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/health/ready", UriKind.Relative));
        try
        {
            using var answer = await _host.Forward("HealthReady", [], request);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // The worker connects to its host a moment before it listens.
            return false;
        }
    }
}
