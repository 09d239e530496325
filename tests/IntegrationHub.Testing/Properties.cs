using CsCheck;

namespace IntegrationHub.Testing;

/// <summary>
/// Properties hold for the same cases in every run, so that a run fails only for a change. With the setting
/// <c>HUB_TRIES=n</c> they are tried with others, chosen at random, and <c>n</c> times as often.
/// </summary>
internal static class Properties
{
    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("HUB_TRIES"), out var times) ? times : 0;

    /// <summary>Whether the cases are chosen at random.</summary>
    public static bool AreSearched => Times > 0;

    /// <summary>Holds for every case; CsCheck shrinks the one for which it does not, and names its seed.</summary>
    public static void Holds<T>(this Gen<T> gen, Action<T> property, int tries = 100)
    {
        if (AreSearched)
            gen.Sample(property, iter: (long)tries * Times, threads: 1);
        else
            Hold(gen, property, Tries.Of(tries), new PCG(stream: 0, seed: 20260302));
    }

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, int)"/>
    public static void Holds<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> property, int tries = 100) =>
        gen.Holds(one => property(one.Item1, one.Item2), tries);

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, int)"/>
    public static void Holds<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> property, int tries = 100) =>
        gen.Holds(one => property(one.Item1, one.Item2, one.Item3), tries);

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, int)"/>
    public static void Holds<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Action<T1, T2, T3, T4> property, int tries = 100) =>
        gen.Holds(one => property(one.Item1, one.Item2, one.Item3, one.Item4), tries);

    private static void Hold<T>(Gen<T> gen, Action<T> property, int tries, PCG pcg)
    {
        while (tries-- > 0)
        {
            var seed = pcg.ToString();
            var one = gen.Generate(pcg, null, out _);
            try
            {
                property(one);
            }
            catch (Exception)
            {
                gen.Sample(property, seed: seed, iter: 1000, threads: 1);
                throw;
            }
        }
    }
}
