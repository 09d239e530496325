using Xunit;

namespace IntegrationHub.EndToEnd.RealHost;

/// <summary>The tests on a real Azure Functions host run when no other does: two hosts take all the processor that there is.</summary>
[CollectionDefinition(nameof(RealHost), DisableParallelization = true)]
public sealed class RealHost;
