namespace IntegrationHub.OpenBadges.Baking;

/// <summary>What a picture holds.</summary>
/// <param name="Credential">Signed JSON or a compact JWT, as UTF-8; null where it holds none.</param>
/// <param name="IsOpenBadges2">Whether it holds an assertion of Open Badges 1 or 2.</param>
internal readonly record struct Unbaked(byte[]? Credential, bool IsOpenBadges2);
