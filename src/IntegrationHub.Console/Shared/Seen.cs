using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Intake;

namespace IntegrationHub.Console.Shared;

/// <summary>Short names of what a part of a page shows: while the name is the same, there is nothing to refresh.</summary>
internal static class Seen
{
    public static string Of(IReadOnlyList<AttentionItem> attention) =>
        Hash(
            attention.Select(item =>
                FormattableString.Invariant(
                    $"{item.Institution} {item.Id} {item.Count} {item.Last:O} {item.AsideUntil:O} {item.Dismissal?.At:O}")));

    public static string Of(SourceView view) =>
        Hash(
            view.Record.Latest.Select(delivery => FormattableString.Invariant($"{delivery.At:O} {delivery.Verdict}"))
                .Append(
                    FormattableString.Invariant($"{view.State} {view.Record.LastHeard:O} {view.Record.Counts.Sum(count => count.Count)}")));

    public static string Of(IReadOnlyList<AwardView> awards, IReadOnlyList<AttentionItem> attention) =>
        Hash(
            awards
                .Select(view =>
                    $"{view.Award.Id} {view.Title} {view.Learner?.StudentNumber} {view.Award.Credential} "
                        + $"{string.Join(' ', view.Award.Steps.Select(State))}"
                )
                .Append(
                    FormattableString.Invariant(
                        $"{attention.Count(item => item.Dismissal is null)} {attention.Count(item => item.AsideUntil is not null)}")));

    private static string State(IntegrationHub.Core.Model.Awards.Step step) =>
        FormattableString.Invariant($"{step.Name} {step.State} {step.Error}");

    private static string Hash(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))).AsSpan(0, 8));
}
