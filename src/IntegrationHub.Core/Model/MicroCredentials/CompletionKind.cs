namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>What the LMS says happened.</summary>
public enum CompletionKind
{
    /// <summary>The course is completed by the LMS's own rules.</summary>
    Completed,

    /// <summary>An assessment was graded, for the first time or again.</summary>
    Assessed,

    /// <summary>What was reported before does not hold any more: voided, revoked, uncompleted, cleared.</summary>
    Undone,
}
