using System.Text.Json.Serialization;
using IntegrationHub.Api;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Cli.Sources;

/// <summary>A source as the running hub has it, or as the files state it: then nothing is known of what was heard.</summary>
internal sealed record SourceInfo(
    string Institution,
    string Source,
    string Kind,
    string Authentication,
    string Address,
    IReadOnlyList<SecretInfo> Secrets,
    IReadOnlyDictionary<string, string>? Settings = null,
    LocalizedText? StateText = null,
    DateTimeOffset? LastHeard = null,
    IReadOnlyList<SourceDelivery>? Deliveries = null)
{
    /// <summary>How a person names it.</summary>
    [JsonIgnore]
    public string Name => $"{Institution}/{Source}";

    /// <summary>What one does in the sender's own pages.</summary>
    public IReadOnlyList<SourceSteps> Guide(ConnectorKinds kinds) =>
        kinds.Guide(
            new()
            {
                Name = Source,
                Kind = Kind,
                Authentication = Authentication,
                Settings = Settings ?? new Dictionary<string, string>(),
                Secrets = Secrets.ToDictionary(secret => secret.Purpose, secret => new InboundSecret(secret.Setting)),
            },
            new(Address));

    /// <summary>A source as the hub has it.</summary>
    public static SourceInfo Of(SourceResponse source) =>
        new(
            source.Institution,
            source.Source,
            source.Kind,
            source.Authentication,
            source.Address,
            [.. source.Secrets.Select(secret => new SecretInfo(secret.Purpose, secret.Setting, secret.HasValue, secret.PreviousUntil))],
            source.Settings,
            source.StateText,
            source.LastHeard,
            source.Deliveries);

    /// <summary>A source as its institution's file states it.</summary>
    public static SourceInfo Of(Institution institution, Source source, PublicAddresses addresses) =>
        new(
            institution.Id,
            source.Name,
            source.Kind,
            source.Authentication,
            addresses.Hook(institution.Id, source).OriginalString,
            [
                .. source
                    .Secrets.Select(secret => new SecretInfo(secret.Key, secret.Value.Current))
                    .OrderBy(secret => secret.Purpose, StringComparer.Ordinal),
            ],
            source.Settings);
}

/// <summary>The setting that holds a secret, and whether the hub has a value there; null where no hub was asked.</summary>
internal sealed record SecretInfo(string Purpose, string Setting, bool? HasValue = null, DateTimeOffset? PreviousUntil = null);
