using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Testing.Console;

/// <summary>Invented sources for pages to show.</summary>
internal static class SourceSamples
{
    public static SourceView Canvas { get; } = View("canvas", "canvas", AuthenticationSchemes.SignedBody, SourceState.Heard, EveryVerdict);

    public static SourceView Moodle { get; } =
        View(
            "moodle",
            "moodle",
            AuthenticationSchemes.Basic,
            SourceState.Troubled,
            EveryVerdict,
            new("password", "LACNORD_MOODLE_PASSWORD", true, Samples.Earned.AddDays(7)),
            new("user", "LACNORD_MOODLE_USER", false, null));


    public static SourceView New { get; } =
        View(
            "cours",
            "canvas",
            AuthenticationSchemes.SecretAddress,
            SourceState.NeverHeard,
            new(),
            new SecretView("address", "LACNORD_COURS_ADDRESS", true, null));

    public static IReadOnlyList<SourceView> All =>
        [Canvas, Moodle, New, Canvas with { State = SourceState.Silent }, Moodle with { State = SourceState.SecretMissing }];

    private static SourceRecord EveryVerdict => new()
    {
        LastHeard = Samples.Earned,
        Counts = [.. Enum.GetValues<IntakeVerdict>().Select((verdict, i) => new VerdictCount(verdict, (i * 1000) + 1, Samples.Earned))],
        Latest =
        [
            .. Enum.GetValues<IntakeVerdict>().Select(verdict => Heard(verdict)),
            .. Enum.GetValues<Admission>().Select(admission => Heard(IntakeVerdict.Refused) with { Admission = admission, What = null }),
            Heard(IntakeVerdict.Ignored) with { IsTest = true, TrackingId = "test1", What = null },
            Heard(IntakeVerdict.Unreadable) with { Why = "The body is not the JSON it should be.", TrackingId = "kx3qb7" },
        ],
    };

    public static ReceivedDelivery Heard(IntakeVerdict verdict) =>
        new()
        {
            At = Samples.Earned,
            Verdict = verdict,
            What = "grade_change ×2, course_completed",
            Completions = verdict == IntakeVerdict.Accepted ? 3 : 0,
        };

    public static SourceView View(
        string name,
        string kind,
        string scheme,
        SourceState state,
        SourceRecord record,
        params SecretView[] secrets) =>
        new(
        Samples.LacNord,
        new()
        {
            Name = name,
            Kind = kind,
            Authentication = scheme,
            Settings = new Dictionary<string, string>(),
            Secrets = secrets.ToDictionary(secret => secret.Purpose, secret => new InboundSecret(secret.Setting)),
        },
            new(
                $"https://hub.example.ca/hooks/lacnord/{name}"
                    + $"{(scheme == AuthenticationSchemes.SecretAddress ? $"~{secrets[0].Setting}" : "")}"),
        record,
        state,
        secrets,
        CanBeTested: scheme != AuthenticationSchemes.SignedBody);
}
