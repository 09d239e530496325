using System.Collections.Concurrent;

namespace IntegrationHub.OpenBadges.JsonLd.Contexts;

/// <summary>
/// The terms in force at a place in a document. Immutable; what follows from a further context is worked out once and kept.
/// </summary>
internal sealed class ActiveContext
{
    /// <summary>Bounds what documents with ever new combinations of contexts can make the process keep.</summary>
    private const int MaxKept = 2048;
    private static int Kept;
    private readonly ConcurrentDictionary<(LocalContext Local, bool Propagate, bool OverrideProtected), ActiveContext> _next = [];

    private ActiveContext(Dictionary<string, Term> terms, ActiveContext? previous) => (Terms, Previous) = (terms, previous);

    /// <summary>Nothing but keywords.</summary>
    public static ActiveContext Initial { get; } = new(Keywords.ByName.Keys.ToDictionary(name => name, name => Term.OfKeyword(name)), null);

    public Dictionary<string, Term> Terms { get; }

    /// <summary>What holds again in the nodes below, where this context came from a type.</summary>
    public ActiveContext? Previous { get; }

    /// <summary>Applies a context that the document names.</summary>
    public ActiveContext With(LocalContext local) => After(local, propagate: true, overrideProtected: false);

    /// <summary>Applies the context of a type: it holds for that node only.</summary>
    public ActiveContext WithType(LocalContext local) => After(local, propagate: false, overrideProtected: false);

    /// <summary>Applies the context of a property, which may redefine protected terms.</summary>
    public ActiveContext WithProperty(LocalContext local) => After(local, propagate: true, overrideProtected: true);

    /// <summary>
    /// What a key stands for. A key that is itself an address is not taken: it would be a second spelling of a member, unseen by who
    /// looks for its name.
    /// </summary>
    /// <returns>Null where the key means nothing here.</returns>
    public Term? Find(string key) => Terms.GetValueOrDefault(key);

    private ActiveContext After(LocalContext local, bool propagate, bool overrideProtected)
    {
        var key = (local, propagate, overrideProtected);
        if (_next.TryGetValue(key, out var known))
            return known;
        var previous = propagate ? Previous : Previous ?? this;
        var after = local == LocalContext.Forget
            ? new ActiveContext(Initial.Terms, propagate ? null : this)
            : new ActiveContext(new ContextBuilder(this, local, overrideProtected).Build(), previous);
        if (Volatile.Read(ref Kept) < MaxKept && _next.TryAdd(key, after))
            Interlocked.Increment(ref Kept);
        return after;
    }
}
