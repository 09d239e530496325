using IntegrationHub.Console.Access;
using IntegrationHub.Console.AwardDetails;
using IntegrationHub.Console.Home;
using IntegrationHub.Console.Messages;
using IntegrationHub.Console.Sources;
using IntegrationHub.Console.Systems;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Testing.Console;

namespace IntegrationHub.Tests.Console;

/// <summary>All pages, filled as far as they can be.</summary>
internal static class EveryPage
{
    public static async Task<IReadOnlyList<string>> In(string language)
    {
        IReadOnlyList<AwardView> awards = [Samples.WithFailedTranscript(), Samples.View(), Samples.View() with { Learner = null }];
        return
        [
            await Pages.Render<HomePage>(language, ("Awards", awards), ("Attention", Samples.EveryCause)),
            await Pages.Render<HomePage>(
                language,
                ("Awards", Array.Empty<AwardView>()),
                ("Attention", Array.Empty<Core.Attention.AttentionItem>())),
            await Pages.Render<AwardPage>(language, ("View", awards[0])),
            await Pages.Render<AwardPage>(language, ("View", awards[1])),
            await Pages.Render<SourcesPage>(language, ("Sources", SourceSamples.All)),
            await Pages.Render<SourcesPage>(language, ("Sources", Array.Empty<IntegrationHub.Core.Intake.SourceView>())),
            await Pages.Render<SourcePage>(language, ("View", SourceSamples.Canvas)),
            await Pages.Render<SourcePage>(
                language,
                ("View", SourceSamples.Moodle),
                ("Outcome", IntegrationHub.Core.Intake.TestOutcome.NotTaken),
                ("Status", 401)),
            await Pages.Render<SourcePage>(language, ("View", SourceSamples.New)),
            await Pages.Render<SystemsPage>(language),
            await Pages.Render<SignInPage>(language, ("WrongKey", true), ("Next", "/awards/lacnord-k3j9-0")),
            await Pages.Render<NotFoundPage>(language),
            .. await EveryPublicPage.In(language),
        ];
    }
}
