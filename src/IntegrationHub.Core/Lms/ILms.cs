using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Lms;

/// <summary>One kind of source: reads completions out of its deliveries.</summary>
public interface ILms
{
    /// <summary>Which <see cref="Source.Kind"/> it serves.</summary>
    string Kind { get; }

    /// <summary>Whether its senders ask by OPTIONS before they send (CloudEvents 1.0, HTTP 1.1 Web Hooks, 4).</summary>
    bool AsksFirst => false;

    /// <summary>
    /// Whether the result of a completed course comes by an event of its own, a grade, so that a completion without one misses nothing.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="completion">The completion; null: whether that is so of all that it sends.</param>
    bool GradesApart(Source source, Completion? completion = null) => true;

    /// <summary>
    /// Reads an authentic delivery; the same bytes always give the same reading. What cannot become a completion is
    /// recognised in one pass over the bytes, for most of what an LMS sends is noise.
    /// </summary>
    Reading Read(Source source, Delivery delivery);
}
