using System.Text.Json;

namespace IntegrationHub.Connectors.Lms.XApi;

/// <summary>Checks the parts of a statement on the way through its bytes (xAPI 1.0.3, Data 2.4.2 to 2.4.10).</summary>
internal static class StatementParts
{
    /// <summary>Longer verbs and events are none that is known.</summary>
    public const int LongestName = 160;

    private static readonly string[] EventName = ["extensions", Vocabulary.MoodleInfo, "event_name"];

    /// <summary>An agent, or a group by an identifier or by its members.</summary>
    public static void CheckActor(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw Fault("has no actor");
        var (identifiers, isGroup, hasMembers) = (0, false, false);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("mbox"u8))
            {
                identifiers++;
                json.Read();
                if (!Tokens.IsMailto(in json))
                    throw Fault("has an actor whose mbox does not begin with mailto:");
            }
            else if (json.ValueTextEquals("account"u8))
            {
                identifiers++;
                json.Read();
                CheckAccount(ref json);
            }
            else if (json.ValueTextEquals("mbox_sha1sum"u8) || json.ValueTextEquals("openid"u8))
            {
                identifiers++;
                json.Read();
                if (json.TokenType != JsonTokenType.String)
                    throw Fault("has an actor whose identifier is no text");
            }
            else if (json.ValueTextEquals("objectType"u8))
            {
                json.Read();
                isGroup = Is(in json, "Group"u8);
                if (!isGroup && !Is(in json, "Agent"u8))
                    throw Fault("has an actor that is neither an agent nor a group");
            }
            else
            {
                var isMember = json.ValueTextEquals("member"u8);
                json.Read();
                hasMembers |= isMember && json.TokenType == JsonTokenType.StartArray;
                json.Skip();
            }
        }

        if (isGroup && identifiers == 0 && !hasMembers)
            throw Fault("has a group without an identifier or members as actor");
        if (identifiers != 1 && !(isGroup && identifiers == 0))
            throw Fault("has an actor without exactly one of mbox, mbox_sha1sum, openid and account");
    }

    /// <summary>The verb's IRI.</summary>
    /// <returns>Its length in the buffer.</returns>
    public static int Verb(ref Utf8JsonReader json, scoped Span<char> into)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw Fault("has no verb.id that is an IRI");
        var length = -1;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isId = json.ValueTextEquals("id"u8);
            json.Read();
            if (isId && length < 0 && Tokens.IsIri(in json))
                length = Tokens.Copy(in json, into);
            else if (isId)
                throw Fault("has no verb.id that is an IRI");
            else
                json.Skip();
        }

        return length >= 0 ? length : throw Fault("has no verb.id that is an IRI");
    }

    /// <summary>An activity, an agent, a group, another statement, or a sub-statement.</summary>
    /// <returns>Whether it is a reference to another statement.</returns>
    public static bool CheckObject(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw Fault("has no object");
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
            ObjectKind.Activity when !isIri => throw Fault("has an object without an id that is an IRI"),
            ObjectKind.StatementRef when !isUuid => throw Fault("refers to a statement by an id that is no UUID"),
            ObjectKind.SubStatement when !hasVerb => throw Fault("has a sub-statement without a verb"),
            _ => kind == ObjectKind.StatementRef,
        };
    }

    /// <summary>The Moodle event that a statement's context names.</summary>
    /// <returns>Its length in the buffer; 0 where it names none.</returns>
    public static int MoodleEvent(ref Utf8JsonReader json, scoped Span<char> into) =>
        Inner(ref json, EventName, into);

    /// <summary>Whether a statement's version may come under the one that its request speaks: 2.0 takes statements of 1.0.</summary>
    public static bool IsVersion(ref readonly Utf8JsonReader json, XApiVersion spoken)
    {
        Span<char> text = stackalloc char[LongestName];
        return XApiVersions.Of(text[..Tokens.Copy(in json, text)]) <= spoken;
    }

    private static void CheckAccount(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw Fault("has an actor whose account is no object");
        var (hasName, hasPage) = (false, false);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (isName, isPage) = (json.ValueTextEquals("name"u8), json.ValueTextEquals("homePage"u8));
            json.Read();
            hasName |= isName && json.TokenType == JsonTokenType.String && json.ValueSpan.Length > 0;
            hasPage |= isPage && Tokens.IsIri(in json);
            json.Skip();
        }

        if (!hasName || !hasPage)
            throw Fault("has an actor whose account has no name or no homePage");
    }

    /// <summary>Follows names into an object, and past it.</summary>
    private static int Inner(ref Utf8JsonReader json, scoped ReadOnlySpan<string> names, scoped Span<char> into)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            var length = names.Length == 0 ? Tokens.Copy(in json, into) : 0;
            json.Skip();
            return length;
        }

        var found = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isNext = names.Length > 0 && json.ValueTextEquals(names[0]);
            json.Read();
            if (isNext)
                found = Inner(ref json, names[1..], into);
            else
                json.Skip();
        }

        return found;
    }

    private static bool Is(ref readonly Utf8JsonReader json, ReadOnlySpan<byte> text) => json.TokenType == JsonTokenType.String && json.ValueTextEquals(text);

    private static ObjectKind KindOf(ref readonly Utf8JsonReader json) =>
        Is(in json, "Activity"u8) ? ObjectKind.Activity
        : Is(in json, "StatementRef"u8) ? ObjectKind.StatementRef
        : Is(in json, "SubStatement"u8) ? ObjectKind.SubStatement
        : Is(in json, "Agent"u8) || Is(in json, "Group"u8) ? ObjectKind.Person
        : throw Fault("has an object of an unknown objectType");

    private static StatementException Fault(string what) => new($"A statement {what}.");

    private enum ObjectKind
    {
        Activity,
        StatementRef,
        SubStatement,
        Person,
    }
}
