using System.Xml.Linq;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Export;

/// <summary>A quiz in the profile of QTI 1.2 that Common Cartridge 1.1 takes: choices, true or false, gaps, essays.</summary>
internal static class Qti12Quiz
{
    private static readonly XNamespace Q = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2";

    public static XElement Of(Lesson lesson, LessonPhrases phrases) => new(Q + "questestinterop",
        new XElement(Q + "assessment", new XAttribute("ident", "quiz"), new XAttribute("title", lesson.Title),
            new XElement(Q + "qtimetadata", Field("cc_profile", "cc.exam.v0p1"), Field("qmd_assessmenttype", "Examination")),
            new XElement(Q + "section", new XAttribute("ident", "root_section"),
                lesson.Quiz.Concat(lesson.Worksheet).Select((item, i) => Item(lesson, item, $"q{i + 1}", phrases)))));

    private static XElement Item(Lesson lesson, LessonItem item, string id, LessonPhrases phrases)
    {
        var text = item.Kind switch
        {
            ItemKind.Ordering or ItemKind.SourceWork => $"{item.About}. {item.Stem} {string.Join(" / ", item.Options.Select((o, n) => $"({n + 1}) {o}"))}",
            ItemKind.Matching => $"{item.About}. {item.Stem} {string.Join(" / ", item.Options.Select((o, n) => $"({n + 1}) {o}"))} — {string.Join(" / ", item.Pairs.Select((p, n) => $"({(char)('a' + n)}) {p.Right}"))}",
            _ => $"{item.About}. {item.Stem}",
        };
        var (profile, options, right) = item.Kind switch
        {
            ItemKind.MultipleChoice => ("cc.multiple_choice.v0p1", item.Options, item.Options.ToList().IndexOf(item.Key[0])),
            ItemKind.TrueFalse => ("cc.true_false.v0p1", (IReadOnlyList<string>)[phrases["answer.true"], phrases["answer.false"]], item.Key[0] == "true" ? 0 : 1),
            ItemKind.GapFill => ("cc.fib.v0p1", [], -1),
            _ => ("cc.essay.v0p1", [], -1),
        };
        return new XElement(Q + "item", new XAttribute("ident", id), new XAttribute("title", item.About),
            new XElement(Q + "itemmetadata", new XElement(Q + "qtimetadata", Field("cc_profile", profile))),
            new XElement(Q + "presentation", Material(text), options.Count > 0 ? Choices(options) : Blank()),
            right >= 0 ? Scoring($"o{right}") : item.Kind == ItemKind.GapFill ? Scoring(item.Key[0]) : new XElement(Q + "resprocessing", Outcomes()),
            new XElement(Q + "itemfeedback", new XAttribute("ident", "general_fb"), new XElement(Q + "flow_mat", Material(LessonSheet.Proof(lesson, item, phrases)))));
    }

    private static XElement Choices(IReadOnlyList<string> options) => new(Q + "response_lid", new XAttribute("ident", "response"), new XAttribute("rcardinality", "Single"),
        new XElement(Q + "render_choice", options.Select((o, n) => new XElement(Q + "response_label", new XAttribute("ident", $"o{n}"), Material(o)))));

    private static XElement Blank() => new(Q + "response_str", new XAttribute("ident", "response"), new XAttribute("rcardinality", "Single"), new XElement(Q + "render_fib", new XAttribute("prompt", "Dashline")));

    private static XElement Scoring(string right) => new(Q + "resprocessing", Outcomes(),
        new XElement(Q + "respcondition", new XAttribute("continue", "No"),
            new XElement(Q + "conditionvar", new XElement(Q + "varequal", new XAttribute("respident", "response"), right)),
            new XElement(Q + "setvar", new XAttribute("action", "Set"), new XAttribute("varname", "SCORE"), 100)));

    private static XElement Outcomes() => new(Q + "outcomes", new XElement(Q + "decvar", new XAttribute("maxvalue", 100), new XAttribute("minvalue", 0), new XAttribute("varname", "SCORE"), new XAttribute("vartype", "Decimal")));

    private static XElement Material(string text) => new(Q + "material", new XElement(Q + "mattext", new XAttribute("texttype", "text/plain"), text));

    private static XElement Field(string label, string entry) => new(Q + "qtimetadatafield", new XElement(Q + "fieldlabel", label), new XElement(Q + "fieldentry", entry));
}
