using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Local;
using IntegrationHub.Sandbox;
using IntegrationHub.Sandbox.Badgr;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Canvas;
using IntegrationHub.Sandbox.Ethos;
using IntegrationHub.Sandbox.Faults;
using IntegrationHub.Sandbox.Graph;
using IntegrationHub.Sandbox.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>The sandbox campus, speaking to the hub over HTTP, its books open to the tests.</summary>
internal sealed class Campus : IAsyncDisposable
{
    private const int ManyLearners = 300;

    private readonly WebApplication _app;
    private readonly SandboxApi _api;
    private readonly CampusData _data;
    private int _learners;

    public Campus(Ports ports, LocalSecrets secrets)
    {
        var settings = ChildSettings.Sandbox(ports, secrets);
        settings["Sandbox:ExtraLearners"] = $"{ManyLearners}";
        settings["Sandbox:RollAfter"] = "00:00:01";
        _app = SandboxApp.Create([.. settings.Select(setting => $"--{setting.Key}={setting.Value}")], builder =>
            builder.Logging.ClearProviders());
        _api = new(new(ports.SandboxAddress));
        _data = Of<CampusData>();
    }

    public Learner Unknown => _data.Learners.First(learner => learner.Person is null);

    public Task Start() => _app.StartAsync();

    public T Of<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A learner that the SIS knows and no other test uses.</summary>
    public Learner NewLearner() => _data.Learners[^(Interlocked.Increment(ref _learners))];

    public Course Course(string code) => _data.FindCourse(code)!;

    /// <summary>An event as Canvas delivers it.</summary>
    public string Signed(JsonNode payload) => Of<SigningKeys>().Current.Sign(payload.ToJsonString());

    public async Task<JsonArray> Send(string lms, object what)
    {
        var answer = await _api.Send(lms, JsonSerializer.SerializeToNode(what)!.AsObject(), CancellationToken.None);
        return answer!["answers"] as JsonArray ?? [answer.DeepClone()];
    }

    /// <summary>Has an LMS note something whose event never leaves.</summary>
    public Task Lose(string lms, Learner learner, string course, int? score) =>
        _api.Lose(
            lms,
            new
            {
                learner = learner.Email,
                course,
                score,
            },
            CancellationToken.None);

    public FaultState Fail(
        string system,
        FaultEffect effect,
        string? path = null,
        string? method = null,
        string? text = null,
        int? status = null,
        int? delayMs = null,
        double? downFor = null,
        int? times = null) => Of<FaultBook>().Add(new(system, effect, method, path, text, status, delayMs, downFor, times));

    public void Mend() => Of<FaultBook>().Clear(null);

    public int HitsOf(FaultState fault) => Of<FaultBook>().Read().Single(rule => rule.Id == fault.Id).Hits;

    public IReadOnlyList<TranscriptEntry> TranscriptOf(Learner learner) =>
        [.. Of<Registrar>().Entries().Where(entry => entry.StudentNumber == learner.StudentNumber)];

    public IReadOnlyList<JsonObject> NonCourseOf(Learner learner) =>
        [.. Of<NonCourseRecords>().All().Where(row => row["id"]?.GetValue<string>() == learner.StudentNumber)];

    public IReadOnlyList<Assertion> BadgesOf(Learner learner) =>
        [.. Of<BadgeBook>().All().Where(assertion => assertion.Recipient == learner.Email)];

    public IReadOnlyList<Mail> MailOf(Learner learner) => [.. Of<Mailbox>().All().Where(mail => mail.To.Contains(learner.Email))];

    public IReadOnlyList<JsonObject> CardsOf(string award) =>
        [
            .. Of<Channel>()
                .All()
                .Select(message => message.Card)
                .Where(card => card["body"]![0]!["id"]!.GetValue<string>() == $"notice-{award}/channel"),
        ];

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _app.DisposeAsync();
    }
}
