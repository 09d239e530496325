namespace IntegrationHub.OpenBadges.JsonLd.Contexts;

/// <summary>A term as a context writes it, before prefixes and other terms in it are resolved.</summary>
/// <param name="Id">What it stands for: an IRI, a keyword, a compact IRI or another term.</param>
/// <param name="Type">The type of its values, as written.</param>
/// <param name="Container">How it holds several values.</param>
/// <param name="Scoped">The context for what stands below it.</param>
/// <param name="Simple">Written as a mere string: only then can it be a prefix.</param>
/// <param name="Reverse">Written with <c>@reverse</c>: what stands below says it of what stands above.</param>
internal sealed record TermDefinition(
    string Id, string? Type, Container Container, LocalContext? Scoped, bool Simple, bool Reverse = false);
