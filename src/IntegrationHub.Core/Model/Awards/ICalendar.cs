namespace IntegrationHub.Core.Model.Awards;

/// <summary>Days to come on which something is due for an award: read by day, so that nobody scans awards.</summary>
public interface ICalendar
{
    /// <summary>Remembers that an award's end is a number of days away on a day; again changes nothing.</summary>
    Task Add(DateOnly day, AwardId award, int daysBefore, CancellationToken cancellation);

    /// <summary>What is due up to a day and not done.</summary>
    IAsyncEnumerable<Due> Until(DateOnly day, CancellationToken cancellation);

    /// <summary>Takes away what is done; nothing happens where it is gone already.</summary>
    Task Done(Due due, CancellationToken cancellation);
}

/// <summary>Something due.</summary>
/// <param name="Day">The day.</param>
/// <param name="Award">The award.</param>
/// <param name="DaysBefore">How many days before its end that is.</param>
public sealed record Due(DateOnly Day, AwardId Award, int DaysBefore);
