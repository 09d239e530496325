namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a public method of a public class as a function.</summary>
/// <param name="name">Unique in the app, whatever the case of its letters.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>The function's name.</summary>
    public string Name { get; } = name;
}
