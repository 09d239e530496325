using System.Runtime.InteropServices;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Pipeline;

namespace IntegrationHub.Core.Tests;

/// <summary>The stage that decides, by one worker or several, with what follows for it; steps and notices are another matter.</summary>
internal static class Races
{
    /// <summary>One message after the other.</summary>
    public static void HandleInTurn(this Campus campus, IEnumerable<Envelope> messages)
    {
        foreach (var message in messages)
        {
            campus.Decide(message);
            for (var next = campus.Decided(); next.Count > 0; next = campus.Decided())
                next.ForEach(campus.Decide);
        }
    }

    /// <summary>Each message twice and now and then once more, in any order, some between another's reading and writing.</summary>
    public static void HandleRacing(this Campus campus, List<Envelope> messages, Random random)
    {
        List<Envelope> pool = [.. messages, .. messages];
        if (Properties.AreSearched && random.Next(2) == 0)
            campus.HandleByThreads(pool, random);
        else
            campus.HandleBetween(pool, random);
    }

    /// <summary>What waits for the stage.</summary>
    public static List<Envelope> Decided(this Campus campus)
    {
        var found = new List<Envelope>();
        while (campus.Waiting > 0)
            if (campus.Take() is (QueueNames.Completions, var envelope))
                found.Add(envelope);
        return found;
    }

    private static void HandleBetween(this Campus campus, List<Envelope> pool, Random random)
    {
        var workers = 0;
        campus.Storage.BeforeRead = campus.Storage.BeforeWrite = () =>
        {
            if (workers < 3 && pool.Count > 0 && random.Next(3) == 0)
                Work();
        };
        while (pool.Count > 0)
            Work();
        campus.Storage.BeforeRead = campus.Storage.BeforeWrite = null;

        void Work()
        {
            workers++;
            var message = pool[random.Next(pool.Count)];
            if (random.Next(8) != 0)
                pool.Remove(message);
            campus.Decide(message);
            foreach (var follower in campus.Decided())
                pool.AddRange(follower, follower);
            workers--;
        }
    }

    /// <summary>By three workers in earnest, whose race no seed repeats.</summary>
    private static void HandleByThreads(this Campus campus, List<Envelope> pool, Random random)
    {
        campus.Storage.BeforeWrite = () => Thread.Yield();
        while (pool.Count > 0)
        {
            random.Shuffle(CollectionsMarshal.AsSpan(pool));
            var taken = pool.Take(3).ToList();
            pool.RemoveRange(0, taken.Count);
            Task.WhenAll(taken.Select(message => Task.Run(() => campus.Decide(message)))).GetAwaiter().GetResult();
            if (random.Next(4) == 0)
                pool.Add(taken[0]);
            foreach (var follower in campus.Decided())
                pool.AddRange(follower, follower);
        }
    }

    private static void Decide(this Campus campus, Envelope message) =>
        campus.Handle(message).GetAwaiter().GetResult();
}
