using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Cost;

/// <summary>What one completion asked of Azure, as <c>hub bench</c> counted it.</summary>
/// <param name="Queue">Requests to queues.</param>
/// <param name="Table">Requests to tables; a transaction of several rows is one.</param>
/// <param name="BlobWrites">Blobs written.</param>
/// <param name="BlobReads">Blobs read.</param>
/// <param name="Executions">Functions run.</param>
/// <param name="IdlePerMinute">Requests to queues that found nothing, a minute.</param>
internal sealed record Measured(double Queue, double Table, double BlobWrites, double BlobReads, double Executions, double IdlePerMinute)
{
    /// <summary>Reads the counts under load and one completion at a time, and how many completions a second one machine handled.</summary>
    /// <exception cref="CliException">There is no such file, or it is not of a bench of this release.</exception>
    public static (Measured UnderLoad, Measured OneByOne, double PerSecond) Read(string file)
    {
        if (!File.Exists(file))
            throw new CliException(Texts.Get("cost.noBench", file));
        try
        {
            var bench = JsonNode.Parse(File.ReadAllText(file));
            return
                bench?["transactions"] is { } counted
                && bench["rounds"]?["completions"]?["hubMedian"]?.GetValue<double>() is > 0 and var perSecond
                && counted["together"]?["byKind"] is not null
                && counted["oneByOne"]?["byKind"] is not null
                ? (Of(counted["together"]!), Of(counted["oneByOne"]!), perSecond)
                : throw new CliException(Texts.Get("cost.oldBench", file));
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new CliException(Texts.Get("cost.oldBench", file));
        }
    }

    private static Measured Of(JsonNode counted)
    {
        double Kind(string name) => counted["byKind"]![name]?.GetValue<double>() ?? 0;
        return new(
            Kind("queue"),
            Kind("table"),
            Kind("blobWrite"),
            Kind("blobRead"),
            counted["executions"]!.GetValue<double>(),
            counted["aside"]?["idle"]?.GetValue<double>() ?? 0);
    }
}
