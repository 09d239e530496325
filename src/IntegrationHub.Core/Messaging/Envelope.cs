using System.Diagnostics;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Telemetry;

namespace IntegrationHub.Core.Messaging;

/// <summary>What every queue message is.</summary>
/// <param name="V">Version of the shape. A release puts off what is newer than it knows; another kind or a reference of another form is a newer version too.</param>
/// <param name="Id">Id of the message's cause: the tracking id of a delivery; the same through all that follows.</param>
/// <param name="Institution">The tenant.</param>
/// <param name="Kind">One of <see cref="MessageKinds"/>.</param>
/// <param name="Traceparent">W3C trace context of the sender.</param>
/// <param name="Ref">What it is about; its shape depends on the kind.</param>
/// <param name="Payload">The delivery itself, where it is small enough.</param>
/// <param name="Slot">The slot that was reserved for it in its connection's rate.</param>
/// <param name="Since">Since when it is put off because a system does not answer.</param>
/// <param name="Due">When it was meant to be taken, where it was sent with a delay; the queue itself only says when it was sent.</param>
public sealed record Envelope(
    int V,
    string Id,
    string Institution,
    string Kind,
    string? Traceparent,
    string? Ref,
    StoredDelivery? Payload = null,
    DateTimeOffset? Slot = null,
    DateTimeOffset? Since = null,
    DateTimeOffset? Due = null)
{
    /// <summary>A new message in the current trace.</summary>
    public static Envelope Of(string id, string institution, string kind, string? reference) =>
        new(1, id, institution, kind, HubTrace.Parent, reference);

    /// <summary>The span in which it is handled; null while nobody listens.</summary>
    /// <param name="queue">The queue that brought it.</param>
    public Activity? Span(string queue) => HubTrace.Stage(queue, Traceparent, Institution, Kind, Id);

    /// <summary>A message about a step of an award.</summary>
    public static Envelope Of(string id, string kind, AwardId award, StepName step) =>
        Of(id, award.Institution, kind, $"{award}/{step}");

    /// <summary>The award and the step it is about.</summary>
    /// <exception cref="FormatException">It is about something else.</exception>
    public (AwardId Award, StepName Step) AboutStep() =>
        Ref?.Split('/') is [var award, var step] && Enum.TryParse<StepName>(step, out var name)
            ? (AwardId.Parse(award), name)
            : throw new FormatException($"A '{Kind}' message refers to '{Ref}', not to award/step.");
}

/// <summary>The kinds of messages.</summary>
public static class MessageKinds
{
    /// <summary>A delivery of a source: the payload, or its address as reference.</summary>
    public const string Delivery = "delivery";

    /// <summary>One completion of a kept delivery: the reference is <c>address#event</c>.</summary>
    public const string Completion = "completion";

    /// <summary>Completions that waited for a person go on: the reference is the attention item.</summary>
    public const string Release = "release";

    /// <summary>A step is to be done: the reference is <c>award/step</c>.</summary>
    public const string Step = "step";

    /// <summary>A person wants a step done again: the reference is <c>award/step</c>.</summary>
    public const string Replay = "replay";

    /// <summary>A step has ended: the reference is <c>award/step</c>.</summary>
    public const string Ended = "ended";

    /// <summary>An award that another dossier of the learner may rest on is new or changed: the reference is <c>award/micro-credential</c>.</summary>
    public const string Part = "part";

    /// <summary>A person decided something about a dossier: the reference is a <see cref="IntegrationHub.Core.Model.Awards.ActCommand"/>.</summary>
    public const string Act = "act";

    /// <summary>Evidence belongs to another learner: the reference is a <see cref="IntegrationHub.Core.Model.Awards.MoveCommand"/>.</summary>
    public const string Move = "move";

    /// <summary>A source's LMS is to be asked for what never came: the reference is <c>source/reconciliation</c>, or <c>source/reconciliation/course</c>.</summary>
    public const string Reconcile = "reconcile";

    /// <summary>A credential of another house counts for a learner: the reference is a <see cref="IntegrationHub.Core.Model.Awards.Recognition"/>.</summary>
    public const string Recognition = "recognition";

    /// <summary>A learner is to be told something that follows from no step: the reference is a <see cref="Notices.LearnerNotice"/>.</summary>
    public const string Letter = "letter";

    /// <summary>Whether a message of the kind says all that is needed in its reference: a person can have it sent again.</summary>
    public static bool CanBeSentAgain(string kind) => IsOfAnAward(kind) || kind is Letter or Reconcile or Erase;

    /// <summary>Whether an award depends on it: what people decided, what a milestone rests on, what waited.</summary>
    public static bool IsOfAnAward(string kind) => kind is Part or Act or Move or Recognition or Release;

    /// <summary>A learner's data are to be erased: the reference is the learner's opaque id.</summary>
    public const string Erase = "erase";

    /// <summary>The channel is to hear of an attention item: the reference is the item.</summary>
    public const string Alert = "alert";
}

/// <summary>The queues between the stages.</summary>
public static class QueueNames
{
    /// <summary>Deliveries of the sources.</summary>
    public const string Completions = "completions";

    /// <summary>Transcript steps.</summary>
    public const string Transcripts = "transcripts";

    /// <summary>Badge steps.</summary>
    public const string Badges = "badges";

    /// <summary>Ended steps, and the notices that follow.</summary>
    public const string Notices = "notices";

    /// <summary>Courses of LMSs that are compared with what the hub knows.</summary>
    public const string Reconciliations = "reconciliations";

    /// <summary>What the host appends for messages that failed for good.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>The queue of a step.</summary>
    public static string Of(StepName step) => step switch
    {
        StepName.Transcript => Transcripts,
        StepName.Badge => Badges,
        _ => Notices,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Completions, Transcripts, Badges, Notices, Reconciliations];
}
