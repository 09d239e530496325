using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;

namespace IntegrationHub.Core.Steps;

/// <summary>What steps need of a learner.</summary>
public static class LearnersExtensions
{
    /// <summary>The learner of the award.</summary>
    /// <exception cref="OutsideException">Refused: the learner was erased.</exception>
    public static async Task<Learner> Get(this ILearners learners, StepContext context, CancellationToken cancellation) =>
        await learners.Find(context.Institution.Id, context.Award.Learner, cancellation)
        ?? throw new OutsideException(OutsideFault.Refused, "The learner’s data was erased. Nothing more can be done for this award.");

    /// <summary>The learner's e-mail address.</summary>
    /// <exception cref="OutsideException">Refused: the SIS holds none.</exception>
    public static string Address(this Learner learner) =>
        learner.Email
        ?? throw new OutsideException(
            OutsideFault.Refused,
            "The SIS has no email address for this learner. Add one there, identify the learner again, then replay the step.");
}
