namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>What a learner can do afterwards.</summary>
/// <param name="Text">The outcome.</param>
/// <param name="Alignments">The skills of public frameworks that it corresponds to.</param>
public sealed record LearningOutcome(BilingualText Text, IReadOnlyList<Alignment> Alignments);

/// <summary>A node of a public framework (toolkit, chapters 10 and 13).</summary>
/// <param name="Framework">The framework, e.g. <c>ESCO</c>, <c>ISCO-08</c>, <c>OSN</c>, <c>CTDL</c>.</param>
/// <param name="Code">Its code of the node; null where it has none.</param>
/// <param name="Name">Name of the node.</param>
/// <param name="Url">Address of the node.</param>
public sealed record Alignment(string Framework, string? Code, BilingualText Name, Uri Url);

/// <summary>Who vouches for the quality of a micro-credential.</summary>
/// <param name="Name">The body, or how quality is assured.</param>
/// <param name="Url">The body's address; null where none is given.</param>
public sealed record QualityBody(BilingualText Name, Uri? Url = null);
