using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Learners;

/// <summary>What is remembered of a source's names of learners: stated by a person, shown, loaded as a table, and forgotten.</summary>
public sealed class IdentityCommands(
    ILearners learners,
    LearnerMatcher matcher,
    IInstitutions institutions,
    IAttention attention,
    AttentionCommands commands)
{
    /// <summary>Says which student one of a source's names of a learner is; completions that waited for it go on.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer.</exception>
    public async Task<Identified> Identify(
        string institutionId,
        string source,
        LearnerReference reference,
        string studentNumber,
        CancellationToken cancellation) =>
        await Identify(institutionId, source, reference, studentNumber, isAnswer: false, cancellation);

    /// <summary>Says which student the learner of an attention item is, who is unknown or may be several.</summary>
    /// <returns><see cref="IdentifyVerdict.NothingWaits"/> where the item is settled, or names nobody.</returns>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer.</exception>
    public async Task<IdentifyVerdict> Identify(string institution, string item, string studentNumber, CancellationToken cancellation) =>
        await attention.Find(institution, item, cancellation) is { Subject: LearnerSubject { Reference: { } reference } subject } asked
            ? (await Identify(institution, subject.Source, reference, studentNumber, asked.Candidates.Count > 0, cancellation)).Verdict
            : IdentifyVerdict.NothingWaits;

    private async Task<Identified> Identify(
        string institutionId,
        string source,
        LearnerReference reference,
        string studentNumber,
        bool isAnswer,
        CancellationToken cancellation)
    {
        if (!institutions.TryGet(institutionId, out var institution))
            return new(IdentifyVerdict.UnknownInstitution, null);
        if (!institution.Sources.ContainsKey(source))
            return new(IdentifyVerdict.UnknownSource, null);
        var learner = await matcher.Remember(institution, source, studentNumber, [reference], isAnswer, cancellation);
        if (learner is null)
            return new(IdentifyVerdict.UnknownStudent, null);
        await Release(institution, source, reference, cancellation);
        return new(IdentifyVerdict.Remembered, learner);
    }

    /// <summary>Loads lines of a table; the same lines again change nothing, and what waited for these learners goes on.</summary>
    /// <param name="institution">An institution in force.</param>
    /// <param name="source">One of its sources.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="areLast">Whether no more follow: then all that waits for a learner of the source tries again.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The numbers of the lines whose student the SIS does not know.</returns>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer; lines may be loaded already.</exception>
    public async Task<IReadOnlyList<int>> Load(
        string institution,
        string source,
        IReadOnlyList<IdentityLine> lines,
        bool areLast,
        CancellationToken cancellation)
    {
        var whose = institutions.Get(institution);
        var (unknown, named) = (new List<int>(), new HashSet<string>());
        foreach (var line in lines)
        {
            if (await matcher.RememberOnce(whose, source, line.StudentNumber, line.References, cancellation) is null)
                unknown.Add(line.Line);
            else
                named.UnionWith(
                    from one in line.References
                    from item in UncertainLearner.Items(whose, source, [one], matcher)
                    select item.Id);
        }

        await Retry(institution, source, item => areLast || named.Contains(item.Id), cancellation);

        return unknown;
    }

    /// <summary>The learner that a name leads to; null where it is not remembered.</summary>
    public async Task<Learner?> Find(string institution, string source, LearnerReference reference, CancellationToken cancellation) =>
        await matcher.Known(institutions.Get(institution), source, reference, cancellation) is { } id
            ? await learners.Find(institution, id, cancellation)
            : null;

    /// <summary>Forgets a name: who it is will be asked again.</summary>
    /// <returns>How many names were forgotten; a student number stands for all that lead to the student, and stays itself.</returns>
    public async Task<int> Forget(string institution, string source, LearnerReference reference, CancellationToken cancellation)
    {
        var key = matcher.KeyOf(institutions.Get(institution), source, reference);
        if (reference.Kind != LearnerReferenceKind.StudentNumber)
            return await learners.Forget(institution, key, cancellation) is null ? 0 : 1;
        return await learners.FindId(institution, key, cancellation) is { } id
            ? await learners.ForgetAllBut(institution, id, key, cancellation)
            : 0;
    }

    /// <summary>Lets go on what waits for the learner; by another name than the item bears, all of the source's try again.</summary>
    private async Task Release(Institution institution, string source, LearnerReference reference, CancellationToken cancellation)
    {
        var named = false;
        foreach (var item in UncertainLearner.Items(institution, source, [reference], matcher))
            named |= await commands.Retry(institution.Id, item.Id, cancellation) == RetryVerdict.Sent;
        if (!named)
            await Retry(institution.Id, source, _ => true, cancellation);
    }

    private async Task Retry(string institution, string source, Func<AttentionItem, bool> which, CancellationToken cancellation)
    {
        foreach (var item in await attention.Open(institution, cancellation))
        {
            if (item.Cause is UncertainLearner && item.Source == source && which(item))
                await commands.Retry(institution, item.Id, cancellation);
        }
    }
}

/// <summary>What came of naming a learner.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Learner">The learner's id, where remembered.</param>
public sealed record Identified(IdentifyVerdict Verdict, string? Learner);

/// <summary>Verdicts on naming a learner.</summary>
public enum IdentifyVerdict
{
    /// <summary>Remembered; what waited goes on.</summary>
    Remembered,

    /// <summary>No such institution in force.</summary>
    UnknownInstitution,

    /// <summary>The institution has no such source.</summary>
    UnknownSource,

    /// <summary>The SIS knows no such student number.</summary>
    UnknownStudent,

    /// <summary>The attention item is settled, or its source named nobody.</summary>
    NothingWaits,
}
