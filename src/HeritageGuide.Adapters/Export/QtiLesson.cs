using System.Xml.Linq;
using HeritageGuide.Core.Languages;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Export;

/// <summary>IMS QTI 2.1 content package: one assessmentItem an item, a test, a manifest with its licence.</summary>
internal static class QtiLesson
{
    private static readonly XNamespace Qti = "http://www.imsglobal.org/xsd/imsqti_v2p1";
    private static readonly XNamespace Package = "http://www.imsglobal.org/xsd/imscp_v1p1";
    private static readonly XNamespace Lom = "http://www.imsglobal.org/xsd/imsmd_v1p2";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    public static byte[] Write(Lesson lesson)
    {
        var phrases = LessonPhrases.In(LanguageTag.Parse(lesson.Language));
        var items = lesson.Quiz.Concat(lesson.Worksheet).Select((item, i) => (Id: $"item{i + 1:000}", Item: item)).ToList();
        return ZipWriter.Pack(
        [
            ("imsmanifest.xml", XmlFile.Bytes(Manifest(lesson, items, phrases))),
            ("test.xml", XmlFile.Bytes(Test(lesson, items))),
            .. items.Select(i => ($"items/{i.Id}.xml", XmlFile.Bytes(QtiItem.Of(Qti, Xsi, lesson, i.Id, i.Item, phrases)))),
        ]);
    }

    private static XElement Test(Lesson lesson, List<(string Id, LessonItem Item)> items) => new(Qti + "assessmentTest",
        new XAttribute("identifier", "test"), new XAttribute("title", lesson.Title),
        new XElement(Qti + "testPart", new XAttribute("identifier", "part"), new XAttribute("navigationMode", "nonlinear"), new XAttribute("submissionMode", "individual"),
            new XElement(Qti + "assessmentSection", new XAttribute("identifier", "section"), new XAttribute("title", lesson.Title), new XAttribute("visible", "true"),
                items.Select(i => new XElement(Qti + "assessmentItemRef", new XAttribute("identifier", i.Id), new XAttribute("href", $"items/{i.Id}.xml"))))));

    private static XElement Manifest(Lesson lesson, List<(string Id, LessonItem Item)> items, LessonPhrases phrases) => new(Package + "manifest",
        new XAttribute("identifier", "heritageguide"),
        new XElement(Package + "metadata",
            new XElement(Package + "schema", "QTIv2.1 Package"), new XElement(Package + "schemaversion", "1.0.0"),
            new XElement(Lom + "lom",
                new XElement(Lom + "general", Text("title", lesson.Title, lesson), new XElement(Lom + "language", lesson.Language)),
                new XElement(Lom + "rights", Text("description", phrases["note.licence"], lesson)))),
        new XElement(Package + "organizations"),
        new XElement(Package + "resources",
            Resource("test", "imsqti_test_xmlv2p1", "test.xml", items.Select(i => i.Id)),
            items.Select(i => Resource(i.Id, "imsqti_item_xmlv2p1", $"items/{i.Id}.xml", []))));

    private static XElement Text(string name, string text, Lesson lesson) =>
        new(Lom + name, new XElement(Lom + "langstring", new XAttribute(XNamespace.Xml + "lang", lesson.Language), text));

    private static XElement Resource(string id, string type, string file, IEnumerable<string> needs) => new(Package + "resource",
        new XAttribute("identifier", id), new XAttribute("type", type), new XAttribute("href", file), new XElement(Package + "file", new XAttribute("href", file)),
        needs.Select(n => new XElement(Package + "dependency", new XAttribute("identifierref", n))));
}
