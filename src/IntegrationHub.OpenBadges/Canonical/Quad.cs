namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>A statement, in the default graph when <paramref name="Graph"/> is null.</summary>
internal readonly record struct Quad(RdfTerm Subject, RdfTerm Predicate, RdfTerm Object, RdfTerm? Graph);
