using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>What an institution's file must say beyond its shape.</summary>
internal static class InstitutionRules
{
    public static void Check(InstitutionDraft draft, FaultList faults)
    {
        if (draft.Main is not { } shape)
            return;
        if (shape.Id is { } id && id.Value != draft.Id)
            faults.Add(
                id.Place,
                "id-folder",
                new(
                    $"L’identifiant «\u00a0{id.Value}\u00a0» ne correspond pas au nom du dossier, «\u00a0{draft.Id}\u00a0».",
                    $"The id “{id.Value}” does not match the folder’s name, “{draft.Id}”."),
                new("Donnez au dossier et à l’identifiant le même nom.", "Give the folder and the id the same name."));
        foreach (var (_, source) in shape.Sources ?? [])
        {
            SourceRules.Check(source, draft.Kinds, faults);
            CheckApi(source, draft.Kinds, faults);
        }

        LearnerRules.Check(shape, faults);

        foreach (var (role, connection) in shape.Connections?.ByRole() ?? [])
            CheckConnection(role, connection, draft.Kinds, faults);
    }

    private static void CheckConnection(ConnectionRole role, ConnectionShape connection, ConnectorKinds kinds, FaultList faults)
    {
        CheckAddress(connection.Address, faults);
        if (connection.Kind is not { } kind || kinds.Connections.All(one => one.Name != kind.Value))
            return;
        if (kinds.Connection(role, kind.Value) is not { } system)
        {
            var possible = string.Join(", ", kinds.Connections.Where(one => one.Role == role).Select(one => one.Name));
            faults.Add(
                kind.Place,
                "kind",
                new(
                    $"Le type «\u00a0{kind.Value}\u00a0» n’est pas offert pour ce rôle.",
                    $"The type “{kind.Value}” is not available for this role."),
                new($"Prenez un de : {possible}.", $"Use one of: {possible}."));
            return;
        }

        KindRules.CheckAddress(kind, connection.Address, system, faults);
        KindRules.Check(new(kind, new(connection.Settings, system.Settings), new(connection.Secrets, system.Secrets)), faults);
        ValueRules.CheckChoices(system.Settings, connection.Settings, faults);
        ValueRules.Check(system.Check, kind.Place, connection.Settings, faults);
    }

    private static void CheckApi(SourceShape source, ConnectorKinds kinds, FaultList faults)
    {
        if (source is not { Api: { } api, Kind: { } kind })
            return;
        CheckAddress(api.Address, faults);
        if (kinds.Source(kind.Value) is { ApiSecrets: { } secrets })
            KindRules.Check(new(kind, new(null, []), new(api.Secrets, secrets)), faults);
        else if (kinds.Source(kind.Value) is not null)
            faults.Add(
                api.Place,
                "api-not-spoken",
                new(
                    $"Le carrefour n’appelle aucune API d’une source du type «\u00a0{kind.Value}\u00a0».",
                    $"The hub calls no API of a source of the type “{kind.Value}”."),
                new("Enlevez «\u00a0api\u00a0».", "Remove “api”."));
    }

    private static void CheckAddress(Located<string>? given, FaultList faults)
    {
        if (given is { } address && !IsWebAddress(address.Value))
            faults.Add(
                address.Place,
                "address",
                new("L’adresse n’est pas une adresse web complète.", "The address is not a complete URL."),
                new("Écrivez-la en entier, p. ex. https://sis.example.ca.", "Write the complete URL, e.g. https://sis.example.ca."));
    }

    private static bool IsWebAddress(string address) =>
        HostSettings.IsOpen(address)
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0);
}
