namespace IntegrationHub.Sandbox.Badgr;

internal sealed class BadgeBook(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Assertion> _assertions = [];

    /// <summary>False when duplicates are refused and the recipient holds this badge, neither revoked nor expired.</summary>
    public bool Add(Assertion assertion, bool allowDuplicates)
    {
        lock (_gate)
        {
            if (!allowDuplicates && _assertions.Values.Any(earlier =>
                    earlier.Course == assertion.Course && earlier.Covers(assertion.Recipient, time.GetUtcNow())))
                return false;
            _assertions.Add(assertion.EntityId, assertion);
            return true;
        }
    }

    public Assertion? Get(string id)
    {
        lock (_gate) return _assertions.GetValueOrDefault(id);
    }

    public IReadOnlyList<Assertion> All()
    {
        lock (_gate) return [.. _assertions.Values.OrderBy(assertion => assertion.CreatedAt)];
    }

    /// <summary>Null when there is none, or it is revoked already.</summary>
    public Assertion? Revoke(string id, string reason)
    {
        lock (_gate)
        {
            if (_assertions.GetValueOrDefault(id) is not { Revoked: false } assertion) return null;
            return _assertions[id] = assertion with { RevocationReason = reason, ChangedAt = time.GetUtcNow() };
        }
    }
}
