using System.Text.Json;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>Reads deliveries of xAPI 1.0.3 and 2.0 statements: one, or an array of them.</summary>
internal sealed class XApiReader(IDialect dialect)
{
    private readonly StatementScan _scan = new(dialect);

    /// <summary>Reads a delivery; what breaks a rule of the standard is answered 400.</summary>
    public Reading Read(Source source, Delivery delivery) => Guarded.Read(
        () =>
        {
            if (XApiVersions.Of(delivery.Header(XApiVersions.Header)) is not { } version)
                return Fault("The header X-Experience-API-Version is neither 1.0.x nor 2.0.x.");
            return Read(source, delivery, version);
        },
        faultStatus: 400);

    private Reading Read(Source source, Delivery delivery, XApiVersion version)
    {
        var content = delivery.Content;
        var seen = _scan.Through(content.Span, version);
        if (delivery.EventId is not null)
            Name(seen, delivery.EventId, isArray: content.Span.TrimStart(" \t\r\n"u8) is [(byte)'[', ..]);
        var ids = new string[seen.Count];
        var completions = new List<Completion>();
        var ignored = new NoiseTally();
        var damaged = new List<string>();
        for (var at = 0; at < ids.Length; at++)
        {
            var bytes = content[seen[at].Start..seen[at].End];
            var (fault, completion) = (seen[at].Fault, (Completion?)null);
            if (seen[at].MayCount)
                (fault, completion) = Counted(source, delivery, bytes, seen[at].Id);
            ids[at] = completion?.EventId ?? seen[at].Id?.ToString("D") ?? StatementId.Of(bytes.Span);
            if (completion is not null)
                completions.Add(completion);
            else if (fault is null)
                ignored.Add(seen[at].Label);
            else
                damaged.Add(fault);
        }

        if (damaged.Count > 0 && damaged.Count == ids.Length)
            return Fault(damaged[0]);
        return new()
        {
            Completions = completions,
            Damaged = [.. damaged.Distinct()],
            Ignored = ignored.Counts,
            EventIds = ids,
            Answer = delivery.EventId is null ? AnswerForm.EventIds : AnswerForm.NoContent,
        };
    }

    /// <summary>The one statement of a PUT bears the id that the address gives it (Communication 2.1.1).</summary>
    private static void Name(List<SeenStatement> seen, string eventId, bool isArray)
    {
        if (!Guid.TryParseExact(eventId, "D", out var id))
            throw new StatementException("The parameter statementId is no UUID.");
        if (isArray)
            throw new StatementException("A statement that is put under its id comes alone, not in an array.");
        seen[0] =
            (seen[0].Id ?? id) == id
                ? seen[0] with { Id = id }
                : throw new StatementException("The statement has another id than the parameter statementId.");
    }

    private (string? Fault, Completion? Completion) Counted(Source source, Delivery delivery, ReadOnlyMemory<byte> bytes, Guid? id)
    {
        try
        {
            var statement = new Statement(bytes, id);
            var completion = dialect.Read(source, statement);
            // Where the sender does not say when, a store takes the time of arrival (xAPI 1.0.3, Data 2.4.7).
            return (null, statement.At is null && completion is not null
                ? completion with { At = delivery.Received.GetValueOrDefault() }
                : completion);
        }
        catch (StatementException broken)
        {
            return (broken.Message, null);
        }
        catch (JsonException)
        {
            return ("A statement has a member twice.", null);
        }
    }

    private static Reading Fault(string sentence) => new() { Fault = sentence, FaultStatus = 400 };
}
