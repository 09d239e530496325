using System.Text.Json;
using IntegrationHub.OpenBadges.JsonLd.Contexts;

namespace IntegrationHub.OpenBadges.JsonLd;

/// <summary>An object of the document and the terms that hold in it (JSON-LD 1.1 API, Expansion, steps 6 to 11).</summary>
/// <param name="Members">Its members, looked up in <paramref name="Active"/>.</param>
/// <param name="Types">The terms in force before the contexts of its types: those in which the types themselves are read.</param>
/// <param name="Active">The terms in force for its properties.</param>
internal sealed record NodeObject(Member[] Members, ActiveContext Types, ActiveContext Active)
{
    private const int MaxContexts = 16;

    /// <param name="members">The members of the object.</param>
    /// <param name="context">The terms in force around it.</param>
    /// <param name="property">The property whose value it is.</param>
    /// <param name="at">Where it stands.</param>
    public static NodeObject Read(Member[] members, ActiveContext context, Term? property, Location at)
    {
        if (context.Previous is { } previous && !IsValueOrReference(Member.Under(context, members)))
            context = previous;
        if (property?.Scoped is { } scoped)
            context = context.WithProperty(scoped);
        foreach (var member in members)
            if (member.Name == "@context")
                context = WithContexts(context, member.Value, at);
        var active = WithTypes(context, Member.Under(context, members));
        return new NodeObject(active == context ? members : Member.Under(active, members), context, active);
    }

    /// <summary>Applies a <c>@context</c> of the document: the address of a known context, or a list of such.</summary>
    public static ActiveContext WithContexts(ActiveContext active, JsonElement value, Location at)
    {
        at.Enter("@context");
        if (value.ValueKind == JsonValueKind.Array)
        {
            if (value.GetArrayLength() > MaxContexts)
                throw at.Fault(JsonLdFault.UnknownContext, $"More than {MaxContexts} contexts");
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                at.Enter(index++);
                active = active.With(Known(item, at));
                at.Leave();
            }
        }
        else
        {
            active = active.With(Known(value, at));
        }

        at.Leave();
        return active;
    }

    private static LocalContext Known(JsonElement address, Location at) => address.ValueKind == JsonValueKind.String
        ? KnownContexts.Find(address.GetString()!) ?? throw at.Fault(JsonLdFault.UnknownContext, "The context is not known")
        : throw at.Fault(JsonLdFault.UnknownContext, "A context must be the address of a known context");

    private static ActiveContext WithTypes(ActiveContext context, Member[] members)
    {
        var active = context;
        foreach (var member in members)
        {
            if (member.Keyword != Keyword.Type)
                continue;
            if (member.Value.ValueKind == JsonValueKind.String)
                active = WithType(active, context, member.Value.GetString()!);
            else if (member.Value.ValueKind == JsonValueKind.Array)
                foreach (var type in Sorted(member.Value))
                    active = WithType(active, context, type);
        }

        return active;
    }

    private static ActiveContext WithType(ActiveContext active, ActiveContext context, string type) =>
        context.Terms.TryGetValue(type, out var term) && term.Scoped is { } scoped ? active.WithType(scoped) : active;

    private static List<string> Sorted(JsonElement types)
    {
        var names = new List<string>(types.GetArrayLength());
        foreach (var type in types.EnumerateArray())
            if (type.ValueKind == JsonValueKind.String)
                names.Add(type.GetString()!);
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static bool IsValueOrReference(Member[] members)
    {
        foreach (var member in members)
            if (member.Keyword == Keyword.Value || (member.Keyword == Keyword.Id && members.Length == 1))
                return true;
        return false;
    }
}
