using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Lms;

/// <summary>The hub's own form of a completion that an LMS told when asked: kept like a delivery, and read again like one.</summary>
public interface IReconciledForm : ILms
{
    /// <summary>The completion as a delivery of the source.</summary>
    StoredDelivery Write(string source, Completion completion, DateTimeOffset now);
}
