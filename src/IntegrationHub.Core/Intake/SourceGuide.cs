using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Intake;

/// <summary>
/// What one does in the sender's own pages to connect it, step by step. The texts are <c>sources.steps.{way}.{N}</c>;
/// how the credential is entered is <c>sources.proof.{way}.{scheme}</c>, or <c>sources.proof.{scheme}</c> for all.
/// </summary>
public static class SourceGuide
{
    private static readonly HashSet<string> Keys = [.. Text.Keys("en")];

    // A product is told of in the kind's own name where there is one way only; a way may know some schemes only.
    private static readonly Dictionary<string, Way[]> Ways = new()
    {
        ["canvas"] = [new("canvas", Steps: 5, ProofAfter: 2)],
        ["moodle"] =
        [
            new("moodle.logstore_xapi", Steps: 5, ProofAfter: 2, "basic"),
            new("moodle.local_webhooks", Steps: 4, ProofAfter: 2, "tokenInBody", "secretAddress"),
            new("moodle.tool_trigger", Steps: 5, ProofAfter: 3),
        ],
        ["brightspace"] = [new("brightspace", Steps: 4, ProofAfter: 2)],
        ["blackboard"] = [new("blackboard", Steps: 4, ProofAfter: 2)],
        ["openedx"] =
        [
            new("openedx.routing", Steps: 3, ProofAfter: 1, "basic", "bearer"),
            new("openedx.webhooks", Steps: 4, ProofAfter: 2),
        ],
        ["xapi"] = [new("xapi", Steps: 3, ProofAfter: 1)],
        ["caliper"] = [new("caliper", Steps: 3, ProofAfter: 1)],
        ["ags"] = [new("ags", Steps: 3, ProofAfter: 1)],
        ["cloudevents"] = [new("cloudevents", Steps: 3, ProofAfter: 1)],
        ["json"] = [new("json", Steps: 3, ProofAfter: 1)],
    };

    /// <summary>The kinds that the guide knows.</summary>
    public static IEnumerable<string> Kinds => Ways.Keys;

    /// <summary>The ways in which the source can be connected, each with its steps.</summary>
    public static IReadOnlyList<SourceSteps> Of(Source source, Uri address)
    {
        var ways = Ways.GetValueOrDefault(source.Kind) ?? [];
        var fitting = ways.Where(way => way.Schemes.Length == 0 || way.Schemes.Contains(source.Authentication)).ToList();
        return [.. (fitting.Count > 0 ? fitting : [.. ways]).Select(way => Steps(way, source, address))];
    }

    private static SourceSteps Steps(Way way, Source source, Uri address)
    {
        var secrets = AuthenticationSchemes.All.GetValueOrDefault(source.Authentication)?.Secrets ?? [];
        object?[] arguments = [address.OriginalString, .. secrets.Select(purpose => source.Secrets.GetValueOrDefault(purpose)?.Current ?? purpose), AuthenticationSchemes.TokenAt(source)];
        var (before, after) = (Enumerable.Range(1, way.ProofAfter), Enumerable.Range(way.ProofAfter + 1, way.Steps - way.ProofAfter));
        string[] keys = [.. before.Select(Key), Proof(way.Name, source.Authentication), .. after.Select(Key)];
        return new(
            Text.Both($"sources.way.{way.Name}"),
            [.. keys.Select(key => Text.Both(key, arguments))],
            Keys.Contains($"sources.trigger.{way.Name}") ? Text.Both($"sources.trigger.{way.Name}") : Text.Both("sources.trigger"));

        string Key(int number) => $"sources.steps.{way.Name}.{number}";
    }

    private static string Proof(string way, string scheme) => Keys.Contains($"sources.proof.{way}.{scheme}") ? $"sources.proof.{way}.{scheme}" : $"sources.proof.{scheme}";

    private sealed record Way(string Name, int Steps, int ProofAfter, params string[] Schemes);
}

/// <summary>One way to connect a source.</summary>
/// <param name="Name">The sender's product, as its vendor calls it.</param>
/// <param name="Steps">What to do, in order.</param>
/// <param name="Trigger">How to make the sender send something, to see it arrive.</param>
public sealed record SourceSteps(BilingualText Name, IReadOnlyList<BilingualText> Steps, BilingualText Trigger);
