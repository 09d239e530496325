using IntegrationHub.Api;
using IntegrationHub.Core.Attention;

namespace IntegrationHub.Functions.Api;

/// <summary>Attention items as the API answers them.</summary>
internal static class AttentionAnswers
{
    /// <summary>An item.</summary>
    public static AttentionItemResponse ToApi(this AttentionItem item) => new()
    {
        Id = item.Id,
        Institution = item.Institution,
        Cause = HubJson.NameOf(item.Cause.Name),
        Source = item.Source,
        Subject = item.Work is null ? item.Subject.Text : null,
        Work = item.Work?.Words.ToApi(),
        Learner = item.Learner,
        StudentNumber = item.StudentNumber,
        Detail = item.Detail,
        DetailFr = item.DetailFr,
        Candidates = item.Candidates,
        Count = item.Count,
        First = item.First,
        Last = item.Last,
        Dismissed = item.Dismissal?.At,
        DismissalReason = item.Dismissal?.Reason,
        Award = (item.Award ?? item.Work?.Award)?.ToString(),
        Step = item.Step.ToApi(),
        Message = item.Cause.Title.ToApi(),
        Action = item.Cause.Action.ToApi(),
        Commands = [.. item.Commands.Select(command => command.ToApi(item))],
    };

    private static AttentionItemCommand ToApi(this ItemCommand command, AttentionItem item) =>
        new(command.Name, HubJson.NameOf(command.On), $"/api{command.Path(item)}");
}
