using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Tests.Invented.Ledger;

/// <summary>What Ledger, a SIS that does not exist, asks of institutions’ files.</summary>
internal static class LedgerKind
{
    public static ConnectionKind Kind { get; } = new(ConnectionRole.Sis, "ledger", new("Registre", "Ledger"))
    {
        Settings =
        [
            Setting.Required("book", "le registre où inscrire", "the book to write into"),
            Setting.Optional("page", "la page des inscriptions hors cours", "the page of non-course records"),
        ],
        Secrets = [Setting.Required("pin", "le code d’accès", "the access code")],
        Records =
        [
            new(RecordTargetKind.NonCourse, [Setting.Required("code", "trois lettres, trois chiffres", "three letters, three digits")])
            {
                ConnectionSettings = ["page"],
                Check = Codes,
            },
        ],
    };

    private static IEnumerable<SettingFault> Codes(IReadOnlyDictionary<string, string> given)
    {
        if (given.TryGetValue("code", out var code) && code.Length != 6)
            yield return new(
                "code",
                "ledger-code",
                new($"Registre ne connaît pas le code «\u00a0{code}\u00a0».", $"Ledger knows no code “{code}”."),
                new("Prenez trois lettres et trois chiffres.", "Use three letters and three digits."));
    }
}
