using System.Xml.Linq;
using HeritageGuide.Core.Lessons;

namespace HeritageGuide.Adapters.Export;

/// <summary>One QTI 2.1 assessmentItem: interaction, right response, scoring by template, the proof as feedback.</summary>
internal static class QtiItem
{
    private const string Scoring = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct";

    public static XElement Of(XNamespace qti, XNamespace xsi, Lesson lesson, string id, LessonItem item, LessonPhrases phrases)
    {
        XElement El(string name, params object?[] inside) => new(qti + name, inside);
        var (cardinality, type) = item.Kind switch
        {
            ItemKind.MultipleChoice or ItemKind.TrueFalse => ("single", "identifier"),
            ItemKind.Ordering => ("ordered", "identifier"),
            ItemKind.Matching => ("multiple", "directedPair"),
            _ => ("single", "string"),
        };
        var open = item.Kind is ItemKind.ShortAnswer or ItemKind.SourceWork;
        return El("assessmentItem",
            new XAttribute(XNamespace.Xmlns + "xsi", xsi.NamespaceName),
            new XAttribute(xsi + "schemaLocation", $"{qti} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"),
            new XAttribute("identifier", id), new XAttribute("title", item.About), new XAttribute("adaptive", "false"), new XAttribute("timeDependent", "false"),
            El("responseDeclaration", new XAttribute("identifier", "RESPONSE"), new XAttribute("cardinality", cardinality), new XAttribute("baseType", type),
                open ? null : El("correctResponse", Right(item).Select(v => El("value", v)))),
            El("outcomeDeclaration", new XAttribute("identifier", "SCORE"), new XAttribute("cardinality", "single"), new XAttribute("baseType", "float")),
            El("outcomeDeclaration", new XAttribute("identifier", "FEEDBACK"), new XAttribute("cardinality", "single"), new XAttribute("baseType", "identifier"),
                El("defaultValue", El("value", "proof"))),
            El("itemBody", El("p", item.About), Body(El, item, phrases)),
            open ? null : El("responseProcessing", new XAttribute("template", Scoring)),
            El("modalFeedback", new XAttribute("outcomeIdentifier", "FEEDBACK"), new XAttribute("identifier", "proof"), new XAttribute("showHide", "show"), LessonSheet.Proof(lesson, item, phrases)));
    }

    private static IEnumerable<string> Right(LessonItem item) => item.Kind switch
    {
        ItemKind.MultipleChoice => [$"o{item.Options.ToList().IndexOf(item.Key[0])}"],
        ItemKind.TrueFalse => [item.Key[0]],
        ItemKind.Ordering => item.Key.Select(k => $"o{item.Options.ToList().IndexOf(k)}"),
        ItemKind.Matching => item.Pairs.Select((p, n) => $"l{item.Options.ToList().IndexOf(p.Left)} r{n}"),
        _ => [item.Key[0]],
    };

    private static IEnumerable<XElement> Body(Func<string, object?[], XElement> el, LessonItem item, LessonPhrases phrases)
    {
        XElement El(string name, params object?[] inside) => el(name, inside);
        var response = new XAttribute("responseIdentifier", "RESPONSE");
        XElement Choice(string id, string text) => El("simpleChoice", new XAttribute("identifier", id), text);
        return item.Kind switch
        {
            ItemKind.MultipleChoice => [El("choiceInteraction", response, new XAttribute("shuffle", "true"), new XAttribute("maxChoices", 1), El("prompt", item.Stem), item.Options.Select((o, n) => Choice($"o{n}", o)))],
            ItemKind.TrueFalse => [El("choiceInteraction", response, new XAttribute("shuffle", "false"), new XAttribute("maxChoices", 1), El("prompt", item.Stem), Choice("true", phrases["answer.true"]), Choice("false", phrases["answer.false"]))],
            ItemKind.Ordering => [El("orderInteraction", response, new XAttribute("shuffle", "true"), El("prompt", item.Stem), item.Options.Select((o, n) => Choice($"o{n}", o)))],
            ItemKind.Matching =>
            [
                El("matchInteraction", response, new XAttribute("shuffle", "true"), new XAttribute("maxAssociations", item.Pairs.Count), El("prompt", item.Stem),
                    El("simpleMatchSet", item.Options.Select((o, n) => El("simpleAssociableChoice", new XAttribute("identifier", $"l{n}"), new XAttribute("matchMax", 1), o))),
                    El("simpleMatchSet", item.Pairs.Select((p, n) => El("simpleAssociableChoice", new XAttribute("identifier", $"r{n}"), new XAttribute("matchMax", 1), p.Right)))),
            ],
            ItemKind.GapFill => [El("p", item.Stem + " ", El("textEntryInteraction", response, new XAttribute("expectedLength", 20)))],
            _ => [.. item.Options.Select(o => El("p", o)), El("extendedTextInteraction", response, new XAttribute("expectedLines", 5), El("prompt", item.Stem))],
        };
    }
}
