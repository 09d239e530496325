using System.Text.Json;

namespace IntegrationHub.OpenBadges.JsonLd;

/// <summary>A member of a JSON object, its name decoded once.</summary>
internal readonly record struct Member(string Name, JsonElement Value)
{
    /// <param name="element">An object.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="leaveOut">Members that are not read.</param>
    /// <exception cref="JsonLdException">A member stands there twice.</exception>
    public static Member[] Of(JsonElement element, Location at, params ReadOnlySpan<string> leaveOut)
    {
        var members = new Member[element.GetPropertyCount()];
        var names = members.Length > 16 ? new HashSet<string>(members.Length) : null;
        var count = 0;
        foreach (var property in element.EnumerateObject())
        {
            var name = property.Name;
            if (leaveOut.Contains(name))
                continue;
            if (names is null ? IsAmong(members.AsSpan(0, count), name) : !names.Add(name))
                throw at.Fault(JsonLdFault.DuplicateMember, $"The member {name} stands there twice");
            members[count++] = new Member(name, property.Value);
        }

        return count == members.Length ? members : members[..count];
    }

    private static bool IsAmong(ReadOnlySpan<Member> members, string name)
    {
        foreach (var member in members)
            if (member.Name == name)
                return true;
        return false;
    }
}
