namespace IntegrationHub.Storage.Backup;

/// <summary>A backup cannot be taken, or is not restored.</summary>
/// <param name="fault">Why.</param>
/// <param name="what">The file, table, container or version it is about.</param>
public sealed class BackupException(BackupFault fault, string what) : Exception($"{fault}: {what}")
{
    /// <summary>Why.</summary>
    public BackupFault Fault { get; } = fault;

    /// <summary>The file, table, container or version it is about.</summary>
    public string What { get; } = what;
}

/// <summary>Why a backup is not taken or not restored.</summary>
public enum BackupFault
{
    /// <summary>The folder for a new backup holds files.</summary>
    FolderInUse,

    /// <summary>The folder has no manifest: it is no backup, or one that was cut short.</summary>
    Unfinished,

    /// <summary>The manifest is of another format or a newer version, or names what this release does not know.</summary>
    Unknown,

    /// <summary>A file is missing, or is not what the manifest says.</summary>
    Damaged,

    /// <summary>The storage holds something already.</summary>
    NotEmpty,

    /// <summary>The restore of another backup was cut short in this storage.</summary>
    OtherRestore,
}
