using System.Text.RegularExpressions;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>Every link to the runbook leads to a section, every section is there in both languages and belongs to an alert.</summary>
internal static partial class RunbookCheck
{
    /// <summary>The property of an alert and how the anchors of its language end.</summary>
    public static IReadOnlyList<(string Member, string Language)> Languages { get; } = [("runbook", "en"), ("runbookFr", "fr")];

    public static IEnumerable<InfraFault> Faults(IReadOnlyCollection<Deployment> deployments, Watching watching)
    {
        var sections = Section().Matches(watching.Runbook).Select(found => found.Groups["id"].Value).ToHashSet();
        foreach (var anchor in Named(deployments, watching).Where(anchor => !sections.Contains(anchor)))
            yield return new(Watching.RunbookFile, Texts.Get("infra.sectionMissing", anchor), Texts.Get("infra.writeSection", anchor));
        foreach (var id in sections.Select(Other).Where(other => !sections.Contains(other)))
            yield return new(Watching.RunbookFile, Texts.Get("infra.sectionMissing", id), Texts.Get("infra.writeSection", id));
        var alerts = deployments.SelectMany(deployment => deployment.Of(AzureTypes.Alert)).SelectMany(Of).ToHashSet();
        foreach (var id in sections.Where(id => !alerts.Contains(id) && !alerts.Contains(Other(id))))
            yield return new(Watching.RunbookFile, Texts.Get("infra.sectionUnused", id), Texts.Get("infra.removeSection"));
    }

    private static IEnumerable<string> Named(IReadOnlyCollection<Deployment> deployments, Watching watching) =>
        [
            .. deployments
                .SelectMany(deployment => deployment.Of(AzureTypes.Alert))
                .SelectMany(Of)
                .Concat(
                    deployments
                        .SelectMany(deployment => deployment.Of(AzureTypes.Workbook))
                        .SelectMany(workbook => Links(workbook.Text(WorkbookCheck.Content) ?? "")))
                .Concat(Links(watching.Dashboard))
                .Distinct(),
        ];


    /// <summary>What an alert's properties point to.</summary>
    private static IEnumerable<string> Of(Resource alert) =>
        Languages.Select(language => alert.Text($"properties.actions.customProperties.{language.Member}")?.Split('#')[^1]).OfType<string>();

    private static IEnumerable<string> Links(string text) => Link().Matches(text).Select(found => found.Groups["id"].Value);

    private static string Other(string id) => id[..^2] + (id.EndsWith("fr", StringComparison.Ordinal) ? "en" : "fr");

    [GeneratedRegex("""<a id="(?<id>[a-z-]+-(?:fr|en))"></a>""")]
    private static partial Regex Section();

    [GeneratedRegex("#(?<id>[a-z-]+-(?:fr|en))\\b")]
    private static partial Regex Link();
}
