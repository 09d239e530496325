using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using IntegrationHub.Core.Notices;
using Microsoft.Graph.Models;

namespace IntegrationHub.Connectors.Mail.Graph;

/// <summary>A learner's message as Graph sends it: plain, accessible HTML that reads well without its style too.</summary>
internal static class LearnerMail
{
    /// <summary>The header by which a repeat can be told from a new message.</summary>
    public const string NoticeHeader = "x-integrationhub-notice";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(new TextEncoderSettings(System.Text.Unicode.UnicodeRanges.All));

    /// <summary>The message.</summary>
    public static Message Of(LearnerMessage message) => new()
    {
        Subject = message.Subject,
        Body = new ItemBody { ContentType = BodyType.Html, Content = Body(message) },
        ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = message.To, Name = message.ToName } }],
        InternetMessageHeaders = [new InternetMessageHeader { Name = NoticeHeader, Value = message.Id }],
    };

    private static string Body(LearnerMessage message)
    {
        var language = message.Language == "fr" ? "fr" : "en";
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Html.Encode(
                message.Subject)}</title></head>
            <body lang="{language}" style="margin:0;padding:24px;font-family:'Segoe UI',Arial,sans-serif;
            font-size:16px;line-height:1.5;color:#1b1b1b;background:#ffffff">
            <div style="max-width:600px">

            """);
        foreach (var paragraph in message.Paragraphs)
            html.Append(CultureInfo.InvariantCulture, $"<p>{Html.Encode(paragraph)}</p>\n");
        if (message.Link is { } link)
        {
            var address = Html.Encode(link.AbsoluteUri);
            html.Append(
                CultureInfo.InvariantCulture,
                $"""
                <p><a href="{address}"
                style="display:inline-block;padding:12px 20px;background:#0b5394;color:#ffffff;
                text-decoration:underline;border-radius:4px">{
                    Html.Encode(message.LinkLabel)}</a></p>
                <p style="word-break:break-all"><a href="{address}" style="color:#0b5394">{address}</a></p>

                """);
        }

        return html.Append("</div>\n</body>\n</html>\n").ToString();
    }
}
