using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;

namespace IntegrationHub.Core.Steps;

/// <summary>What steps need of a learner.</summary>
public static class LearnersExtensions
{
    /// <summary>The learner of the award, by an id that does not change.</summary>
    /// <exception cref="OutsideException">Refused: the learner was erased.</exception>
    public static async Task<Learner> Get(this ILearners learners, StepContext context, CancellationToken cancellation) =>
        await learners.Find(context.Institution.Id, context.Award.Learner, cancellation) ?? throw Erased();

    /// <summary>The learner of the award, with the name and the address of today.</summary>
    /// <exception cref="OutsideException">Refused: the learner was erased, or the SIS states no name.</exception>
    public static async Task<Learner> Get(this LearnersAfresh learners, StepContext context, CancellationToken cancellation) =>
        await learners.Find(context.Institution, context.Award.Learner, cancellation) switch
        {
            null => throw Erased(),
            { HasName: false } => throw new OutsideException(
                OutsideFault.Refused,
                "The SIS has no name for this learner, and nothing is issued to nobody. Add it there, then replay the step."),
            var learner => learner,
        };

    /// <summary>The learner's e-mail address.</summary>
    /// <exception cref="OutsideException">Refused: the SIS holds none.</exception>
    public static string Address(this Learner learner) =>
        learner.Email
        ?? throw new OutsideException(
            OutsideFault.Refused,
            "The SIS has no email address for this learner. Add one there, then replay the step.");

    private static OutsideException Erased() =>
        new(OutsideFault.Refused, "The learner’s data was erased. Nothing more can be done for this award.");
}
