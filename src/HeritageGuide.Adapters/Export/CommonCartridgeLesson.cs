using System.Text;
using System.Xml.Linq;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Export;

/// <summary>IMS Common Cartridge 1.1: the pack as a page, the quiz as an assessment in QTI 1.2.</summary>
internal static class CommonCartridgeLesson
{
    private static readonly XNamespace Cc = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1";
    private static readonly XNamespace Lom = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest";

    public static byte[] Write(Lesson lesson)
    {
        var phrases = LessonPhrases.In(LanguageTag.Parse(lesson.Language));
        return ZipWriter.Pack(
        [
            ("imsmanifest.xml", XmlFile.Bytes(Manifest(lesson, phrases))),
            ("pack/lesson.html", HtmlLesson.Write(lesson, large: false)),
            ("quiz/assessment.xml", XmlFile.Bytes(Qti12Quiz.Of(lesson, phrases))),
        ]);
    }

    private static XElement Manifest(Lesson lesson, LessonPhrases phrases) => new(Cc + "manifest",
        new XAttribute("identifier", "heritageguide"),
        new XElement(Cc + "metadata",
            new XElement(Cc + "schema", "IMS Common Cartridge"), new XElement(Cc + "schemaversion", "1.1.0"),
            new XElement(Lom + "lom",
                new XElement(Lom + "general",
                    new XElement(Lom + "title", new XElement(Lom + "string", new XAttribute("language", lesson.Language), lesson.Title)),
                    new XElement(Lom + "language", lesson.Language)),
                new XElement(Lom + "rights", new XElement(Lom + "description", new XElement(Lom + "string", phrases["note.licence"]))))),
        new XElement(Cc + "organizations",
            new XElement(Cc + "organization", new XAttribute("identifier", "organization"), new XAttribute("structure", "rooted-hierarchy"),
                new XElement(Cc + "item", new XAttribute("identifier", "root"),
                    Item("pack", lesson.Title), Item("quiz", phrases["part.Quiz"])))),
        new XElement(Cc + "resources",
            Resource("pack", "webcontent", "pack/lesson.html"),
            Resource("quiz", "imsqti_xmlv1p2/imscc_xmlv1p1/assessment", "quiz/assessment.xml")));

    private static XElement Item(string resource, string title) =>
        new(Cc + "item", new XAttribute("identifier", "item_" + resource), new XAttribute("identifierref", "res_" + resource), new XElement(Cc + "title", title));

    private static XElement Resource(string id, string type, string file) => new(Cc + "resource",
        new XAttribute("identifier", "res_" + id), new XAttribute("type", type),
        type == "webcontent" ? new XAttribute("href", file) : null,
        new XElement(Cc + "file", new XAttribute("href", file)));
}
