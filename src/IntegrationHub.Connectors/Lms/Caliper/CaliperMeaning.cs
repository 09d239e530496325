using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>What one sender's Caliper events mean: the envelope is the standard's, what stands in the events is the sender's.</summary>
internal abstract class CaliperMeaning
{
    /// <summary>
    /// Whether an event may be a completion by its type and action alone: a grade, or the completion of something that has
    /// no event type of its own, as a course has none. A video, a quiz and an item of it are "completed" under other types.
    /// </summary>
    public static bool MayCount(ReadOnlySpan<byte> type, ReadOnlySpan<byte> action) =>
        action.SequenceEqual("Graded"u8) || (action.SequenceEqual("Completed"u8) && type.SequenceEqual("Event"u8));

    /// <summary>
    /// Where, under the actor, noise names the customer it belongs to: names parted by slashes; empty where nothing is asked.
    /// </summary>
    public virtual ReadOnlySpan<byte> CustomerUnderActor => default;

    /// <summary>Whether noise belongs to the source, as far as a glance tells; false sends it to the careful reading.</summary>
    public virtual bool IsOurs(Source source, ReadOnlySpan<byte> customer) => true;

    /// <summary>Whether an event belongs to the source; one that does not has the whole envelope refused.</summary>
    public virtual bool IsOurs(Source source, CaliperEvent item) => true;

    /// <summary>The completion that an event states; null where it states none.</summary>
    public abstract Completion? Of(Source source, CaliperEvent item);
}
