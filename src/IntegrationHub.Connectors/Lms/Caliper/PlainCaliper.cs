using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>Caliper by the standard alone: grades of assessments, and courses completed.</summary>
internal sealed class PlainCaliper : CaliperMeaning
{
    private static readonly IReadOnlyList<string> StudentNumbers = ["SisSourcedId", "LisSourcedId"];

    /// <inheritdoc/>
    public override Completion? Of(Source source, CaliperEvent item)
    {
        var numbers = source.List("studentNumber") is { Count: > 0 } chosen ? chosen : StudentNumbers;
        return item switch
        {
            { Type: "GradeEvent", Action: "Graded" } => Graded(item, numbers),
            { Type: "Event", Action: "Completed" } => Completed(item, numbers),
            _ => null,
        };
    }

    private static Completion? Graded(CaliperEvent item, IReadOnlyList<string> numbers)
    {
        if (CaliperGrade.IsItem(item)
            || Iri.Of(CaliperGrade.Assignable(item)) is not { } assessment
            || CaliperGrade.Score(item) is not { IsGiven: true } score)
            return null;
        return CaliperLearner.Of(CaliperGrade.Learner(item), numbers) is { Count: > 0 } learner
            ? score.In(item.Completion(CompletionKind.Assessed, learner, CaliperCourse.Of(item.Group)) with
            {
                // The whole IRI: its last part may be "1" in the quizzes and in the assignments of one course.
                Assessment = assessment,
                Attempt = CaliperGrade.Count(item),
            })
            : null;
    }

    private static Completion? Completed(CaliperEvent item, IReadOnlyList<string> numbers) =>
        CaliperCourse.IsCourse(item.Object) && CaliperLearner.Of(item.At("actor"), numbers) is { Count: > 0 } learner
            ? item.Completion(CompletionKind.Completed, learner, CaliperCourse.Of(item.Object))
            : null;
}
