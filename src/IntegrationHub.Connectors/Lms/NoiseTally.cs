using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>Counts the noise of a batch by kind: one event alone costs nothing, any number of one kind no more than two.</summary>
internal struct NoiseTally
{
    private Reading? _only;
    private List<IgnoredEvents>? _counts;

    /// <summary>Counts one event.</summary>
    /// <param name="noise">The book's reading of it.</param>
    public void Add(Reading noise)
    {
        if (_only is null && _counts is null)
            _only = noise;
        else
            Add(noise.Ignored[0].Kind);
    }

    /// <summary>Counts one event by its label.</summary>
    public void Add(string kind)
    {
        _counts ??= _only is null ? [] : [_only.Ignored[0]];
        for (var i = 0; i < _counts.Count; i++)
        {
            if (_counts[i].Kind != kind)
                continue;
            _counts[i] = new(kind, _counts[i].Count + 1);
            return;
        }

        _counts.Add(new(kind));
    }

    /// <summary>The reading of a batch that is noise altogether.</summary>
    public readonly Reading ToReading(AnswerForm answer) =>
        _counts is null && _only is not null ? _only : new() { Ignored = Counts, Answer = answer };

    /// <summary>What was counted.</summary>
    public readonly IReadOnlyList<IgnoredEvents> Counts => _counts ?? _only?.Ignored ?? [];
}
