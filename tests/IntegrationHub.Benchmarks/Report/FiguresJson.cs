using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IntegrationHub.Benchmarks.Stand;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Benchmarks.Report;

/// <summary>The report for programs.</summary>
internal static class FiguresJson
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonNode Of(Figures figures, BenchOptions options, TimeSpan took) =>
        JsonSerializer.SerializeToNode(
            new
            {
                options.Quick,
                Seconds = Math.Round(took.TotalSeconds, 1),
                Processors = Environment.ProcessorCount,
                figures.Measures,
                Rounds = Of(figures.Pipeline, pipeline => new
                {
                    pipeline.Webhooks,
                    pipeline.Completions,
                    pipeline.ColdStart,
                }),
                Transactions = Of(figures.Pipeline, pipeline => new { pipeline.OneByOne, pipeline.Together }),
                figures.Pipeline?.Memory,
                Sources = Of(figures.Sources, sources => new
                {
                    sources.Noise,
                    sources.SignedNoise,
                    sources.Recognised,
                    sources.SignedRecognised,
                }),
                Credentials = Of(figures.Credentials, credentials => new
                {
                    OneCore = OneCore.IsKept,
                    credentials.Sizes,
                    credentials.Lists,
                    credentials.StatusChangesPerSecond,
                }),
                figures.Rules,
            },
            Shape)!;


    private static object? Of<T>(T? figures, Func<T, object> shape) => figures is null ? null : shape(figures);

    public static void Write(JsonNode report, string file, Screen screen)
    {
        File.WriteAllText(file, report.ToJsonString(Shape));
        screen.Line(Texts.Get("bench.written", file));
    }
}
