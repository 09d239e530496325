using System.Runtime.ExceptionServices;

namespace IntegrationHub.Core;

/// <summary>Work for one after the other that has nothing to do with the next, such as institutions.</summary>
public static class TenantByTenant
{
    /// <summary>Does something for each: what goes wrong with one keeps no other from it, and is thrown at the end.</summary>
    /// <exception cref="AggregateException">It went wrong with several; with one, its own exception is thrown.</exception>
    public static async Task Each<T>(IEnumerable<T> all, Func<T, Task> act)
    {
        var failures = new List<Exception>();
        foreach (var one in all)
        {
            try
            {
                await act(one);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }

        if (failures is [var only])
            ExceptionDispatchInfo.Throw(only);
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }
}
