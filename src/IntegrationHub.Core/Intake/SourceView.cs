using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Intake;

/// <summary>A source with what the people who connect it need to know.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Source">The source.</param>
/// <param name="Address">Where it sends; the name of a setting stands in the place of a secret.</param>
/// <param name="Record">What is known of it.</param>
/// <param name="State">How it stands.</param>
/// <param name="Secrets">The settings of its secrets.</param>
/// <param name="CanBeTested">Whether the hub can prove a test event in the sender's name.</param>
public sealed record SourceView(
    Institution Institution,
    Source Source,
    Uri Address,
    SourceRecord Record,
    SourceState State,
    IReadOnlyList<SecretView> Secrets,
    bool CanBeTested);

/// <summary>Whether a setting holds a secret; never the secret.</summary>
/// <param name="Purpose">What it is for, e.g. <c>password</c>.</param>
/// <param name="Setting">Name of the setting.</param>
/// <param name="HasValue">Whether there is a value.</param>
/// <param name="PreviousUntil">Until when the value before counts; null where it does not.</param>
public sealed record SecretView(string Purpose, string Setting, bool HasValue, DateTimeOffset? PreviousUntil);

/// <summary>How a source stands.</summary>
public enum SourceState
{
    /// <summary>A setting that its deliveries are proven by has no value.</summary>
    SecretMissing,

    /// <summary>It has never spoken.</summary>
    NeverHeard,

    /// <summary>It has been silent for longer than it usually is.</summary>
    Silent,

    /// <summary>What came last could not be taken.</summary>
    Troubled,

    /// <summary>It speaks.</summary>
    Heard,
}
