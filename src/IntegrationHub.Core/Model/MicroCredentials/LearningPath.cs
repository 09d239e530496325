namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>The way on which something was earned (toolkit, chapters 3 and 8).</summary>
public enum LearningPath
{
    /// <summary>By the course.</summary>
    Course,

    /// <summary>By the same assessment without the course (PLAR / ERA).</summary>
    PriorLearning,

    /// <summary>By stacking others.</summary>
    Stacking,
}
