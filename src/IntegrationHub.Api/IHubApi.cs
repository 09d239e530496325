namespace IntegrationHub.Api;

/// <summary>The hub's whole HTTP API. Every request carries the admin key as its bearer token; without it the hub answers 401.</summary>
/// <remarks>A problem is answered as problem details (RFC 9457), its <c>detail</c> in the language of <c>Accept-Language</c>.</remarks>
public interface IHubApi :
    IAwardsApi, IAttentionApi, ILearnersApi, IIdentitiesApi, ICredentialsApi, IErasuresApi, IRecordsApi,
    IReconciliationsApi, ISourcesApi, IDisposable;
