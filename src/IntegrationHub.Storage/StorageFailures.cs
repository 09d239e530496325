using Azure;

namespace IntegrationHub.Storage;

/// <summary>What the storage's clients throw, as what every caller knows.</summary>
internal static class StorageFailures
{
    public static async Task<T> AsIO<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (RequestFailedException refused)
        {
            throw new IOException($"The storage did not do what was asked of it ({refused.Status} {refused.ErrorCode}).", refused);
        }
    }
}
