using System.Net;

namespace IntegrationHub.EndToEnd.RealHost;

/// <summary>What a host answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers that say something of the answer, a line each.</param>
internal sealed record Answer(HttpStatusCode Status, string Headers)
{
    // The clock, how it was sent, and the length of what others may have added to in between.
    private static readonly string[] Passing = ["Date", "Transfer-Encoding", "Content-Length", "Connection"];

    public static string Told(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers) =>
        string.Join(
            '\n',
            headers
                .Where(header => !Passing.Contains(header.Key))
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value.Select(value => Lasting(header.Key, value)))}")
                .Order(StringComparer.Ordinal));

    /// <summary>A cookie’s value is another each time.</summary>
    private static string Lasting(string header, string value) => header == "Set-Cookie" ? value.Split('=')[0] : value;
}

/// <summary>Where two answers to one request differ.</summary>
/// <param name="Real">The real host’s.</param>
/// <param name="Own">That of the hub’s own host.</param>
/// <param name="Reason">Why that is so and may stay, or null where nobody knows.</param>
internal sealed record Difference(Answer Real, Answer Own, string? Reason)
{
    public static Difference? Between(Exchange exchange, Answer real, Answer own)
    {
        var plain = real with { Headers = string.Join('\n', real.Headers.Split('\n').Where(line => line != "Server: Kestrel")) };
        var isAnswered = real.Status != HttpStatusCode.Unused; // Two dead hosts are alike too.
        return plain == own && isAnswered ? null : new(plain, own, Known(exchange));
    }

    private static string? Known(Exchange exchange)
    {
        if (exchange.Path == "admin" || exchange.Path.StartsWith("admin/", StringComparison.Ordinal))
            return "The real host has an administration there, 401 where it has an address and 404 elsewhere; ours says 401 to all.";
        return exchange.Oddity.Name == Exchanges.TooLarge ? "The real host says 413 or 500, as it happens; ours says 500." : null;
    }

    public override string ToString()
    {
        var (real, own) = (Real.Headers.Split('\n'), Own.Headers.Split('\n'));
        return $"{(int)Real.Status} [{string.Join(" | ", real.Except(own))}], "
            + $"not {(int)Own.Status} [{string.Join(" | ", own.Except(real))}]; {Reason}";
    }
}
