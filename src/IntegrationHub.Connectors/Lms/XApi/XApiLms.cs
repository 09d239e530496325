using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Connectors.Lms.XApi;

/// <summary>xAPI 1.0.3 statements, as Moodle's logstore_xapi sends them: HTTP Basic, one statement or an array.</summary>
internal sealed class XApiLms : ILms
{
    /// <inheritdoc/>
    public string Kind => "xapi";

    /// <inheritdoc/>
    public Reading Read(Source source, Delivery delivery) => Guarded.Read(() =>
        StatementRules.IsVersion(delivery.Header("X-Experience-API-Version"))
            ? Read(JsonReading.Parse(delivery.Content))
            : Fault("The header X-Experience-API-Version is not 1.0.x."), faultStatus: 400);

    private static Reading Read(JsonElement? json)
    {
        JsonElement?[] statements = [.. json.Each()];
        if (statements.Length == 0 && json is not { ValueKind: JsonValueKind.Array })
            return Fault("The body is neither a statement nor an array of statements.");

        // One bad statement refuses the whole batch (xAPI 1.0.3, Communication 2.1.2).
        // The sentence names the rule and not the statement: the same cause must read the same.
        if (statements.Select(StatementRules.Fault).FirstOrDefault(f => f is not null) is { } fault)
            return Fault($"A statement {fault}.");

        if (statements.Select(s => s.Text("id")?.ToLowerInvariant()).OfType<string>().GroupBy(id => id).Any(g => g.Count() > 1))
            return Fault("Two statements of the batch have the same id.");
        return Read([.. statements.Select(s => new Statement(s))]);
    }

    private static Reading Read(IReadOnlyList<Statement> statements)
    {
        var given = statements.Select(s => s.Id).ToList();
        var completions = new List<Completion>();
        var ignored = new List<string>();
        foreach (var statement in statements)
        {
            if (statement.Completion() is not { } completion)
                ignored.Add(statement.Label);
            else if (statement.At is null)
                // xAPI would take the time of arrival; evidence is ordered by the source's time, never by arrival.
                return Fault("A statement states a completion without a timestamp.");
            else
                completions.Add(completion);
        }

        return new() { Completions = completions, Ignored = IgnoredEvents.Of(ignored), EventIds = given, Answer = AnswerForm.EventIds };
    }

    private static Reading Fault(string sentence) => new() { Fault = sentence, FaultStatus = 400 };
}
