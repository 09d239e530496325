using System.Text.Json;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>Checks an actor on the way through its bytes (xAPI 1.0.3, Data 2.4.2).</summary>
internal static class ActorPart
{
    /// <summary>An agent, or a group by an identifier or by its members.</summary>
    public static void Check(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw StatementException.Of("has no actor");
        var (identifiers, isGroup, hasMembers) = (0, false, false);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("mbox"u8))
            {
                identifiers++;
                json.Read();
                if (!Tokens.IsMailto(in json))
                    throw StatementException.Of("has an actor whose mbox does not begin with mailto:");
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
                    throw StatementException.Of("has an actor whose identifier is no text");
            }
            else if (json.ValueTextEquals("objectType"u8))
            {
                json.Read();
                isGroup = Tokens.Is(in json, "Group"u8);
                if (!isGroup && !Tokens.Is(in json, "Agent"u8))
                    throw StatementException.Of("has an actor that is neither an agent nor a group");
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
            throw StatementException.Of("has a group without an identifier or members as actor");
        if (identifiers != 1 && !(isGroup && identifiers == 0))
            throw StatementException.Of("has an actor without exactly one of mbox, mbox_sha1sum, openid and account");
    }

    private static void CheckAccount(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw StatementException.Of("has an actor whose account is no object");
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
            throw StatementException.Of("has an actor whose account has no name or no homePage");
    }
}
