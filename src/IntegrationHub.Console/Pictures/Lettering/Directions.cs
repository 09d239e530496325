using System.Globalization;
using System.Text;

namespace IntegrationHub.Console.Pictures.Lettering;

/// <summary>
/// Which way each character of a one-line text runs: the Unicode Bidirectional Algorithm (UAX #9) without explicit embeddings and
/// bracket pairs, which titles do not have.
/// </summary>
internal static class Directions
{
    private enum Kind { Neutral, Left, Right, Number }

    /// <summary>The embedding level of each UTF-16 unit.</summary>
    public static int[] Levels(string text)
    {
        var kinds = Kinds(text);
        var baseKind = kinds.FirstOrDefault(kind => kind is Kind.Left or Kind.Right, Kind.Left);
        SettleNumbers(text, kinds, baseKind);
        SettleNeutrals(kinds, baseKind);
        return
        [
            .. kinds.Select(kind =>
                kind switch
                {
                    Kind.Right => 1,
                    Kind.Number => 2,
                    _ => baseKind == Kind.Left ? 0 : 2,
                }),
        ];
    }

    private static Kind[] Kinds(string text)
    {
        var kinds = new Kind[text.Length];
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            var kind = isMark && at > 0 ? kinds[at - 1] : KindOf(rune);
            kinds.AsSpan(at, rune.Utf16SequenceLength).Fill(kind);
            at += rune.Utf16SequenceLength;
        }
        return kinds;
    }

    private static Kind KindOf(Rune rune) =>
        Rune.IsDigit(rune) ? Kind.Number
        : rune.Value
            is (>= 0x0590 and <= 0x08FF)
                or 0x200F
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFC)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF)
            ? Kind.Right
        : Rune.IsLetter(rune) ? Kind.Left
        : Kind.Neutral;

    private static void SettleNumbers(string text, Kind[] kinds, Kind baseKind)
    {
        var strong = baseKind;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is Kind.Left or Kind.Right)
                strong = kinds[i];
            var separates =
                text[i] is '.' or ',' or ':' or '/'
                && i > 0
                && i + 1 < kinds.Length
                && char.IsDigit(text[i - 1])
                && char.IsDigit(text[i + 1]);
            if (kinds[i] == Kind.Number || separates)
                kinds[i] = strong == Kind.Left ? Kind.Left : Kind.Number;
        }
    }

    private static void SettleNeutrals(Kind[] kinds, Kind baseKind)
    {
        for (var start = 0; start < kinds.Length; start++)
        {
            var end = start;
            while (end < kinds.Length && kinds[end] == Kind.Neutral)
                end++;
            var before = start == 0 ? baseKind : Side(kinds[start - 1]);
            var after = end == kinds.Length ? baseKind : Side(kinds[end]);
            kinds.AsSpan(start, end - start).Fill(before == after ? before : baseKind);
            start = end;
        }
    }

    private static Kind Side(Kind kind) => kind == Kind.Number ? Kind.Right : kind;
}
