namespace IntegrationHub.Core.Attention;

/// <summary>Tells the people who settle items which student a learner is.</summary>
public interface IStudentNumbers
{
    /// <summary>
    /// Student number of the learner whom an item is about, or whose award it is; null where it is about nobody, or the learner is not
    /// known any more.
    /// </summary>
    Task<string?> Of(AttentionItem item, CancellationToken cancellation);
}
