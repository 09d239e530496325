using IntegrationHub.Benchmarks.Report;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Benchmarks.Sources;

/// <summary>What was measured of the way in.</summary>
/// <param name="Noise">Noise events per second, unsigned, against an app that reads the body and answers 200.</param>
/// <param name="SignedNoise">The same where each event is signed.</param>
/// <param name="Recognised">Recognised completions per second, unsigned, against a bare enqueue of the same messages.</param>
/// <param name="SignedRecognised">The same where each event is signed.</param>
/// <param name="Allocated">Bytes allocated for a noise event between the door and the answer, by the source's kind.</param>
internal sealed record SourceFigures(
    Duel Noise,
    Duel SignedNoise,
    Duel Recognised,
    Duel SignedRecognised,
    IReadOnlyDictionary<string, double> Allocated)
{
    private const double RecognisedGoal = 0.9;

    public IEnumerable<Measure> Measures =>
        [
            Measure.Beside("noise", Noise),
            Measure.Beside("signedNoise", SignedNoise),
            Measure.AtLeast("recognised", Recognised, RecognisedGoal),
            Measure.AtLeast("signedRecognised", SignedRecognised, RecognisedGoal),
            .. Allocated.Select(kind => new Measure(
                $"noiseBytes.{kind.Key}",
                Texts.Get("bench.m.noiseBytes", kind.Key),
                kind.Value,
                null,
                null,
                null,
                null)),
        ];
}
