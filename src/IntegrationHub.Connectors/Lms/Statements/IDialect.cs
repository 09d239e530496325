using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>What one kind of sender means by its statements: the standard leaves verbs and types to the sender.</summary>
internal interface IDialect
{
    /// <summary>Whether a statement may state anything that counts; all others are noise and are not looked at again.</summary>
    /// <param name="verb">The verb's IRI.</param>
    /// <param name="moodleEvent">The Moodle event it comes from, e.g. <c>\core\event\course_viewed</c>; empty where it names none.</param>
    bool MayCount(ReadOnlySpan<char> verb, ReadOnlySpan<char> moodleEvent);

    /// <summary>What a valid statement states; null where it states nothing that counts.</summary>
    Completion? Read(Source source, Statement statement);
}
