using System.ComponentModel.DataAnnotations;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>What must be stacked: one of <c>all</c>, or <c>of</c> with <c>count</c>, <c>hours</c> or <c>credits</c>.</summary>
internal sealed class StackShape : Shape
{
    [Means("tous ces éléments", "all of these components")]
    public List<StackPartShape>? All { get; set; }

    [Means("assez de ces éléments, selon count, hours ou credits", "enough of these components, by count, hours or credits")]
    public List<StackPartShape>? Of { get; set; }

    [FromOne, Means("nombre d’éléments", "number of components")]
    public Located<int>? Count { get; set; }

    [AboveZero, Means("heures d’apprentissage", "hours of learning")]
    public Located<decimal>? Hours { get; set; }

    [AboveZero, Means("crédits", "credits")]
    public Located<decimal>? Credits { get; set; }

    public IEnumerable<Located<string>> Codes() => (All ?? []).Concat(Of ?? []).SelectMany(part => part.Codes());
}

/// <summary>A part of a stack: a code, or a code and what can replace it.</summary>
[Shorthand(nameof(Code))]
internal sealed class StackPartShape : Shape
{
    [Required, Means("code d’un micro-titre, ou nom d’un titre reconnu", "code of a micro-credential, or name of a recognized credential")]
    public Located<string>? Code { get; set; }

    [Means("ce qui peut le remplacer", "what can replace it")]
    public List<Located<string>>? Or { get; set; }

    public IEnumerable<Located<string>> Codes() => (Code is null ? [] : new[] { Code }).Concat(Or ?? []);
}
