using System.Text.Json;
using IntegrationHub.OpenBadges.JsonLd.Contexts;

namespace IntegrationHub.OpenBadges.JsonLd;

/// <summary>A member of a JSON object, its name decoded and looked up once.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Term">What the name stands for where the member is; null where nothing.</param>
internal readonly record struct Member(string Name, JsonElement Value, Term? Term)
{
    public Keyword? Keyword => Term?.Keyword;

    /// <param name="element">An object.</param>
    /// <param name="at">Where it stands.</param>
    /// <exception cref="JsonLdException">A member stands there twice, so that readers may differ on what it says.</exception>
    public static Member[] Of(JsonElement element, Location at)
    {
        var members = new Member[element.GetPropertyCount()];
        var names = members.Length > 16 ? new HashSet<string>(members.Length) : null;
        var count = 0;
        foreach (var property in element.EnumerateObject())
        {
            var name = property.Name;
            if (names is null ? IsAmong(members.AsSpan(0, count), name) : !names.Add(name))
                throw at.Fault(JsonLdFault.DuplicateMember, $"The member {name} stands there twice");
            members[count++] = new Member(name, property.Value, null);
        }

        return members;
    }

    /// <summary>Looks the names up among other terms.</summary>
    public static Member[] Under(ActiveContext context, Member[] members)
    {
        for (var index = 0; index < members.Length; index++)
            members[index] = members[index] with { Term = context.Find(members[index].Name) };
        return members;
    }

    private static bool IsAmong(ReadOnlySpan<Member> members, string name)
    {
        foreach (var member in members)
            if (member.Name == name)
                return true;
        return false;
    }
}
