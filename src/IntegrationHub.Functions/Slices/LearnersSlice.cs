using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Learners;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Slices;

internal static class LearnersSlice
{
    /// <summary>Who a learner is. Needs AddOutside and AddAttention.</summary>
    public static IServiceCollection AddLearners(this IServiceCollection services) => services
        .AddSingleton<LearnerLookups>()
        .AddSingleton<LearnerMatcher>()
        .AddSingleton<LearnersAfresh>()
        .AddSingleton<IdentityCommands>()
        .AddSingleton<IStudentNumbers, StudentNumbers>()
        .AddSingleton<Cause, UnknownLearner>()
        .AddSingleton<Cause, AmbiguousLearner>()
        .AddSingleton<Cause, AccountPassedOn>();
}
