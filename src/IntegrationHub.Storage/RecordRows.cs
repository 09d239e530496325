using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Storage;

/// <summary>A batch file as a row; tenant and day are its key.</summary>
internal sealed record RecordFileRow(int Lines, DateTimeOffset? Loaded)
{
    public static RecordFileRow Of(RecordFile file) => new(file.Lines, file.Loaded);

    public RecordFile File(string institution, DateOnly day) => new(institution, day, Lines, Loaded);
}

/// <summary>A line of a batch file as a row.</summary>
internal sealed record RecordLineRow(
    string Award,
    int Number,
    RecordAction Action,
    RecordTargetKind Kind,
    string Learner,
    string Code,
    BilingualText Title,
    DateOnly Awarded,
    DateTimeOffset Added)
{
    public static RecordLineRow Of(RecordLine line) => new(
        line.Award.ToString(), line.Number, line.Action, line.Kind, line.Learner, line.Code, line.Title, line.Awarded, line.Added);

    public RecordLine Line() => new(AwardId.Parse(Award), Number, Action, Kind, Learner, Code, Title, Awarded, Added);
}
