using System.Buffers;
using System.Globalization;
using System.Text;

namespace IntegrationHub.Connectors.Json;

/// <summary>Reads the text of paths, character by character.</summary>
internal sealed class FieldPathReader(string text)
{
    private const int LongestIndex = 4;
    private static readonly SearchValues<char> NotInBareNames = SearchValues.Create(" \t\r\n.[]'\"\\*?(){},$");

    /// <summary>How far it has read, from 0.</summary>
    public int Position { get; private set; }

    private char Next => Position < text.Length ? text[Position] : '\0';

    private bool IsAtEnd => Position >= text.Length || text[Position] == ' ';

    /// <summary>Reads paths up to the end of the text.</summary>
    /// <returns>Whether all of it made sense, and there was at least one.</returns>
    public bool TryReadAll(List<FieldPath> paths)
    {
        while (true)
        {
            while (Next == ' ')
                Position++;
            if (Position >= text.Length)
                return paths.Count > 0;
            var steps = new List<FieldPath.Step>();
            if (!TryRead(steps))
                return false;
            paths.Add(new(steps));
        }
    }

    private bool TryRead(List<FieldPath.Step> steps)
    {
        // A path without the sign for the top may begin with a bare name.
        if (!Take('$') && Next != '[' && !TryBareName(steps))
            return false;
        while (!IsAtEnd)
        {
            if (!(Take('.') ? TryBareName(steps) : Take('[') && TryBracket(steps)))
                return false;
        }

        return true;
    }

    private bool TryBareName(List<FieldPath.Step> steps)
    {
        var length = text.AsSpan(Position).IndexOfAny(NotInBareNames) is >= 0 and var end ? end : text.Length - Position;
        if (length == 0)
            return false;
        steps.Add(new(text.Substring(Position, length)));
        Position += length;
        return true;
    }

    private bool TryBracket(List<FieldPath.Step> steps) =>
        (Next is '\'' or '"' ? TryQuotedName(steps) : TryIndex(steps)) && Take(']');

    private bool TryQuotedName(List<FieldPath.Step> steps)
    {
        var quote = text[Position++];
        var name = new StringBuilder();
        while (Position < text.Length && Next != quote)
        {
            if (Take('\\') && Next is not ('\\' or '\'' or '"'))
                return false;
            name.Append(Next);
            Position++;
        }

        steps.Add(new(name.ToString()));
        return Take(quote);
    }

    private bool TryIndex(List<FieldPath.Step> steps)
    {
        var from = Position;
        while (char.IsAsciiDigit(Next))
            Position++;
        if (Position == from || Position - from > LongestIndex)
            return false;
        steps.Add(new(null, int.Parse(text.AsSpan(from, Position - from), NumberStyles.None, CultureInfo.InvariantCulture)));
        return true;
    }

    private bool Take(char expected)
    {
        if (Position >= text.Length || text[Position] != expected)
            return false;
        Position++;
        return true;
    }
}
