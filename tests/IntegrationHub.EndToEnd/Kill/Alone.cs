using Xunit;

namespace IntegrationHub.EndToEnd.Kill;

/// <summary>Tests that a hub is killed in, at a moment that counts: nothing runs beside them, so that nothing else is late.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
