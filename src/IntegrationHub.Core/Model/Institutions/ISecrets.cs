namespace IntegrationHub.Core.Model.Institutions;

/// <summary>Secrets by setting name; in Azure a setting is a Key Vault reference. The hub reads secrets, it never writes one.</summary>
public interface ISecrets
{
    /// <summary>The value of a setting, or null where it is not set or not the institution's own (<see cref="SecretNames"/>).</summary>
    /// <param name="institution">Id of the institution whose files name the setting.</param>
    /// <param name="setting">Its name.</param>
    string? Find(string institution, string setting);
}

/// <summary>Shorthands over <see cref="ISecrets"/>.</summary>
public static class SecretsExtensions
{
    /// <summary>The institution's pepper.</summary>
    /// <exception cref="InvalidOperationException">Its setting is absent or empty.</exception>
    public static string Pepper(this ISecrets secrets, Institution institution) => secrets.Get(institution.Id, institution.Pepper);

    /// <summary>The value of a connection's secret, by purpose.</summary>
    /// <exception cref="InvalidOperationException">The connection names no such secret, or its setting is empty.</exception>
    public static string Get(this ISecrets secrets, Institution institution, Connection connection, string purpose) =>
        connection.Secrets.TryGetValue(purpose, out var setting)
            ? secrets.Get(institution.Id, setting)
            : throw new InvalidOperationException($"The connection '{connection.Kind}' names no secret '{purpose}'.");

    /// <summary>
    /// The values of an inbound secret that are accepted at a moment: the current one, and the previous one until its end.
    /// </summary>
    public static IEnumerable<string> Accepted(this ISecrets secrets, string institution, InboundSecret secret, DateTimeOffset now)
    {
        if (secrets.Find(institution, secret.Current) is { Length: > 0 } current)
            yield return current;
        if (secret.Previous is not null && now < secret.Until && secrets.Find(institution, secret.Previous) is { Length: > 0 } previous)
            yield return previous;
    }

    private static string Get(this ISecrets secrets, string institution, string setting) =>
        secrets.Find(institution, setting) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(
                $"The setting '{setting}' holds no value; it is named as a secret in an institution's file.");
}
