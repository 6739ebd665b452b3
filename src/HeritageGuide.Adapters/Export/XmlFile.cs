using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HeritageGuide.Adapters.Export;

/// <summary>An element as the bytes of a file: UTF-8 without a mark, indented.</summary>
internal static class XmlFile
{
    public static byte[] Bytes(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            new XDocument(root).Save(writer);
        }

        return stream.ToArray();
    }
}
