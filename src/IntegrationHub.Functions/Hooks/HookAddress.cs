using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Hooks;

/// <summary>What a hook's address <c>/hooks/{institution}/{source}</c> names.</summary>
public sealed class HookAddress(IInstitutions institutions)
{
    /// <summary>Takes the key of a secret address off the source's name.</summary>
    public static (string Name, string? Key) Split(string source) =>
        source.Split('~', 2) is [var name, var key] ? (name, key) : (source, null);

    /// <summary>
    /// Answers for the source that the address names; 404 where there is none, 503 where the institution has no good version.
    /// </summary>
    public async Task<IResult> Answer(HttpRequest request, string institution, string source, Func<Source, Task<IResult>> answer) =>
        institutions.Find(institution, out var found) switch
        {
            InstitutionState.Unknown => Results.NotFound(),
            InstitutionState.Faulty => RetryLater.Answer(request),
            _ => found!.Sources.TryGetValue(Split(source).Name, out var named) ? await answer(named) : Results.NotFound(),
        };
}
