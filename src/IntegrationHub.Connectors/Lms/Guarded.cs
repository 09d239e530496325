using System.Text.Json;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>Reads what may be hostile: whatever its shape, the answer is a reading.</summary>
internal static class Guarded
{
    /// <summary>Turns the ways in which JSON can be broken into a fault.</summary>
    /// <param name="read">The reading.</param>
    /// <param name="faultStatus">HTTP status that the protocol wants then.</param>
    public static Reading Read(Func<Reading> read, int faultStatus = 200)
    {
        try
        {
            return read();
        }
        catch (UnreadableException fault)
        {
            return new Reading { Fault = fault.Message, FaultStatus = faultStatus };
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            // The exception's own words may quote the payload.
            return new Reading { Fault = "The body is not the JSON it should be.", FaultStatus = faultStatus };
        }
    }
}
