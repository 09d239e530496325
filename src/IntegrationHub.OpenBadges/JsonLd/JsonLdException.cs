namespace IntegrationHub.OpenBadges.JsonLd;

/// <summary>A document holds something that would be lost or misread as linked data, so it can be neither signed nor verified.</summary>
public sealed class JsonLdException : Exception
{
    internal JsonLdException(JsonLdFault fault, string pointer, string detail)
        : base($"{detail} (at \"{pointer}\")")
    {
        Fault = fault;
        JsonPointer = pointer;
    }

    /// <summary>What is wrong.</summary>
    public JsonLdFault Fault { get; }

    /// <summary>Where: a JSON Pointer (RFC 6901) into the document.</summary>
    public string JsonPointer { get; }
}
