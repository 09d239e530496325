using System.ComponentModel.DataAnnotations;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>A text in both languages.</summary>
internal class TextShape : Shape
{
    [Required, Means("le texte français", "the French text")]
    public Located<string>? Fr { get; set; }

    [Required, Means("le texte anglais", "the English text")]
    public Located<string>? En { get; set; }
}
