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

    /// <summary>Why items cannot be read, each reason once.</summary>
    private List<string>? _damaged;

    /// <summary>Whether an item is of another customer of the same vendor.</summary>
    public bool IsForeign { get; private set; }

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

            Damage("An item of the envelope is no object.");
            reader.Skip();
        }
    }

    /// <summary>What they say.</summary>
    public readonly Reading ToReading() =>
        _completions is null && _damaged is null ? _ignored.ToReading(noise.Answer)
        : _completions is null && _ignored.Counts.Count == 0 ? new() { Fault = _damaged![0], FaultStatus = 400, Answer = noise.Answer }
        : new()
        {
            Completions = _completions ?? [],
            Ignored = _ignored.Counts,
            Damaged = _damaged ?? [],
            Answer = noise.Answer,
        };

    private void ReadOne(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        var glance = CaliperGlance.At(ref reader, meaning.CustomerUnderActor);
        if (glance.IsClear && !CaliperMeaning.MayCount(glance.Type, glance.Action) && meaning.IsOurs(source, glance.UnderActor))
            _ignored.Add(glance.Action.IsEmpty ? noise.Of("entity"u8, glance.Type) : noise.Of(glance.Type, glance.Action));
        else if (!IsForeign)
            ReadCarefully(content[start..(int)reader.BytesConsumed]);
    }

    private void ReadCarefully(ReadOnlyMemory<byte> item)
    {
        try
        {
            ReadCarefully(new CaliperEvent(JsonReading.Parse(item), _descriptions ??= new(content)));
        }
        catch (JsonException)
        {
            Damage("An item of the envelope names a member twice.");
        }
    }

    private void ReadCarefully(CaliperEvent item)
    {
        IsForeign = !meaning.IsOurs(source, item);
        if (IsForeign)
            return;
        if (item.Fault is { } fault && (item.Type is null || item.MayCount))
            Damage(fault);
        else if (item.MayCount && meaning.Of(source, item) is { } completion)
            (_completions ??= []).Add(completion);
        else
            _ignored.Add(noise.Of(item.Label));
    }

    private void Damage(string fault)
    {
        _damaged ??= [];
        if (!_damaged.Contains(fault))
            _damaged.Add(fault);
    }
}
