namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>What must be stacked for a milestone (toolkit, chapters 2, 3, 8 and 13).</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Least">How much is enough; without meaning for <see cref="StackMeasure.All"/>.</param>
/// <param name="Of">What counts.</param>
public sealed record Stack(StackMeasure Measure, decimal Least, IReadOnlyList<StackPart> Of)
{
    /// <summary>Every code that counts, substitutes included.</summary>
    public IEnumerable<string> Codes => Of.SelectMany(part => part.AnyOf);
}

/// <summary>One part of a stack.</summary>
/// <param name="AnyOf">Codes of micro-credentials, or names of recognised outside credentials: the usual one first, then what may stand in
/// for it. It counts once.</param>
public sealed record StackPart(IReadOnlyList<string> AnyOf);

/// <summary>What a stack counts.</summary>
public enum StackMeasure
{
    /// <summary>Every part.</summary>
    All,

    /// <summary>A number of parts.</summary>
    Count,

    /// <summary>Hours of learning.</summary>
    Hours,

    /// <summary>Credits.</summary>
    Credits,
}

/// <summary>A credential from another institution that the institution lets count in its stacks.</summary>
/// <param name="Name">Name under which stacks refer to it.</param>
/// <param name="Title">Title in both languages.</param>
/// <param name="Issuer">The issuer's DID or address, as the credential states it.</param>
/// <param name="Achievements">Ids of the achievement in its editions, as the credential states them; empty where every one of the issuer
/// counts.</param>
/// <param name="Hours">Hours that it counts for.</param>
/// <param name="Credits">Credits that it counts for.</param>
public sealed record RecognisedCredential(
    string Name,
    BilingualText Title,
    string Issuer,
    IReadOnlyList<string> Achievements,
    decimal? Hours = null,
    decimal? Credits = null);

