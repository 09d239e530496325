using IntegrationHub.Api;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Functions.Api;

/// <summary>Attention items as the API answers them.</summary>
internal static class AttentionAnswers
{
    /// <summary>An item.</summary>
    public static AttentionItemResponse ToApi(this AttentionItem item) => new()
    {
        Id = item.Id,
        Institution = item.Institution,
        Cause = HubJson.NameOf(item.Cause),
        Source = item.Source,
        Subject = item.Subject,
        Detail = item.Detail,
        Candidates = item.Candidates,
        Count = item.Count,
        First = item.First,
        Last = item.Last,
        Award = item.Award?.ToString(),
        Step = item.Step.ToApi(),
        Message = Text.Both($"attention.{item.Cause}.title").ToApi(),
        Action = Text.Both($"attention.{item.Cause}.action").ToApi(),
    };
}
