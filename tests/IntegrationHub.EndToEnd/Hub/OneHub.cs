using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>Tests that share a hub take turns, for they break the systems around it.</summary>
[CollectionDefinition(nameof(OneHub))]
public sealed class OneHub : ICollectionFixture<RunningHub>;
