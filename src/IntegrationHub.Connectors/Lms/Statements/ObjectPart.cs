using System.Text.Json;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>Checks an object on the way through its bytes (xAPI 1.0.3, Data 2.4.4).</summary>
internal static class ObjectPart
{
    /// <summary>An activity, an agent, a group, another statement, or a sub-statement.</summary>
    /// <returns>Whether it is a reference to another statement.</returns>
    public static bool Check(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw StatementException.Of("has no object");
        var (isIri, isUuid, hasVerb) = (false, false, false);
        var kind = ObjectKind.Activity;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8))
            {
                json.Read();
                (isIri, isUuid) = (Tokens.IsIri(in json), Tokens.Uuid(in json) is not null);
                json.Skip();
            }
            else if (json.ValueTextEquals("objectType"u8))
            {
                json.Read();
                kind = KindOf(in json);
            }
            else
            {
                hasVerb |= json.ValueTextEquals("verb"u8);
                json.Read();
                json.Skip();
            }
        }

        return kind switch
        {
            ObjectKind.Activity when !isIri => throw StatementException.Of("has an object without an id that is an IRI"),
            ObjectKind.StatementRef when !isUuid => throw StatementException.Of("refers to a statement by an id that is no UUID"),
            ObjectKind.SubStatement when !hasVerb => throw StatementException.Of("has a sub-statement without a verb"),
            _ => kind == ObjectKind.StatementRef,
        };
    }

    private static ObjectKind KindOf(ref readonly Utf8JsonReader json) =>
        Tokens.Is(in json, "Activity"u8) ? ObjectKind.Activity
        : Tokens.Is(in json, "StatementRef"u8) ? ObjectKind.StatementRef
        : Tokens.Is(in json, "SubStatement"u8) ? ObjectKind.SubStatement
        : Tokens.Is(in json, "Agent"u8) || Tokens.Is(in json, "Group"u8) ? ObjectKind.Person
        : throw StatementException.Of("has an object of an unknown objectType");

    private enum ObjectKind
    {
        Activity,
        StatementRef,
        SubStatement,
        Person,
    }
}
