using System.Text;
using System.Xml;

namespace HeritageGuide.Adapters.AzureSpeech;

/// <summary>Writes one sentence as SSML 1.0. The lexicon has been applied before: most of the voices wanted here take neither phonemes nor lexicons.</summary>
internal static class Ssml
{
    private const string Namespace = "http://www.w3.org/2001/10/synthesis";

    /// <param name="spoken">The sentence; whatever it holds is text, never markup.</param>
    /// <param name="locale">BCP 47 locale, such as <c>vi-VN</c>.</param>
    /// <param name="voice">The voice's short name.</param>
    /// <param name="rate">Change of pace, such as <c>-5%</c>; empty for the voice's own.</param>
    public static byte[] Write(string spoken, string locale, string voice, string rate)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("speak", Namespace);
            xml.WriteAttributeString("version", "1.0");
            xml.WriteAttributeString("xml", "lang", null, locale);
            xml.WriteStartElement("voice", Namespace);
            xml.WriteAttributeString("name", voice);
            if (rate.Length > 0)
            {
                xml.WriteStartElement("prosody", Namespace);
                xml.WriteAttributeString("rate", rate);
            }

            xml.WriteString(Writable(spoken));
            xml.WriteEndDocument();
        }

        return stream.ToArray();
    }

    // XML has no place for control characters and halves of characters.
    private static string Writable(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));
}
