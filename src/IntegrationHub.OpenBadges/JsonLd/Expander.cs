using System.Text.Json;
using IntegrationHub.OpenBadges.Canonical;
using IntegrationHub.OpenBadges.JsonLd.Contexts;

namespace IntegrationHub.OpenBadges.JsonLd;

/// <summary>
/// Turns a document into statements: JSON-LD 1.1 expansion and conversion to RDF in one pass. Where the algorithms
/// would drop something, this throws.
/// </summary>
internal sealed partial class Expander
{
    private static readonly RdfTerm TypePredicate = RdfTerm.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    private readonly Dataset _dataset = new();
    private readonly Dictionary<string, RdfTerm> _labelled = [];
    private readonly Location _at;

    private Expander(string root) => _at = new Location(root);

    /// <param name="node">The object to expand.</param>
    /// <param name="context">Its <c>@context</c>, which may be borrowed from another document.</param>
    /// <param name="root">Where the object stands, for faults.</param>
    /// <param name="leaveOut">Members of the object that are not expanded, besides its own <c>@context</c>.</param>
    /// <exception cref="JsonLdException">Something in the object cannot be expressed as statements.</exception>
    public static Dataset Expand(JsonElement node, JsonElement context, string root, string leaveOut)
    {
        var expander = new Expander(root);
        try
        {
            expander.Document(node, context, leaveOut);
        }
        catch (ContextException fault)
        {
            throw expander._at.Fault(fault.IsOfProtectedTerm ? JsonLdFault.ProtectedTerm : JsonLdFault.InvalidValue, fault.Message);
        }
        catch (FormatException fault)
        {
            throw expander._at.Fault(JsonLdFault.InvalidValue, fault.Message);
        }
        catch (InvalidOperationException fault) when (fault is not ObjectDisposedException)
        {
            throw expander._at.Fault(JsonLdFault.InvalidValue, "The text is not well-formed Unicode");
        }

        return expander._dataset;
    }

    private void Document(JsonElement document, JsonElement context, string leaveOut)
    {
        if (document.ValueKind != JsonValueKind.Object)
            throw _at.Fault(JsonLdFault.InvalidValue, "A document must be an object");
        if (context.ValueKind == JsonValueKind.Undefined)
            throw _at.Fault(JsonLdFault.UnknownContext, "The document has no @context");
        var members = Array.FindAll(Member.Of(document, _at), member => member.Name != "@context" && member.Name != leaveOut);
        var active = NodeObject.WithContexts(ActiveContext.Initial, context, _at);
        var subject = Statements(NodeObject.Read(members, active, null, _at), null);
        if (OwnStatements.Scattered(_dataset, subject, document) is { } scattered)
            throw _at.Fault(JsonLdFault.ScatteredMember, $"{scattered} is said of the document in another place than its own member");
    }

    /// <summary>A node that nothing refers to, so that it must say something itself.</summary>
    private RdfTerm Statements(NodeObject node, RdfTerm? graph)
    {
        var says = false;
        foreach (var member in node.Members)
            says |= member.Name != "@context" && member.Keyword is not (Keyword.Id or Keyword.Value or Keyword.List);
        if (!says)
            throw _at.Fault(JsonLdFault.DroppedValue, "An object that says nothing would not be signed");
        return Node(node, graph);
    }

    private RdfTerm Node(NodeObject node, RdfTerm? graph)
    {
        var subject = Subject(node);
        foreach (var member in node.Members)
        {
            _at.Enter(member.Name);
            var term = member.Term ?? throw _at.Fault(JsonLdFault.UnknownTerm, $"The term {member.Name} is not defined here");
            if (term.Keyword == Keyword.None)
                Property(node, term, member.Value, new Slot(subject, term.Node, graph));
            else if (term.Keyword == Keyword.Type)
                Types(node, subject, member, graph);
            else if (term.Keyword is not (Keyword.Id or Keyword.Context))
                throw _at.Fault(JsonLdFault.UnsupportedKeyword, $"{term.Iri} is not supported here");
            _at.Leave();
        }

        return subject;
    }

    private RdfTerm Subject(NodeObject node)
    {
        RdfTerm? subject = null;
        foreach (var member in node.Members)
        {
            if (member.Keyword != Keyword.Id)
                continue;
            _at.Enter(member.Name);
            if (subject is not null)
                throw _at.Fault(JsonLdFault.DuplicateMember, "The identifier stands there twice");
            RefuseKeyword(member);
            if (member.Value.ValueKind != JsonValueKind.String)
                throw _at.Fault(JsonLdFault.InvalidValue, "An identifier must be a string");
            subject = Reference(member.Value.GetString()!, node.Active, vocabulary: false);
            _at.Leave();
        }

        return subject ?? _dataset.NewBlankNode();
    }

    private void Types(NodeObject node, RdfTerm subject, in Member member, RdfTerm? graph)
    {
        RefuseKeyword(member);
        var types = member.Value;
        if (types.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var type in types.EnumerateArray())
            {
                _at.Enter(index++);
                _dataset.Add(subject, TypePredicate, Type(node, type), graph);
                _at.Leave();
            }
        }
        else
        {
            _dataset.Add(subject, TypePredicate, Type(node, types), graph);
        }
    }

    /// <summary>Every known context has <c>id</c> and <c>type</c>; a second spelling would be unseen by who looks for these.</summary>
    private void RefuseKeyword(in Member member)
    {
        if (member.Name.StartsWith('@'))
            throw _at.Fault(JsonLdFault.UnsupportedKeyword, $"{member.Name} must be written {member.Name[1..]}");
    }

    private RdfTerm Type(NodeObject node, JsonElement type)
    {
        if (type.ValueKind != JsonValueKind.String)
            throw _at.Fault(JsonLdFault.InvalidValue, "A type must be a string");
        return Reference(type.GetString()!, node.Types, vocabulary: true);
    }

    private RdfTerm Reference(string text, ActiveContext context, bool vocabulary)
    {
        if (vocabulary && context.Terms.TryGetValue(text, out var term) && term.Keyword == Keyword.None)
            return term.Node;
        var iri = Iris.Expand(text, context.Terms, vocabulary)
            ?? throw _at.Fault(JsonLdFault.RelativeIri, "An absolute IRI is needed here");
        if (!iri.StartsWith("_:", StringComparison.Ordinal))
            return RdfTerm.Iri(iri);
        if (!_labelled.TryGetValue(iri, out var node))
            _labelled[iri] = node = _dataset.NewBlankNode();
        return node;
    }
}
