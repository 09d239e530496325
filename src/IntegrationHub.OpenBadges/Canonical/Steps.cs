namespace IntegrationHub.OpenBadges.Canonical;

/// <summary>How much work may still be done to tell blank nodes apart; several documents can share one allowance.</summary>
/// <param name="most">Number of steps.</param>
/// <param name="deadline">From when on none is left.</param>
internal sealed class Steps(int most, CancellationToken deadline = default)
{
    private long _spent;

    /// <exception cref="PoisonGraphException">There are not as many left.</exception>
    public void Spend(int steps)
    {
        if ((_spent += steps) > most || deadline.IsCancellationRequested)
            throw new PoisonGraphException(most, isLate: _spent <= most);
    }

    /// <summary>Gives up what is left.</summary>
    /// <exception cref="PoisonGraphException">Always.</exception>
    public void Exhaust() => Spend(most + 1);
}
