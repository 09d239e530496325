using System.Diagnostics.Metrics;
using System.Text.Json;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Monitoring;
using IntegrationHub.Core.Outside;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Monitoring;

public sealed class GaugesTests : IInstitutions, IQueueWatch, IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);
    private readonly InMemoryStorage _storage = new();
    private readonly Gauges _gauges;
    private readonly MetricsSampler _sampler;

    public GaugesTests()
    {
        _gauges = new(_time);
        _sampler = new(this, _storage, _storage, this, _gauges, _time);
    }

    [Fact]
    public async Task One_look_shows_queues_attention_outside_systems_and_secrets()
    {
        await Raise("UnknownLearner", "a");
        await Raise("UnknownLearner", "b");
        await Raise("SystemDown", "c");
        await _storage.Write(OneInstitution.Id, "Sis", new ConnectionState { Failures = ConnectionState.FailuresUntilDown }, default);

        await _sampler.Look(default);

        Shown()
            .ShouldBe(
                [
                    "queue.length queue=completions: 7",
                    "queue.oldest_age_seconds queue=completions: 90",
                    $"hub.attention.open institution={OneInstitution.Id} cause=UnknownLearner: 2",
                    $"hub.attention.open institution={OneInstitution.Id} cause=SystemDown: 1",
                    $"hub.outside.up institution={OneInstitution.Id} system=Sis: 0",
                    .. OneInstitution
                        .Only.Connections.Values.Where(line => line.Role != ConnectionRole.Sis && !line.IsTheHub)
                        .Select(line => $"hub.outside.up institution={OneInstitution.Id} system={line.Name}: 1"),
                    $"hub.outside.up institution={OneInstitution.Id} system=Lms~moodle: 1",
                    $"hub.secret.days_left institution={OneInstitution.Id} source=moodle: 2.5",
                ],
                ignoreOrder: true);
    }

    [Fact]
    public async Task A_reading_that_nobody_renews_is_shown_no_more()
    {
        await _sampler.Look(default);

        _time.Advance(Gauges.Fresh);
        Shown().ShouldNotBeEmpty();
        _time.Advance(TimeSpan.FromSeconds(1));
        Shown().ShouldBeEmpty();

        await _sampler.Look(default);
        Shown().ShouldNotBeEmpty();
    }

    public static TheoryData<Exception> WhatOneRowMayThrow =>
        [new IOException("A newer release wrote it."), new JsonException("It is damaged.")];


    [Theory]
    [MemberData(nameof(WhatOneRowMayThrow))]
    public async Task What_cannot_be_read_hides_nothing_else(Exception failure)
    {
        await Raise("UnknownLearner", "a");
        var sampler = new MetricsSampler(this, _storage, new OneUnreadable(_storage, "Sis", failure), this, _gauges, _time);

        await Should.ThrowAsync<IOException>(() => sampler.Look(default));

        Shown().ShouldContain("queue.length queue=completions: 7");
        Shown().ShouldContain($"hub.attention.open institution={OneInstitution.Id} cause=UnknownLearner: 1");
        Shown().ShouldContain($"hub.outside.up institution={OneInstitution.Id} system=Lms~moodle: 1");
        Shown().ShouldNotContain(shown => shown.Contains("system=Sis"));
    }

    [Fact]
    public void Before_the_first_look_nothing_is_shown() => Shown().ShouldBeEmpty();

    public void Dispose() => _gauges.Dispose();

    private Task<bool> Raise(string cause, string fingerprint) =>
        _storage.Raise(StoredItems.Of(cause, new("canvas", fingerprint)), default);

    /// <summary>What a collector sees of this test's own gauges.</summary>
    private List<string> Shown()
    {
        List<string> shown = [];
        using var listener = new MeterListener();
        // Other tests have gauges of their own under the same names, which show nothing of ours.
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (_gauges.Owns(instrument))
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
                shown.Add(
                    FormattableString.Invariant(
                        $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}: {value}")));
        listener.Start();
        listener.RecordObservableInstruments();
        return shown;
    }

    Task<IReadOnlyList<QueueReading>> IQueueWatch.Read(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<QueueReading>>([new("completions", 7, TimeSpan.FromSeconds(90))]);

    IReadOnlyCollection<Institution> IInstitutions.All =>
    [
        OneInstitution.Only with
        {
            Sources = new Dictionary<string, Source>
            {
                ["moodle"] = new()
                {
                    Name = "moodle",
                    Kind = "xapi",
                    Authentication = "basic",
                    Settings = new Dictionary<string, string>(),
                    Secrets = new Dictionary<string, InboundSecret>
                    {
                        ["user"] = new("USER", "USER_BEFORE", Now.AddDays(2.5)),
                        ["password"] = new("PASSWORD", "PASSWORD_BEFORE", Now.AddDays(9)),
                        ["token"] = new("TOKEN"),
                    },
                        Api = new()
                        {
                            Role = ConnectionRole.Lms,
                            Kind = "moodle",
                            Source = "moodle",
                            Settings = new Dictionary<string, string>(),
                            Secrets = new Dictionary<string, string>(),
                        },
                },
                    ["canvas"] = new()
                    {
                        Name = "canvas",
                        Kind = "canvas",
                        Authentication = "jwt",
                        Settings = new Dictionary<string, string>(),
                        Secrets = new Dictionary<string, InboundSecret>(),
                    },
            },
        },
    ];

    IReadOnlyCollection<string> IInstitutions.Names => [OneInstitution.Id];

    /// <summary>The states of connections, one of which cannot be read.</summary>
    private sealed class OneUnreadable(IConnectionStates all, string name, Exception failure) : IConnectionStates
    {
        public Task<ConnectionState> Read(string institution, string connection, CancellationToken cancellation) =>
            connection == name ? throw failure : all.Read(institution, connection, cancellation);

        public Task<bool> Write(string institution, string connection, ConnectionState state, CancellationToken cancellation) =>
            all.Write(institution, connection, state, cancellation);
    }

    InstitutionState IInstitutions.Find(string id, out Institution? institution) =>
        throw new NotSupportedException("Nobody asks for one institution here.");
}
