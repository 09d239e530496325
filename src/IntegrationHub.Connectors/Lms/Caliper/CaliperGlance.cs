using System.Text.Json;
using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>What one item of an envelope is, seen in one pass over its bytes.</summary>
internal ref struct CaliperGlance
{
    /// <summary>Its id, where it stands plainly.</summary>
    public ReadOnlySpan<byte> Id { get; private set; }

    /// <summary>The term of its type.</summary>
    public ReadOnlySpan<byte> Type { get; private set; }

    /// <summary>The term of its action; empty for an entity, which has none.</summary>
    public ReadOnlySpan<byte> Action { get; private set; }

    /// <summary>The text at the path that was asked for, under the actor; empty where there is none.</summary>
    public ReadOnlySpan<byte> UnderActor { get; private set; }

    /// <summary>Whether the bytes leave no doubt of type and action; what does is for the careful reading.</summary>
    public bool IsClear { get; private set; }

    /// <summary>Looks at an item, and leaves the reader at its end.</summary>
    /// <param name="reader">At the beginning of the item.</param>
    /// <param name="underActor">What is wanted of the actor: names parted by slashes; empty for nothing.</param>
    public static CaliperGlance At(scoped ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> underActor)
    {
        var glance = new CaliperGlance();
        var (types, actions) = (0, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            var isType = reader.ValueTextEquals("type"u8);
            var isAction = reader.ValueTextEquals("action"u8);
            var isActor = !underActor.IsEmpty && reader.ValueTextEquals("actor"u8);
            reader.Read();
            var text = Glance.Follow(ref reader, isActor ? underActor : default);
            types += isType ? 1 : 0;
            actions += isAction ? 1 : 0;
            if (isId)
                glance.Id = text;
            else if (isType)
                glance.Type = Iri.Term(text);
            else if (isAction)
                glance.Action = Iri.Term(text);
            else if (isActor)
                glance.UnderActor = text;
        }

        glance.IsClear = types == 1 && !glance.Type.IsEmpty && actions == (glance.Action.IsEmpty ? 0 : 1);
        return glance;
    }
}
