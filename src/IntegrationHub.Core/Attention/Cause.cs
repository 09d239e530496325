using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Attention;

/// <summary>
/// Why a person must look. Each cause is a type in the slice that raises it, and registered there; it says what its items are
/// about, in which words, and what a person can do about them.
/// </summary>
public abstract record Cause
{
    /// <summary>The name under which its items are stored, counted and answered: never change it.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>What it is, for people.</summary>
    public virtual BilingualText Title => Text.Both($"attention.{Name}.title");

    /// <summary>What to do about it, for people.</summary>
    public virtual BilingualText Action => Text.Both($"attention.{Name}.action");

    /// <summary>What settles its items, beyond what every item offers; the main command first.</summary>
    public virtual IReadOnlyList<ItemCommand> Commands => [];

    /// <summary>
    /// Whether an award, or a completion that may become one, waits for a person's answer: such an item is settled or put aside,
    /// never dismissed.
    /// </summary>
    public virtual bool IsNeeded(AttentionItem item) => false;

    /// <summary>Whether the channel hears of it.</summary>
    public virtual bool Alerts(Subject subject) => true;

    /// <summary>What a retry sends: by default, what waits for the item goes on. Null where this release can send nothing.</summary>
    public virtual Retrial? Retry(AttentionItem item) =>
        new(new ReleaseHeld(item.Institution, item.Id), Settles: false);

    /// <summary>The work that its item is about; null where the item is about something else.</summary>
    public virtual FailedWork? Work(AttentionItem item) => null;

    /// <summary>Reads what a stored item is about; an <see cref="OpaqueSubject"/> where that is nothing it knows.</summary>
    public abstract Subject Read(SubjectRow row);

    /// <inheritdoc/>
    public sealed override string ToString() => Name;
}

/// <summary>A cause whose items are about one kind of subject.</summary>
/// <typeparam name="TSubject">The subject: with the cause, it makes one item.</typeparam>
public abstract record Cause<TSubject> : Cause
    where TSubject : Subject, IStoredSubject<TSubject>
{
    /// <inheritdoc/>
    public sealed override Subject Read(SubjectRow row) =>
        TSubject.Read(row) is { } read && read.Row == row ? read : new OpaqueSubject(row);

    /// <summary>An item of this cause, for the raiser to raise or to settle.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="detail">What went wrong.</param>
    protected AttentionItem About(string institution, TSubject subject, string? detail = null) =>
        new() { Institution = institution, Cause = this, Subject = subject, Detail = detail };
}

/// <summary>What a person's retry of an item sends.</summary>
/// <param name="Message">The message.</param>
/// <param name="Settles">Whether the item is settled by sending it; otherwise whoever takes the message settles it.</param>
public sealed record Retrial(HubMessage Message, bool Settles);
