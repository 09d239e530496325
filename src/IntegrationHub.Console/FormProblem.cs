namespace IntegrationHub.Console;

/// <summary>Why a form cannot be taken.</summary>
public enum FormProblem
{
    /// <summary>It is too old, was not made here, or was made for another session.</summary>
    Expired,

    /// <summary>It is broken, or no form at all.</summary>
    Unreadable,

    /// <summary>It brings too much.</summary>
    TooLarge,

    /// <summary>It comes with cookies of the hub, but does not prove that a page of the hub sent it.</summary>
    Foreign,
}
