using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Cli;

namespace IntegrationHub.Benchmarks.Report;

/// <summary>The report for programs.</summary>
internal static class FiguresJson
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonNode Of(Figures figures, BenchOptions options, TimeSpan took) => JsonSerializer.SerializeToNode(
        new
        {
            options.Quick,
            Seconds = Math.Round(took.TotalSeconds, 1),
            Processors = Environment.ProcessorCount,
            figures.Measures,
            Rounds = new { figures.Webhooks, figures.Completions, figures.ColdStart },
            Transactions = new { figures.OneByOne, figures.Together },
            figures.Memory,
        },
        Shape)!;

    public static void Write(JsonNode report, string file, Screen screen)
    {
        File.WriteAllText(file, report.ToJsonString(Shape));
        screen.Line(Texts.Get("bench.written", file));
    }
}
