using IntegrationHub.EmbeddedHost.Diagnostics;
using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.EmbeddedHost.Settings;

public sealed class HostJsonTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("host-json-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Without_settings_the_defaults_are_those_of_the_real_host()
    {
        var settings = Read("""{ "version": "2.0" }""");
        settings.RoutePrefix.ShouldBe("api");
        settings.Queues.ShouldBe(
            new(16, 8 * Environment.ProcessorCount, 5, TimeSpan.Zero, TimeSpan.FromMinutes(1), true, TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public void Every_setting_is_read()
    {
        var settings = Read(
            """
            {
              "version": "2.0", // a comment
              "extensions": {
                "http": { "routePrefix": "v1" },
                "queues": { "batchSize": 32, "newBatchThreshold": 3, "maxDequeueCount": 9, "visibilityTimeout": "00:00:30",
                 "maxPollingInterval": "00:00:02", "messageEncoding": "None" }
              }
            }
            """,
            ("EmbeddedHost:Lease", "00:00:05"));
        settings.RoutePrefix.ShouldBe("v1");
        settings.Queues.ShouldBe(new(32, 3, 9, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2), false, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void The_threshold_follows_the_batch_size_and_the_cores() =>
        Read("""{ "version": "2.0", "extensions": { "queues": { "batchSize": 4 } } }""")
            .Queues.NewBatchThreshold.ShouldBe(2 * Environment.ProcessorCount);

    [Fact]
    public void A_setting_of_the_environment_wins_over_the_file() =>
        Read(
            """{ "version": "2.0", "extensions": { "queues": { "batchSize": 4 } } }""",
            ("AzureFunctionsJobHost:extensions:queues:batchSize", "8"))
            .Queues.BatchSize.ShouldBe(8);

    [Theory]
    [InlineData(
        """{ "version": "2.0", "extensions": { "queues": { "batchSize": 0 } } }""",
        "extensions.queues.batchSize is '0'; it must be a whole number from 1 to 32")]
    [InlineData("""{ "version": "2.0", "extensions": { "queues": { "batchSize": 33 } } }""", "extensions.queues.batchSize is '33'")]
    [InlineData(
        """{ "version": "2.0", "extensions": { "queues": { "maxPollingInterval": "soon" } } }""",
        "extensions.queues.maxPollingInterval is 'soon'")]
    [InlineData("""{ "version": "2.0", "extensions": { "queues": { "messageEncoding": "rot13" } } }""", "it must be one of: base64, none")]
    [InlineData("""{ "version": "1.0" }""", "version must be \"2.0\"")]
    [InlineData("""{ "version": """, "host.json cannot be read")]
    [InlineData(null, "host.json is missing")]
    public void What_cannot_be_is_a_fault(string? json, string reason) =>
        Should.Throw<HostStartException>(() => Read(json)).Faults.ShouldContain(fault => fault.Contains(reason));

    [Fact]
    public void The_lease_can_only_be_shortened() =>
        Should
            .Throw<HostStartException>(() => Read("""{ "version": "2.0" }""", ("EmbeddedHost:Lease", "00:10:01")))
            .Faults.ShouldHaveSingleItem()
            .ShouldContain("EmbeddedHost:Lease");

    [Theory]
    [InlineData(null, null, false, false)]
    [InlineData("false", null, false, false)]
    [InlineData("true", null, true, true)]
    [InlineData("True", "false", true, true)]
    [InlineData("true", "", true, true)]
    [InlineData("true", "true", true, false)]
    [InlineData("false", "true", false, false)]
    public void Strict_it_cancels_at_the_stop_unless_it_is_told_to_drain(string? strict, string? drain, bool isStrict, bool cancels)
    {
        var app = new ConfigurationBuilder().AddInMemoryCollection([new(Strictness.Key, strict), new(Strictness.DrainKey, drain)]).Build();
        var faults = new Faults();

        Strictness.Read(app, faults).ShouldBe(new(isStrict, cancels));

        faults.ThrowIfAny();
    }

    [Fact]
    public void What_is_neither_strict_nor_not_is_a_fault()
    {
        var faults = new Faults();
        Strictness.Read(new ConfigurationBuilder().AddInMemoryCollection([new(Strictness.Key, "a little")]).Build(), faults);
        Should.Throw<HostStartException>(faults.ThrowIfAny)
            .Faults.ShouldHaveSingleItem()
            .ShouldContain("EmbeddedHost:Strict is 'a little'");
    }

    private HostSettings Read(string? json, params (string Key, string Value)[] settings)
    {
        if (json is not null)
            File.WriteAllText(Path.Combine(_folder.FullName, "host.json"), json);
        var app = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings
                    .Append((StartingPoint.DirectoryKey, _folder.FullName))
                    .Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2)))
            .Build();
        var faults = new Faults();
        var read = HostSettings.Read(app, faults);
        faults.ThrowIfAny();
        return read;
    }
}
