namespace IntegrationHub.Core.Attention;

/// <summary>Tells the people who settle items which student a learner is.</summary>
public interface IStudentNumbers
{
    /// <summary>A learner's student number; null where the learner is not known any more.</summary>
    Task<string?> Of(string institution, string learner, CancellationToken cancellation);
}
