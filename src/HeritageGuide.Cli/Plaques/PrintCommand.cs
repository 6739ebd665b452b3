using System.CommandLine;
using System.Text.Json;
using HeritageGuide.Adapters.Media;
using HeritageGuide.Adapters.Plaques;
using HeritageGuide.Core.Dossiers;
using HeritageGuide.Core.Guide;
using HeritageGuide.Core.Languages;

namespace HeritageGuide.Cli.Plaques;

/// <summary><c>heritage plaques print</c>: sheets for the printer, drawings for the engraver, bytes for the NFC tag.</summary>
internal static class PrintCommand
{
    public static Command Make()
    {
        var codes = new Argument<string[]>("code") { Arity = ArgumentArity.ZeroOrMore, Description = "Codes; every active plaque by default." };
        var tour = new Option<string?>("--tour") { Description = "All plaques of this tour, in its order." };
        var lang = new Option<string>("--lang") { DefaultValueFactory = _ => "vi", Description = "First language." };
        var second = new Option<string>("--second") { DefaultValueFactory = _ => "en", Description = "Second language." };
        var size = new Option<string>("--size") { DefaultValueFactory = _ => "a4", Description = $"Of {string.Join(", ", SheetSize.All.Select(s => s.Name))}." };
        var forms = new Option<string>("--forms") { DefaultValueFactory = _ => "pdf,svg", Description = "pdf (one file), svg (a file a plaque)." };
        var nfc = new Option<bool>("--nfc") { Description = "Also write what an NFC tag holds (a .ndef file a plaque) and print it in hexadecimal." };
        var output = new Option<string>("--out") { DefaultValueFactory = _ => ".", Description = "Folder to write into." };
        var command = new Command("print", "Write plaques as PDF and SVG, and the bytes of their NFC tags.") { codes, tour, lang, second, size, forms, nfc, output };
        command.SetAction(async (parse, cancel) =>
        {
            var library = PlaquesCommand.ReadLibrary();
            var sheetSizes = parse.GetValue(size)!.Split(',').Select(s => SheetSize.Find(s) ?? throw new CliException($"There is no size '{s}': a4, a6 or label.")).ToList();
            var named = parse.GetValue(codes)!;
            var plaques = PlaquesCommand.Choose(library, named, parse.GetValue(tour));
            if (named.Length > 0 && plaques.FirstOrDefault(p => p.State == PlaqueState.Retired) is { } retired)
            {
                throw new CliException($"{retired.Code} is retired: restore it before you print it.");
            }

            plaques = [.. plaques.Where(p => p.State == PlaqueState.Active && library.Stop(p.Stop) is not null)];
            LanguageTag[] languages = [CliLanguage.Parse(parse.GetValue(lang)!), CliLanguage.Parse(parse.GetValue(second)!)];
            var sheets = plaques.Select(p => Sheet(library, p, languages)).ToList();
            var folder = Directory.CreateDirectory(parse.GetValue(output)!).FullName;
            foreach (var sheetSize in sheetSizes)
            {
                await WriteAsync([.. sheets.Select(s => new PlaqueLayout(s, sheetSize))], sheetSize, parse.GetValue(forms)!.Split(','), folder, cancel);
            }

            if (parse.GetValue(nfc))
            {
                await WriteTagsAsync(plaques, folder, cancel);
            }

            Console.WriteLine($"{plaques.Count} plaques in {languages[0]} and {languages[1]}");
            return plaques.Count > 0 ? 0 : 1;
        });
        return command;
    }

    private static PlaqueSheet Sheet(Library library, Plaque plaque, LanguageTag[] languages)
    {
        var stop = library.Stop(plaque.Stop)!;
        var url = PlaquesCommand.Options.PublicUrl;
        // A title that is not told in the second language would stand twice in the same words.
        var titles = languages.Select(l => stop.Title.InWithLanguage(l)).DistinctBy(t => t.Language).Select(t => new SheetText(t.Text, LanguageTag.Parse(t.Language).Bcp47)).ToList();
        return new PlaqueSheet(
            plaque.Code, QrCode.Address(url, plaque.Code), titles, [.. languages.Distinct().Select(l => new SheetText(Word(l, "plaque.scan"), l.Bcp47))],
            new SheetText(Word(languages[0], "plaque.type").Replace("{0}", PlaqueSheet.TypedAddress(url, plaque.Code), StringComparison.Ordinal), languages[0].Bcp47));
    }

    private static async Task WriteAsync(IReadOnlyList<PlaqueLayout> layouts, SheetSize size, string[] forms, string folder, CancellationToken cancel)
    {
        foreach (var form in forms.Select(f => f.Trim()))
        {
            switch (form)
            {
                case "pdf" when layouts.All(l => l.Sheet.FitsPdf):
                    var path = Path.Combine(folder, layouts.Count == 1 ? $"plaque-{layouts[0].Sheet.Code}-{size.Name}.pdf" : $"plaques-{size.Name}.pdf");
                    await File.WriteAllBytesAsync(path, PlaquePrint.Pdf(layouts), cancel);
                    Console.WriteLine(path);
                    break;
                case "pdf":
                    throw new CliException("The font inside the PDF writes vi, en and fr. For zh, ko, ja and km use --forms svg, or print the plaque's page from a browser.");
                case "svg":
                    foreach (var layout in layouts)
                    {
                        var drawing = Path.Combine(folder, $"plaque-{layout.Sheet.Code}-{size.Name}.svg");
                        await File.WriteAllTextAsync(drawing, PlaquePrint.Svg(layout), cancel);
                        Console.WriteLine(drawing);
                    }

                    break;
                default:
                    throw new CliException($"There is no form '{form}': pdf or svg.");
            }
        }
    }

    private static async Task WriteTagsAsync(IReadOnlyList<Plaque> plaques, string folder, CancellationToken cancel)
    {
        foreach (var plaque in plaques)
        {
            var address = QrCode.TagAddress(PlaquesCommand.Options.PublicUrl, plaque.Code);
            var message = NdefUri.Message(address);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"plaque-{plaque.Code}.ndef"), message, cancel);
            Console.WriteLine($"{plaque.Code} {address} {Convert.ToHexString(message)}{(message.Length > NdefUri.SmallTagBytes ? " (too long for NTAG213: take NTAG215)" : "")}");
        }
    }

    // The same words as on the plaque's page: the interface's own files lie beside the program.
    private static string Word(LanguageTag language, string key)
    {
        using var words = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Strings", language.Code + ".json")));
        return words.RootElement.GetProperty(key).GetString()!;
    }
}
