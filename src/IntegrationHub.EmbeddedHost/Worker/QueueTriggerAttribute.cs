namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each message of an Azure Storage queue.</summary>
/// <param name="queueName">The queue; <c>%Name%</c> stands for the setting <c>Name</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    /// <summary>The queue, as written.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting that holds the storage connection; <c>AzureWebJobsStorage</c> when null.</summary>
    public string? Connection { get; set; }
}
