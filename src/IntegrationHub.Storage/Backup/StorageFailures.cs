using Azure;
using Azure.Identity;

namespace IntegrationHub.Storage.Backup;

/// <summary>What the storage's clients throw, as what every caller knows.</summary>
internal static class StorageFailures
{
    public static async Task<T> AsIO<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or AuthenticationFailedException)
        {
            var why = failure is RequestFailedException { Status: > 0 } refused ? $"{refused.Status} {refused.ErrorCode}" : failure.GetType().Name;
            throw new IOException($"The storage did not do what was asked of it ({why}).", failure);
        }
    }
}
