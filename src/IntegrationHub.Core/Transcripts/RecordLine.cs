using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Transcripts;

/// <summary>
/// A line of a batch file that the registrar loads: of the learner only the opaque id, so that an erasure reaches it (law 15).
/// </summary>
/// <param name="Award">The award it follows from.</param>
/// <param name="Number">Counts the award's lines, from 0.</param>
/// <param name="Action">What the registrar's system is to do.</param>
/// <param name="Kind">On which record.</param>
/// <param name="Learner">The learner, by opaque id.</param>
/// <param name="Code">The SIS's code of the record.</param>
/// <param name="Title">Title of the micro-credential.</param>
/// <param name="Awarded">The day it was earned, in the institution's zone.</param>
/// <param name="Added">When the line was added, UTC.</param>
public sealed record RecordLine(
    AwardId Award,
    int Number,
    RecordAction Action,
    RecordTargetKind Kind,
    string Learner,
    string Code,
    BilingualText Title,
    DateOnly Awarded,
    DateTimeOffset Added);

/// <summary>What a line asks for; a correction is a further line, never a deletion.</summary>
public enum RecordAction
{
    /// <summary>Put it on the record.</summary>
    Enter,

    /// <summary>Take it back.</summary>
    Withdraw,
}

/// <summary>Where a line is: the file of a day, the award, the line's number. Written <c>20261124/award/0</c>.</summary>
/// <param name="Day">The file.</param>
/// <param name="Award">The award.</param>
/// <param name="Number">Counts the award's lines, from 0.</param>
public readonly record struct RecordPlace(DateOnly Day, AwardId Award, int Number)
{
    private const string DayFormat = "yyyyMMdd";

    /// <summary>Reads the written form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RecordPlace place)
    {
        place = default;
        if (text?.Split('/') is not [var day, var award, var number]
            || !DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var file)
            || !AwardId.TryParse(award, out var id)
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line))
            return false;
        place = new(file, id, line);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Day.ToString(DayFormat, CultureInfo.InvariantCulture)}/{Award}/{Number}");
}
