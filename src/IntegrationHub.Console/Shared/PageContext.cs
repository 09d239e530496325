using IntegrationHub.Console.Texts;

namespace IntegrationHub.Console.Shared;

/// <summary>What every page needs to know of the request.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Antiforgery">The hidden field that every form sends along.</param>
/// <param name="Path">Path of the page without its query: where the language switch leads.</param>
/// <param name="Now">The moment of the request.</param>
public sealed record PageContext(string Language, HiddenField Antiforgery, string Path, DateTimeOffset Now)
{
    /// <summary>Whether to offer signing out.</summary>
    public bool SignedIn { get; init; } = true;

    /// <summary>What the person has just done, shown once above the page.</summary>
    public Done? Done { get; init; }

    /// <summary>The other language.</summary>
    public string OtherLanguage => Language == "fr" ? "en" : "fr";

    /// <summary>A text in the page's language.</summary>
    public string Say(string key, params object?[] arguments) => PageTexts.In(Language, key, arguments);

    /// <summary>An address of the hub in the page's language.</summary>
    public string To(string path) => In(Language, path);

    /// <summary>The same page in the other language.</summary>
    public string Switch => In(OtherLanguage, Path);

    private static string In(string language, string path) => $"{path}{(path.Contains('?') ? '&' : '?')}lang={language}";
}

/// <summary>A hidden field of a form.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Value">Its value.</param>
public sealed record HiddenField(string Name, string Value);

/// <summary>What a person can have just done; the query's <c>done</c> after a redirect.</summary>
public enum Done
{
    /// <summary>A step is replayed.</summary>
    Replayed,

    /// <summary>What waited for an item goes on.</summary>
    Retried,

    /// <summary>A learner was named; what waited goes on.</summary>
    Identified,

    /// <summary>An item was dismissed.</summary>
    Dismissed,

    /// <summary>A doubtful completion does not count.</summary>
    Discarded,

    /// <summary>A dismissed item was brought back.</summary>
    Restored,

    /// <summary>An item was put aside.</summary>
    PutAside,

    /// <summary>A credential is to be suspended, resumed or revoked.</summary>
    StandingChanged,

    /// <summary>The learner accepted a credential, or chose anew.</summary>
    Accepted,

    /// <summary>The learner withdrew a credential from public view.</summary>
    Withdrawn,

    /// <summary>A credential from another institution was verified, and counts in a moment.</summary>
    Recognised,
}
