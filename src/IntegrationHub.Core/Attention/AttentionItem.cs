using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Attention;

/// <summary>Something that a person must settle: one per cause and subject, with a count.</summary>
public sealed record AttentionItem
{
    /// <summary>In place of an institution: what concerns the hub itself.</summary>
    public const string OfTheHub = "hub";

    /// <summary>The tenant.</summary>
    public required string Institution { get; init; }

    /// <summary>Why.</summary>
    public required Cause Cause { get; init; }

    /// <summary>What it is about.</summary>
    public required Subject Subject { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? Detail { get; init; }

    /// <summary>The same in French; null where it is known in one language only.</summary>
    public string? DetailFr { get; init; }

    /// <summary>The student numbers among which a person is to choose; empty where there is nothing to choose.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>How often it happened.</summary>
    public int Count { get; init; } = 1;

    /// <summary>When first.</summary>
    public DateTimeOffset First { get; init; }

    /// <summary>When last.</summary>
    public DateTimeOffset Last { get; init; }

    /// <summary>When the channel heard of it; null where it has not.</summary>
    public DateTimeOffset? Told { get; init; }

    /// <summary>Until when a person has put it aside; null where nobody has.</summary>
    public DateTimeOffset? AsideUntil { get; init; }

    /// <summary>When and why a person dismissed it; null where nobody has.</summary>
    public Dismissal? Dismissal { get; init; }

    /// <summary>What it concerns: a source, a connection, a queue, a step or a micro-credential.</summary>
    public string Source => Subject.Row.Source;

    /// <summary>The award it concerns, if one.</summary>
    public AwardId? Award => Subject.Row.Award;

    /// <summary>The step it concerns, if one.</summary>
    public StepName? Step => Subject.Row.Step;

    /// <summary>The work that it is about, if one: to be shown instead of the subject's text.</summary>
    public FailedWork? Work => Cause.Work(this);

    /// <summary>The learner that it is about, by opaque id, if one.</summary>
    public string? Learner => Work?.Learner ?? Subject switch
    {
        ResultSubject result => result.Learner,
        DossierSubject dossier => dossier.About.Learner,
        _ => null,
    };

    /// <summary>
    /// That learner's student number, for a person who has to look the learner up: added when an item is read for people, never stored.
    /// </summary>
    public string? StudentNumber { get; init; }

    /// <summary>Whether it is put aside.</summary>
    public bool IsAside(DateTimeOffset now) => AsideUntil > now;

    /// <summary>Whether a person must look now: neither dismissed nor put aside.</summary>
    public bool IsOpen(DateTimeOffset now) => Dismissal is null && !IsAside(now);

    /// <summary>Whether an award, or a completion that may become one, waits for its answer.</summary>
    public bool IsNeeded => Cause.IsNeeded(this);

    /// <summary>Whether the channel hears of it.</summary>
    public bool Alerts => Cause.Alerts(Subject);

    /// <summary>What a person can do about it; the main command first.</summary>
    public IEnumerable<ItemCommand> Commands => Dismissal is not null
        ? [ItemCommand.Restore]
        : Cause.Commands
            .Append(ItemCommand.PutAside).Append(ItemCommand.Dismiss)
            .Where(command => command.Fits(this) && !(IsNeeded && command == ItemCommand.Dismiss));

    /// <summary>Its name within the institution.</summary>
    public string Id =>
        Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"{Cause.Name}\n{Source}\n{Subject.Row.Fingerprint}")).AsSpan(0, 10));
}

/// <summary>A person's word that an item needs nothing more.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in the person's words.</param>
public sealed record Dismissal(DateTimeOffset At, string Reason)
{
    /// <summary>For how long a dismissed item can be looked up and restored, in days.</summary>
    public const int DaysKept = 90;
}
