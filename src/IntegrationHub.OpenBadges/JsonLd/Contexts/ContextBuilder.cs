namespace IntegrationHub.OpenBadges.JsonLd.Contexts;

/// <summary>Applies a context to the terms in force (JSON-LD 1.1 API, Context Processing and Create Term Definition).</summary>
internal sealed class ContextBuilder(ActiveContext before, LocalContext local, bool overrideProtected)
{
    private readonly Dictionary<string, Term> _terms = new(before.Terms);
    private readonly Dictionary<string, bool> _defined = [];

    /// <exception cref="ContextException">The context cannot be applied here.</exception>
    public Dictionary<string, Term> Build()
    {
        foreach (var name in local.Definitions.Keys)
            Define(name);
        return _terms;
    }

    private void Define(string name)
    {
        if (_defined.TryGetValue(name, out var done))
        {
            if (!done)
                throw new ContextException($"The term {name} is defined by itself");
            return;
        }

        _defined[name] = false;
        _terms.Remove(name, out var previous);
        var term = Create(name, local.Definitions[name], local.Protected || (previous is { IsProtected: true } && !overrideProtected));
        if (previous is { IsProtected: true } && !overrideProtected && !previous.IsLike(term))
            throw new ContextException($"The protected term {name} is redefined", isOfProtectedTerm: true);
        _terms[name] = term;
        _defined[name] = true;
    }

    private Term Create(string name, TermDefinition definition, bool isProtected)
    {
        if (Keywords.ByName.ContainsKey(definition.Id))
            return Term.OfKeyword(definition.Id, isProtected);
        return Term.Define(Iri(definition.Id, name), Type(definition.Type, name), definition, isProtected);
    }

    private string? Type(string? type, string name) => type is null or "@id" or "@vocab" or "@json" ? type : Iri(type, name);

    private string Iri(string text, string name)
    {
        if (local.Definitions.ContainsKey(text))
            Define(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && local.Definitions.ContainsKey(text[..colon]) && !text.AsSpan(colon + 1).StartsWith("//"))
            Define(text[..colon]);
        return Iris.Expand(text, _terms, vocabulary: true)
            ?? throw new ContextException($"The term {name} stands for no absolute IRI");
    }
}
