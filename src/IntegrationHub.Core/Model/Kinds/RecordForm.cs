using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Model.Kinds;

/// <summary>A form of record that a SIS takes, with what an entry's <c>record</c> must say for it.</summary>
/// <param name="Kind">What is written.</param>
/// <param name="Members">
/// Members of <c>record</c>: <c>section</c>, <c>grade</c>, <c>gradeType</c>, <c>code</c>, <c>withdrawnGrade</c>. What each means
/// is added to what it means everywhere; an empty text adds nothing.
/// </param>
public sealed record RecordForm(RecordTargetKind Kind, IReadOnlyList<Setting> Members)
{
    /// <summary>Settings of the connection that this form needs, though others do not.</summary>
    public IReadOnlyList<string> ConnectionSettings { get; init; } = [];

    /// <summary>Rules of its own over the members.</summary>
    public SettingCheck Check { get; init; } = _ => [];

    /// <summary>How the hub's batch file takes a record, whichever the SIS.</summary>
    public static RecordForm ByFile(RecordTargetKind kind) => new(kind, [Setting.Required("code", "", "")]);
}
