namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>A counter's label of a statement, e.g. <c>viewed:core.course_viewed</c>; each is made once.</summary>
internal static class StatementLabel
{
    /// <summary>The label.</summary>
    /// <param name="labels">Those made before.</param>
    /// <param name="verb">The verb's IRI.</param>
    /// <param name="moodleEvent">The Moodle event; empty where there is none.</param>
    public static string Of(NoiseBook labels, ReadOnlySpan<char> verb, ReadOnlySpan<char> moodleEvent)
    {
        Span<char> label = stackalloc char[3 * StatementParts.LongestName];
        var shortVerb = verb[(verb.LastIndexOfAny("/#:") + 1)..];
        shortVerb.CopyTo(label);
        var length = shortVerb.Length + MoodleLabel.Write(moodleEvent, ":", label[shortVerb.Length..]);
        return labels.Of(label[..length]).Ignored[0].Kind;
    }
}
