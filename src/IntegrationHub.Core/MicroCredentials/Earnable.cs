using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Core.MicroCredentials;

/// <summary>Finds what a completion may lead to.</summary>
public static class EarnableExtensions
{
    /// <summary>The micro-credentials that a completion of a source counts towards.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="source">Name of the source.</param>
    /// <param name="completion">The completion.</param>
    /// <param name="courseIsKnown">Whether any micro-credential is offered by the course, if only by another assessment in it.</param>
    public static IReadOnlyList<MicroCredential> Earnable(this Institution institution, string source, Completion completion, out bool courseIsKnown)
    {
        var match = institution.Offerings.Match(source, completion.Courses, completion.Assessment);
        courseIsKnown = match.Kind != OfferingMatchKind.UnknownCourse;
        return match.MicroCredentials;
    }
}
