using IntegrationHub.Core.Learners;

namespace IntegrationHub.Testing.Storage;

/// <summary>Learners and the names that lead to them.</summary>
internal sealed partial class InMemoryStorage : ILearners
{
    private readonly Dictionary<string, Learner> _learners = [];
    private readonly Dictionary<string, Identity> _identities = [];

    public Task Redirect(string institution, string from, string into, CancellationToken cancellation)
    {
        lock (_gate)
        {
            foreach (var key in _identities.Where(identity => IsOf(identity, institution, from)).Select(identity => identity.Key).ToList())
                _identities[key] = _identities[key] with { Learner = into };
        }

        return Task.CompletedTask;
    }

    public Task<Identity?> Identify(string institution, string lookupKey, CancellationToken cancellation) =>
        Task.FromResult(_identities.GetValueOrDefault($"{institution}~{lookupKey}"));

    public Task<Learner?> Find(string institution, string id, CancellationToken cancellation) =>
        Task.FromResult(_learners.GetValueOrDefault($"{institution}~{id}"));

    public Task<IReadOnlyList<string>> Keep(
        string institution,
        Learner learner,
        IReadOnlyList<string> lookupKeys,
        CancellationToken cancellation)
    {
        Check(institution, learner.Id, lookupKeys);
        lock (_gate)
        {
            _learners[$"{institution}~{learner.Id}"] = learner;
            foreach (var key in lookupKeys)
                _identities.TryAdd($"{institution}~{key}", new(learner.Id, IsStated: false));
            return Task.FromResult<IReadOnlyList<string>>([
                .. lookupKeys.Select(key => _identities[$"{institution}~{key}"].Learner).Where(whose => whose != learner.Id).Distinct(),
            ]);
        }
    }

    public Task Renew(string institution, Learner learner, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_learners.ContainsKey($"{institution}~{learner.Id}"))
                _learners[$"{institution}~{learner.Id}"] = learner;
        }

        return Task.CompletedTask;
    }

    public Task State(string institution, string id, IReadOnlyList<string> lookupKeys, bool isAnswer, CancellationToken cancellation)
    {
        Check(institution, id, lookupKeys);
        lock (_gate)
        {
            foreach (var key in lookupKeys)
                _identities[$"{institution}~{key}"] = Identity.Stated(
                    _identities.GetValueOrDefault($"{institution}~{key}"),
                    id,
                    isAnswer);
        }

        return Task.CompletedTask;
    }

    public Task<string?> Forget(string institution, string lookupKey, CancellationToken cancellation) =>
        Task.FromResult(_identities.Remove($"{institution}~{lookupKey}", out var identity) ? identity.Learner : null);

    public Task<int> ForgetAllBut(string institution, string id, string lookupKey, CancellationToken cancellation)
    {
        var others = _identities
            .Where(identity => IsOf(identity, institution, id) && identity.Key != $"{institution}~{lookupKey}")
            .ToList();
        return Task.FromResult(others.Count(identity => _identities.Remove(identity.Key)));
    }

    public Task Erase(string institution, string id, CancellationToken cancellation)
    {
        _learners.Remove($"{institution}~{id}");
        foreach (var key in _identities.Where(identity => IsOf(identity, institution, id)).Select(identity => identity.Key).ToList())
            _identities.Remove(key);
        return Task.CompletedTask;
    }

    private static bool IsOf(KeyValuePair<string, Identity> identity, string institution, string learner) =>
        identity.Value.Learner == learner && identity.Key.StartsWith($"{institution}~", StringComparison.Ordinal);

    private static void Check(string institution, string learner, IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
            TableLimits.Check(new RowWrite($"{institution}~{learner}", $"key~{key}"));
    }
}
