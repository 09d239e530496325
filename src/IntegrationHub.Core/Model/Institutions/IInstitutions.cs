using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.Core.Model.Institutions;

/// <summary>The institutions in force: each in its last good version.</summary>
public interface IInstitutions
{
    /// <summary>All institutions that have a good version.</summary>
    IReadOnlyCollection<Institution> All { get; }

    /// <summary>The names of all institutions that have files, good or faulty.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>Looks an institution up by its identifier.</summary>
    /// <returns><see cref="InstitutionState.Faulty"/> where its files are there but never were good.</returns>
    InstitutionState Find(string id, out Institution? institution);
}

/// <summary>What is known of an institution.</summary>
public enum InstitutionState
{
    /// <summary>There are no files of that name.</summary>
    Unknown,

    /// <summary>Its files have faults and no good version was ever read.</summary>
    Faulty,

    /// <summary>A good version is in force.</summary>
    InForce,
}

/// <summary>Shorthands over <see cref="IInstitutions"/>.</summary>
public static class InstitutionsExtensions
{
    /// <summary>Looks up an institution that is in force.</summary>
    /// <returns>False where no good version of it is.</returns>
    public static bool TryGet(this IInstitutions institutions, string id, [NotNullWhen(true)] out Institution? institution) =>
        institutions.Find(id, out institution) == InstitutionState.InForce && institution is not null;

    /// <summary>The institution in force.</summary>
    /// <exception cref="KeyNotFoundException">No good version of it is in force.</exception>
    public static Institution Get(this IInstitutions institutions, string id) =>
        institutions.TryGet(id, out var found)
            ? found
            : throw new KeyNotFoundException($"No institution '{id}' is in force: check its files with ./hub lint.");
}
