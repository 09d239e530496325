using System.Text.Json;
using IntegrationHub.Api;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Tests.Cli;

/// <summary>What a hub might answer, as the contract has it.</summary>
internal static class Answers
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static AwardResponse Award { get; } = new()
    {
        Id = "a1",
        Institution = "lacnord",
        Learner = "l7",
        MicroCredential = "CYB120",
        Version = 1,
        Title = new("Hygiène", "Hygiene"),
        Awarded = Noon,
        Percent = 88.50m,
        Credential = null,
        State = "valid",
        Reason = null,
        ValidUntil = null,
        Path = "course",
        Credits = 0,
        SurveyOpened = null,
        Steps =
        [
            new("transcript", "failed", 2, Noon.AddSeconds(5), "No such section", null, null),
            new("badge", "done", 1, Noon.AddSeconds(4), null, "b9", null),
        ],
        Rules = [new("threshold", "met", new("Suffisant", "Enough"), "e1")],
        Timeline = [new(Noon, "awarded", null, null)],
    };

    public static AttentionItemResponse Item { get; } = new()
    {
        Id = "i1",
        Institution = "lacnord",
        Cause = "unknownLearner",
        Source = "moodle",
        Subject = "lmsId 390",
        Detail = null,
        Candidates = [],
        Count = 1,
        First = Noon,
        Last = Noon,
        Award = null,
        Step = null,
        Message = new("Personne inconnue", "Unknown learner"),
        Action = new("Dites qui c’est", "Say who it is"),
        Commands = [new("identify", "item", "/api/attention/lacnord/i1/identify"), new("aside", "item", "/api/attention/lacnord/i1/aside")],
    };

    public static SourceResponse Source(
        string institution = "rive",
        string authentication = AuthenticationSchemes.Basic,
        string purpose = "user",
        string? test = null,
        string kind = "moodle") => new()
        {
            Institution = institution,
            Source = "moodle",
            Kind = kind,
            Authentication = authentication,
            Settings = new Dictionary<string, string> { ["tokenAt"] = "clé" },
            Address = $"https://hub.example.ca/hooks/{institution}/moodle",
            State = "heard",
            StateText = new("active", "active"),
            LastHeard = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero),
            CanBeTested = true,
            Secrets = [new(purpose, "RIVE_USER", HasValue: false, PreviousUntil: null)],
            Counts = [],
            Deliveries =
            [
                new(
                    new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero), test ?? "refused", new("refusée", test ?? "refused"), "grade_change", 0,
                    new("pourquoi", "It bears a proof that is not the source’s."), null, test is null ? null : "t1", test is not null),
            ],
        };

    /// <summary>As the hub writes it.</summary>
    public static IResult Send<T>(T answer, int status = 200) => Results.Json(answer, HubJson.Options, statusCode: status);

    public static string Written<T>(T answer) => JsonSerializer.Serialize(answer, HubJson.Options);
}
