using IntegrationHub.Benchmarks.Report;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Benchmarks.Credentials;

/// <summary>What was measured of credentials and status lists.</summary>
/// <param name="Sizes">By size of the credential.</param>
/// <param name="Lists">Serving a status list, by the changes before.</param>
/// <param name="StatusChangesPerSecond">On the storage.</param>
/// <param name="StatusChanges">So many were made.</param>
internal sealed record CredentialFigures(
    IReadOnlyList<SizeFigures> Sizes,
    IReadOnlyList<ListFigures> Lists,
    double StatusChangesPerSecond,
    int StatusChanges)
{
    private const double Times = 10;
    private const double MostSpread = 2;

    /// <summary>Two for each size with a goal, then what is printed only.</summary>
    public IEnumerable<Measure> Measures =>
        [
            .. Sizes.Select(size => Measure.AtLeast("issue", size.Issue, Times, size.Quads)),
            .. Sizes.Select(size => Measure.AtLeast("verify", size.Verify, Times, size.Quads)),
            .. Sizes.Select(size => Measure.Plain("proof", size.Proof, size.Quads)),
            .. Sizes.Select(size =>
                Measure.Plain("bare", size.Issue.HubMedian, size.Quads) with
                {
                    Other = size.Bare,
                    Ratio = size.Issue.HubMedian / size.Bare,
                }),
            .. Sizes.Select(size => Measure.Plain("jwt", size.Jwt, size.Quads)),
            .. Sizes.Select(size => Measure.Plain("issueBytes", size.IssueBytes / 1000, size.Quads)),
            .. Sizes.Select(size => Measure.Plain("verifyBytes", size.VerifyBytes / 1000, size.Quads)),
            Measure.Plain("statusChanges", StatusChangesPerSecond, StatusChanges),
            Spread("listCold", Lists.Select(list => list.Cold)),
            Spread("listWarm", Lists.Select(list => list.Warm)),
        ];

    private static Measure Spread(string key, IEnumerable<double> times)
    {
        var (least, most) = (times.Min(), times.Max());
        return new(key, Texts.Get("bench.m." + key), most, least, most / least, $"≤ {MostSpread}", most / least <= MostSpread);
    }
}

/// <summary>One credential; speeds per second, memory in bytes for each.</summary>
internal sealed record SizeFigures(
    int Quads,
    Duel Issue,
    Duel Verify,
    double Proof,
    double Bare,
    double Jwt,
    double IssueBytes,
    double VerifyBytes);

/// <summary>Time to serve the signed list, in microseconds.</summary>
/// <param name="Changes">Credentials revoked before.</param>
/// <param name="Cold">Where one more has been revoked since the last reader.</param>
/// <param name="Warm">Where none has.</param>
internal sealed record ListFigures(int Changes, double Cold, double Warm);
