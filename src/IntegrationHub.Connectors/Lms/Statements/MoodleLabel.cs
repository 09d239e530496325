namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>
/// A Moodle event in short, e.g. <c>mod_quiz.attempt_submitted</c> for <c>\mod_quiz\event\attempt_submitted</c>, without making an object
/// of it.
/// </summary>
internal static class MoodleLabel
{
    /// <summary>Writes the event in short.</summary>
    /// <param name="name">The event; empty writes nothing.</param>
    /// <param name="before">What stands before it.</param>
    /// <param name="into">Where it is written: longer than both.</param>
    /// <returns>How much was written.</returns>
    public static int Write(ReadOnlySpan<char> name, string before, Span<char> into)
    {
        if (name.IsEmpty)
            return 0;
        before.CopyTo(into);
        var length = before.Length;
        foreach (var range in name.Split('\\'))
        {
            var part = name[range];
            if (part.IsEmpty || part is "event")
                continue;
            if (length > before.Length)
                into[length++] = '.';
            part.CopyTo(into[length..]);
            length += part.Length;
        }

        return length;
    }
}
