using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Attention;

/// <summary>What is remembered of a source's names of learners: shown, loaded as a table, and forgotten.</summary>
public sealed class IdentityCommands(ILearners learners, LearnerMatcher matcher, IInstitutions institutions, IAttention attention, AttentionCommands commands)
{
    /// <summary>Loads lines of a table; the same lines again change nothing, and what waited for these learners goes on.</summary>
    /// <param name="institution">An institution in force.</param>
    /// <param name="source">One of its sources.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="areLast">Whether no more follow: then all that waits for a learner of the source tries again.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The numbers of the lines whose student the SIS does not know.</returns>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer; lines may be loaded already.</exception>
    public async Task<IReadOnlyList<int>> Load(string institution, string source, IReadOnlyList<IdentityLine> lines, bool areLast, CancellationToken cancellation)
    {
        var whose = institutions.Get(institution);
        var (unknown, named) = (new List<int>(), new HashSet<string>());
        foreach (var line in lines)
        {
            if (await matcher.RememberOnce(whose, source, line.StudentNumber, line.References, cancellation) is null)
                unknown.Add(line.Line);
            else
                named.UnionWith(line.References.SelectMany(reference => UncertainLearner.Items(whose, source, [reference], matcher)));
        }

        foreach (var item in (await attention.Open(institution, cancellation)).Where(item => UncertainLearner.Causes.Contains(item.Cause) && item.Source == source))
        {
            if (areLast || named.Contains(item.Id))
                await commands.Retry(institution, item.Id, cancellation);
        }

        return unknown;
    }

    /// <summary>The learner that a name leads to; null where it is not remembered.</summary>
    public async Task<Learner?> Find(string institution, string source, LearnerReference reference, CancellationToken cancellation) =>
        await matcher.Known(institutions.Get(institution), source, reference, cancellation) is { } id ? await learners.Find(institution, id, cancellation) : null;

    /// <summary>Forgets a name: who it is will be asked again.</summary>
    /// <returns>How many names were forgotten; a student number stands for all that lead to the student, and stays itself.</returns>
    public async Task<int> Forget(string institution, string source, LearnerReference reference, CancellationToken cancellation)
    {
        var key = matcher.KeyOf(institutions.Get(institution), source, reference);
        if (reference.Kind != LearnerReferenceKind.StudentNumber)
            return await learners.Forget(institution, key, cancellation) is null ? 0 : 1;
        return await learners.FindId(institution, key, cancellation) is { } id ? await learners.ForgetAllBut(institution, id, key, cancellation) : 0;
    }
}
