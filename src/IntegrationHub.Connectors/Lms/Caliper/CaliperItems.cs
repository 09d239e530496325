using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>Reads the items of one envelope: events and descriptions of entities, mixed as they come.</summary>
internal struct CaliperItems(CaliperMeaning meaning, NoiseBook noise, Source source, ReadOnlyMemory<byte> content)
{
    private CaliperDescriptions? _descriptions;
    private NoiseTally _ignored;
    private List<Completion>? _completions;

    /// <summary>Whether an item is of another customer of the same vendor.</summary>
    public bool IsForeign { get; private set; }

    /// <summary>Why an item cannot be read; null where all can.</summary>
    public string? Fault { get; private set; }

    /// <summary>Reads them all, and leaves the reader at the array's end.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadOne(ref reader);
                continue;
            }

            Fault ??= "An item of the envelope is no object.";
            reader.Skip();
        }
    }

    /// <summary>What they say.</summary>
    public readonly Reading ToReading() => _completions is null
        ? _ignored.ToReading(noise.Answer)
        : new() { Completions = _completions, Ignored = _ignored.Counts, Answer = noise.Answer };

    private void ReadOne(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        var glance = CaliperGlance.At(ref reader, meaning.CustomerUnderActor);
        if (glance.IsClear && !CaliperMeaning.MayCount(glance.Type, glance.Action) && meaning.IsOurs(source, glance.UnderActor))
            _ignored.Add(glance.Action.IsEmpty ? noise.Of("entity"u8, glance.Type) : noise.Of(glance.Type, glance.Action));
        else if (!IsForeign)
            ReadCarefully(new(JsonReading.Parse(content[start..(int)reader.BytesConsumed]), _descriptions ??= new(content)));
    }

    private void ReadCarefully(CaliperEvent item)
    {
        IsForeign = !meaning.IsOurs(source, item);
        Fault ??= item.Fault;
        if (IsForeign || Fault is not null)
            return;
        if (item.MayCount && meaning.Of(source, item) is { } completion)
            (_completions ??= []).Add(completion);
        else
            _ignored.Add(noise.Of(item.Label));
    }
}
