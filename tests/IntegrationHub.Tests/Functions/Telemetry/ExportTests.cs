using System.Diagnostics;
using IntegrationHub.Core.Telemetry;
using IntegrationHub.Functions.Telemetry;
using IntegrationHub.Testing.Hosting;
using IntegrationHub.Testing.Telemetry;
using IntegrationHub.Tests.EmbeddedHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Telemetry;

public sealed partial class ExportTests
{
    private const string Name = "Camille Essai";
    private const string Institution = "lacnordexport";

    [Fact]
    public async Task Failures_and_metrics_and_lines_reach_both_collectors_though_no_trace_is_sampled()
    {
        await using var collector = await Collector.Start();

        await Work([
            .. collector.Settings().Select(setting => $"--{setting.Setting}={setting.Value}"),
            $"--Telemetry:AzureMonitor={collector.InsightsConnection}",
            "--Telemetry:Sampling=0",
        ]);

        collector
            .Spans.Where(span => span["institution"] == Institution)
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                span => span["source"].ShouldBe("fails"),
                span => span.Failed.ShouldBeTrue(),
                span => span["error.type"].ShouldBe(typeof(IOException).FullName));
        collector.InInsights.ShouldContain("fails");
        collector.InInsights.ShouldNotContain("succeeds");
        collector.Metrics.ShouldContain("hub.deliveries");
        collector.InInsights.ShouldContain("hub.deliveries");
        foreach (var (where, text) in collector.Texts)
            text.ShouldNotContain(Name, customMessage: where);
        foreach (var exported in new[]
            {
                collector.InInsights,
                string.Concat(collector.Texts.Where(part => part.Where == "/v1/logs").Select(part => part.Text)),
            })
        {
            exported.ShouldContain("Queue completions does not answer");
            exported.ShouldContain("Somebody called {Somebody} is here");
            exported.ShouldContain("System.Collections.Generic.KeyNotFoundException");
        }
    }

    [Fact]
    public async Task By_the_hubs_own_setting_as_by_the_standard_one()
    {
        await using var collector = await Collector.Start();

        await Work([
            .. collector.Settings().Skip(1).Select(setting => $"--{setting.Setting}={setting.Value}"),
            $"--Telemetry:Otlp={collector.Address}",
        ]);

        collector
            .Spans.Where(span => span["institution"] == Institution)
            .Select(span => span["source"])
            .ShouldBe(["succeeds", "fails"], ignoreOrder: true);
        collector.InInsights.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_address_there_is_nothing_to_export_with_and_the_console_stays_plain()
    {
        await using var host = Host([]);

        host.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName.ShouldBe(PlainConsole.FormatterName);
        host.Services.GetService<TracerProvider>().ShouldBeNull();
        host.Services.GetService<MeterProvider>().ShouldBeNull();
        host.Services.GetServices<ILoggerProvider>().ShouldNotContain(provider => provider is OpenTelemetryLoggerProvider);
    }

    [Fact]
    public async Task Spans_of_others_stay_here_whoever_asks_for_them()
    {
        using var vendors = new ActivitySource("Vendor.Worker");
        await using var collector = await Collector.Start();

        await Work([.. collector.Settings().Select(setting => $"--{setting.Setting}={setting.Value}")], services =>
        {
            services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddSource(vendors.Name));
            return () => vendors.StartActivity("Invoke").ShouldNotBeNull().SetStatus(ActivityStatusCode.Error, Name).Dispose();
        });

        collector.Spans.ShouldContain(span => span["institution"] == Institution);
        collector.Spans.ShouldNotContain(span => span.Name == "Invoke");
    }

    [Theory]
    [InlineData("Sampling", "1.5", "Telemetry:Sampling must lie between 0 and 1")]
    [InlineData("Sampling", "-1", "Telemetry:Sampling must lie between 0 and 1")]
    [InlineData("Otlp", "collector:4317", "Telemetry:Otlp is no address")]
    public async Task With_a_faulty_setting_the_hub_does_not_start_and_says_why(string setting, string value, string why)
    {
        await using var host = Host([$"--Telemetry:{setting}={value}"]);

        (await Should.ThrowAsync<OptionsValidationException>(host.StartAsync)).Message.ShouldContain(why);
    }

    /// <summary>A delivery that succeeds, one that fails, and lines that would tell a name.</summary>
    private static async Task Work(string[] settings, Func<IServiceCollection, Action>? others = null)
    {
        Action? besides = null;
        await using var host = Host(settings, services => besides = others?.Invoke(services));
        using var web = await host.StartAsync();
        besides?.Invoke();
        var logs = host.Services.GetRequiredService<ILoggerFactory>();
        HubMetrics.Delivery(Institution, "canvas", "accepted");
        using (HubTrace.Delivery(Institution, "succeeds", "1", DateTimeOffset.UnixEpoch)) { }

        using (var span = HubTrace.Delivery(Institution, "fails", "2", DateTimeOffset.UnixEpoch))
            span.Fail(new IOException(Name));
        var failure = Should.Throw<KeyNotFoundException>(() => new Dictionary<string, int>()[Name]);
        IntegrationHub.EmbeddedHost.Diagnostics.HostLog.QueueSilent(logs.CreateLogger("Function.Completions"), failure, "completions");
        StrangersLine(logs.CreateLogger("Vendor.Library"), Name);
    }

    private static TestHost Host(string[] settings, Action<IServiceCollection>? configure = null) =>
        new(
            [typeof(SampleHttpFunctions)],
            configure: builder =>
            {
                builder.Services.AddSingleton(TimeProvider.System);
                builder.AddTelemetry();
                configure?.Invoke(builder.Services);
            },
            settings: settings);

    [LoggerMessage(1, LogLevel.Warning, "Somebody called {Somebody} is here")]
    private static partial void StrangersLine(ILogger log, string somebody);
}
