using System.Text.Json;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Cost;

/// <summary>What things cost, as the file <c>infra/prices.json</c> says.</summary>
internal sealed record Prices
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public required string Date { get; init; }

    public required string Currency { get; init; }

    public required string Source { get; init; }

    public required double QueuePer10000 { get; init; }

    public required double TablePer10000 { get; init; }

    public required double BlobWritePer10000 { get; init; }

    public required double BlobReadPer10000 { get; init; }

    public required double ExecutionsPerMillion { get; init; }

    public required double GigabyteSecond { get; init; }

    /// <summary>A second of a gigabyte that stands ready; null in files of before.</summary>
    public double? ReadyGigabyteSecond { get; init; }

    /// <summary>A second of a gigabyte of a ready instance that executes; null in files of before.</summary>
    public double? ReadyBusyGigabyteSecond { get; init; }

    public required double TelemetryGigabyte { get; init; }

    /// <summary>Memory of an instance.</summary>
    public required double InstanceGigabytes { get; init; }

    /// <summary>The shortest time that an instance is billed for.</summary>
    public required double ShortestSeconds { get; init; }

    public required double TelemetryKilobytesPerCompletion { get; init; }

    /// <exception cref="CliException">The file is not there, or lacks a price.</exception>
    public static Prices Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Prices>(File.ReadAllText(file), Format)!;
        }
        catch (Exception failure) when (failure is JsonException or IOException)
        {
            throw new CliException(Texts.Get("cost.noPrices", file, failure.Message));
        }
    }
}
