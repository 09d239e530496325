using System.Reflection;
using System.Text.RegularExpressions;
using IntegrationHub.Catalogue;
using IntegrationHub.Core.Pipeline;
using IntegrationHub.EmbeddedHost.Settings;
using IntegrationHub.Functions;
using IntegrationHub.Functions.Telemetry;
using IntegrationHub.Tests.Catalogue;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Settings;

/// <summary>local.settings.sample.json says every setting that the hub reads, and no other.</summary>
public sealed partial class SampleTests
{
    // Read one by one, bound to no class.
    private static readonly string[] Single =
    [
        "FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage", "Hub:AdminKey", "Outgoing:AllowPrivate", QueueSettings.LeaseKey,
        "OTEL_EXPORTER_OTLP_ENDPOINT", "APPLICATIONINSIGHTS_CONNECTION_STRING",
    ];

    private static readonly Dictionary<string, string?> Sample = Read();

    [Fact]
    public void Every_setting_is_in_the_sample_and_no_other() =>
        Sample.Keys.Where(name => name != LocalSettings.PortKey).ShouldBe(
            [
                .. Single,
                .. Names<HubOptions>(""), .. Names<PipelineOptions>("Pipeline:"), .. Names<CatalogueOptions>($"{CatalogueOptions.Section}:"), .. Names<TelemetryOptions>($"{TelemetryOptions.Section}:"),
                .. Schedules(), .. NamedByTheSandboxInstitution(),
            ],
            ignoreOrder: true);

    [Fact]
    public void What_the_sample_gives_as_a_default_is_the_default()
    {
        SameAsDefault<PipelineOptions>("Pipeline");
        SameAsDefault<TelemetryOptions>(TelemetryOptions.Section);
        SameAsDefault<CatalogueOptions>(CatalogueOptions.Section, nameof(CatalogueOptions.Folder), nameof(CatalogueOptions.LastGood));
    }

    [Fact]
    public void No_secret_is_in_the_sample() =>
        Sample.Where(setting => setting.Key.StartsWith("LACNORD_", StringComparison.Ordinal) || setting.Key == "Hub:AdminKey").ShouldAllBe(setting => setting.Value == "");

    private static Dictionary<string, string?> Read()
    {
        var folder = Directory.CreateTempSubdirectory("settings-");
        try
        {
            File.Copy(Path.Combine(Repository.Root, "local.settings.sample.json"), Path.Combine(folder.FullName, LocalSettings.FileName));
            return LocalSettings.Read(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Names<T>(string section) => typeof(T).GetProperties().Select(property => section + property.Name);

    private static IEnumerable<string> Schedules() =>
        from type in typeof(HubOptions).Assembly.GetTypes()
        from method in type.GetMethods()
        from parameter in method.GetParameters()
        let schedule = parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule
        where schedule is ['%', .., '%']
        select schedule.Trim('%');

    private static IEnumerable<string> NamedByTheSandboxInstitution()
    {
        var yaml = File.ReadAllText(Path.Combine(Repository.Root, "src", "IntegrationHub.Sandbox", "Institutions", "lacnord", "institution.yaml"));
        return Secret().Matches(yaml).Select(match => match.Value)
            .Concat(Address().Matches(yaml).Select(match => match.Groups[1].Value))
            .Distinct();
    }

    private static void SameAsDefault<T>(string section, params string[] except)
        where T : new()
    {
        var sample = new ConfigurationBuilder().AddInMemoryCollection(Sample).Build().GetSection(section).Get<T>()!;
        foreach (var property in typeof(T).GetProperties().Where(property => !except.Contains(property.Name)))
            property.GetValue(sample).ShouldBe(property.GetValue(new T()), property.Name);
    }

    [GeneratedRegex("LACNORD_[A-Z0-9_]+")]
    private static partial Regex Secret();

    [GeneratedRegex("%([A-Za-z]+)%")]
    private static partial Regex Address();
}
