using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Core.Model.Awards;

/// <summary>Names the dossier of one learner for one micro-credential; says nothing of either.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Name">Hash of learner and micro-credential.</param>
public readonly record struct DossierId(string Institution, string Name)
{
    /// <summary>The dossier of a learner (by <see cref="Learners.Learner.Id"/>) for a micro-credential (by code).</summary>
    public static DossierId Of(string institution, string learner, string microCredential) =>
        new(
            institution,
            Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"{institution}\n{learner}\n{microCredential}")).AsSpan(0, 15)));


    /// <inheritdoc/>
    public override string ToString() => $"{Institution}-{Name}";
}

/// <summary>
/// An award by its meaning: institution, learner, micro-credential and cycle (0 first, one more per renewal or
/// re-award). Written <c>institution-name-cycle</c>.
/// </summary>
/// <param name="Dossier">The dossier it is in.</param>
/// <param name="Cycle">From 0.</param>
public readonly record struct AwardId(DossierId Dossier, int Cycle)
{
    /// <summary>The tenant.</summary>
    public string Institution => Dossier.Institution;

    /// <summary>Reads the written form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AwardId id)
    {
        id = default;
        if (text?.Split('-') is not [{ Length: > 0 } institution, { Length: > 0 } name, { Length: > 0 } cycle]
            || !int.TryParse(cycle, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        id = new(new(institution, name), number);
        return true;
    }

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static AwardId Parse(string? text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an award id (institution-name-cycle).");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Dossier}-{Cycle}");
}
