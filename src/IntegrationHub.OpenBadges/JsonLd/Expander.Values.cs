using System.Text.Json;
using IntegrationHub.OpenBadges.Canonical;
using IntegrationHub.OpenBadges.JsonLd.Contexts;

namespace IntegrationHub.OpenBadges.JsonLd;

/// <content>The values of a property.</content>
internal sealed partial class Expander
{
    private static readonly RdfTerm ListFirst = RdfTerm.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#first");
    private static readonly RdfTerm ListRest = RdfTerm.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest");
    private static readonly RdfTerm ListNil = RdfTerm.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil");

    private void Property(NodeObject node, Term term, JsonElement value, Slot slot)
    {
        if (term.IsReverse)
            Reversed(node, term, value, slot);
        else if (term.Coercion == Coercion.Json)
            Add(slot, Literals.Json(value));
        else if (term.Container == Container.List
            && (value.ValueKind != JsonValueKind.Object || !HasKeyword(ObjectIn(node, term, value), Keyword.List)))
            Add(slot, List(node, term, value, slot.Graph));
        else
            Values(node, term, value, slot);
    }

    private void Values(NodeObject node, Term term, JsonElement value, Slot slot)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Add(slot, term.Container == Container.Graph ? Graph(node, term, value) : Value(node, term, value, slot.Graph));
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            _at.Enter(index++);
            Values(node, term, item, slot);
            _at.Leave();
        }
    }

    /// <summary>Only a node can say something of another one.</summary>
    private void Reversed(NodeObject node, Term term, JsonElement value, Slot slot)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                _at.Enter(index);
                Reversed(node, term, item, slot);
                _at.Leave();
            }

            return;
        }

        var below = value.ValueKind == JsonValueKind.Object ? ObjectIn(node, term, value) : null;
        if (below is null || HasKeyword(below, Keyword.Value) || HasKeyword(below, Keyword.List))
            throw _at.Fault(JsonLdFault.InvalidValue, "Only an object with statements of its own can stand here");
        _dataset.Add(Node(below, slot.Graph), slot.Predicate, slot.Subject, slot.Graph);
    }

    private RdfTerm Value(NodeObject node, Term term, JsonElement value, RdfTerm? graph)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return Scalar(term.Scoped is { } scoped ? node.Active.WithProperty(scoped) : node.Active, term, value);
        var item = ObjectIn(node, term, value);
        if (HasKeyword(item, Keyword.Value))
            return ValueObject.Read(item, _at);
        return HasKeyword(item, Keyword.List) ? ListObject(item, term, graph) : Node(item, graph);
    }

    private RdfTerm Scalar(ActiveContext active, Term term, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            throw _at.Fault(JsonLdFault.DroppedValue, "A null would not be signed");
        if (value.ValueKind == JsonValueKind.String)
            return term.Coercion switch
            {
                Coercion.Id => Reference(value.GetString()!, active, vocabulary: false),
                Coercion.Vocabulary => Reference(value.GetString()!, active, vocabulary: true),
                _ => Literals.Of(value, term.Datatype ?? []),
            };
        return Literals.Of(value, term.Datatype);
    }

    private RdfTerm Graph(NodeObject node, Term term, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw _at.Fault(JsonLdFault.DroppedValue, "A graph must be an object, or it would not be signed");
        var graph = _dataset.NewBlankNode();
        Statements(ObjectIn(node, term, value), graph);
        return graph;
    }

    private RdfTerm ListObject(NodeObject list, Term term, RdfTerm? graph)
    {
        RdfTerm? head = null;
        foreach (var member in list.Members)
        {
            _at.Enter(member.Name);
            if (member.Keyword is not (Keyword.List or Keyword.Context) || head is not null && member.Name != "@context")
                throw _at.Fault(JsonLdFault.InvalidValue, "Nothing may stand beside @list");
            head = member.Name == "@context" ? head : List(list, term, member.Value, graph);
            _at.Leave();
        }

        return head!;
    }

    private RdfTerm List(NodeObject node, Term term, JsonElement value, RdfTerm? graph)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return Cell(ItemOf(node, term, value, graph), ListNil, graph);
        var items = new List<RdfTerm>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            _at.Enter(items.Count);
            items.Add(ItemOf(node, term, item, graph));
            _at.Leave();
        }

        var rest = ListNil;
        for (var index = items.Count - 1; index >= 0; index--)
            rest = Cell(items[index], rest, graph);
        return rest;
    }

    private RdfTerm ItemOf(NodeObject node, Term term, JsonElement item, RdfTerm? graph)
    {
        if (item.ValueKind != JsonValueKind.Array)
            return Value(node, term, item, graph);
        return term.Container == Container.List
            ? List(node, term, item, graph)
            : throw _at.Fault(JsonLdFault.InvalidValue, "A list within @list must itself be written with @list");
    }

    private RdfTerm Cell(RdfTerm first, RdfTerm rest, RdfTerm? graph)
    {
        var cell = _dataset.NewBlankNode();
        _dataset.Add(cell, ListFirst, first, graph);
        _dataset.Add(cell, ListRest, rest, graph);
        return cell;
    }

    private NodeObject ObjectIn(NodeObject node, Term term, JsonElement value) =>
        NodeObject.Read(Member.Of(value, _at), node.Active, term, _at);

    private static bool HasKeyword(NodeObject node, Keyword keyword)
    {
        foreach (var member in node.Members)
            if (member.Keyword == keyword)
                return true;
        return false;
    }

    private void Add(in Slot slot, RdfTerm value) => _dataset.Add(slot.Subject, slot.Predicate, value, slot.Graph);

    /// <summary>Where a value goes: all of a quad but its object.</summary>
    private readonly record struct Slot(RdfTerm Subject, RdfTerm Predicate, RdfTerm? Graph);
}
