using System.Text.RegularExpressions;
using System.Text.Unicode;
using HandlebarsDotNet;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace HeritageGuide.Adapters.OpenAi;

/// <summary>
/// A prompt in Semantic Kernel's YAML format with a Handlebars template. Every value is encoded when it is put in, so that no dossier and no
/// visitor can open a message of their own.
/// </summary>
public sealed partial class PromptFile
{
    private static readonly System.Text.Encodings.Web.HtmlEncoder Encoder = System.Text.Encodings.Web.HtmlEncoder.Create(UnicodeRanges.All);
    private readonly HandlebarsTemplate<object, object> _template;

    private PromptFile(Definition definition, string path)
    {
        Source = definition;
        if (definition.TemplateFormat != "handlebars")
        {
            throw new InvalidDataException($"{path}: template_format must be handlebars.");
        }

        var handlebars = Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new Encoded(), ThrowOnUnresolvedBindingExpression = true });
        _template = handlebars.Compile(definition.Template);
    }

    /// <summary>What the file says.</summary>
    public Definition Source { get; }

    /// <summary>One message of the chat.</summary>
    public sealed record Message(string Role, string Text);

    /// <summary>The file's keys.</summary>
    public sealed record Definition
    {
        public string Name { get; set; } = "";
        public string Description { get; set; } = "";
        public string TemplateFormat { get; set; } = "";
        public string Template { get; set; } = "";
        public List<InputVariable> InputVariables { get; set; } = [];
        public Dictionary<string, Dictionary<string, string>> ExecutionSettings { get; set; } = [];
    }

    /// <summary>A variable that the template takes.</summary>
    public sealed record InputVariable
    {
        public string Name { get; set; } = "";
        public string Description { get; set; } = "";
        public bool IsRequired { get; set; }
    }

    public static PromptFile Load(string path)
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build();
        return new PromptFile(yaml.Deserialize<Definition>(File.ReadAllText(path)), path);
    }

    /// <summary>The messages with the values in their places.</summary>
    public IReadOnlyList<Message> Render(IReadOnlyDictionary<string, object> values)
    {
        if (Source.InputVariables.FirstOrDefault(v => v.IsRequired && !values.ContainsKey(v.Name)) is { } missing)
        {
            throw new ArgumentException($"prompt {Source.Name} needs a value for '{missing.Name}'");
        }

        var text = _template(values);
        return [.. MessageElement().Matches(text).Select(m => new Message(m.Groups["role"].Value, System.Net.WebUtility.HtmlDecode(m.Groups["text"].Value).Trim()))];
    }

    [GeneratedRegex(@"<message role=""(?<role>system|user|assistant)"">(?<text>.*?)</message>", RegexOptions.Singleline)]
    private static partial Regex MessageElement();

    private sealed class Encoded : ITextEncoder
    {
        public void Encode(System.Text.StringBuilder? text, TextWriter target) => target.Write(Encoder.Encode(text?.ToString() ?? ""));

        public void Encode(string? text, TextWriter target) => target.Write(Encoder.Encode(text ?? ""));

        public void Encode<T>(T? text, TextWriter target)
            where T : IEnumerator<char>
        {
            var all = new System.Text.StringBuilder();
            while (text is not null && text.MoveNext())
            {
                all.Append(text.Current);
            }

            target.Write(Encoder.Encode(all.ToString()));
        }
    }
}
