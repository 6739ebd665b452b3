namespace HeritageGuide.Browser.Tests;

/// <summary>A screen reader changes its voice by <c>lang</c>: every fragment in another language than its page's says so.</summary>
[Collection("visitor")]
public sealed class LanguageTests(Visitor visitor)
{
    public static TheoryData<string> Kinds => [.. Visitor.Kinds];

    // Texts of four words and more, by their letters; what stands in brackets names sources. Vietnamese names stand in every language's text, so only words in small letters tell a Vietnamese sentence.
    private const string Misspoken = """
        () => {
          const marked = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i, wrong = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node; (node = walk.nextNode());) {
            const text = node.data.trim(), words = text.match(/[\p{L}\p{M}]+/gu) ?? [], at = node.parentElement;
            if (words.length < 4 || at.closest('script, style') || text.startsWith('https://')) continue;
            const lang = at.closest('[lang]').getAttribute('lang').slice(0, 2), small = list => list.filter(w => w[0] === w[0].toLowerCase()), bare = text.replace(/\(.*\)/s, '').match(/[\p{L}\p{M}]+/gu) ?? [];
            const share = list => list.filter(w => marked.test(w)).length / list.length;
            const script = /\p{Script=Hangul}/u.test(text) ? 'ko' : /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja' : /\p{Script=Khmer}/u.test(text) ? 'km' : /\p{Script=Han}/u.test(text) ? 'zh'
              : [words, bare].every(list => small(list).length > 3 && share(small(list)) > 0.6) ? 'vi' : share(words) < 0.15 ? 'latin' : 'mixed';
            if (script === 'mixed' || script === lang || (script === 'latin' && (lang === 'en' || lang === 'fr'))) continue;
            wrong.push(`${lang}: ${text.slice(0, 90)}`);
          }
          return wrong;
        }
        """;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_fragment_in_another_language_says_so(string kind)
    {
        foreach (var lang in (string[])["vi", "en", "ko", "km"])
        {
            var page = await visitor.PageAsync();
            await visitor.OpenAsync(page, kind, lang);

            (await page.EvaluateAsync<string[]>(Misspoken)).ShouldBeEmpty($"{kind} {lang}");
        }
    }

    [Theory]
    [InlineData("vi", "be-vietnam-pro-400.woff2", "noto-sans-khmer")]
    [InlineData("km", "noto-sans-khmer-400.woff2", "be-vietnam")]
    [InlineData("ko", "", "/fonts/")]
    public async Task A_page_fetches_the_letters_of_its_own_language_only(string lang, string wanted, string unwanted)
    {
        var page = await visitor.PageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await visitor.OpenAsync(page, "stop", lang);

        asked.ShouldContain(url => url.Contains(wanted, StringComparison.Ordinal));
        asked.ShouldNotContain(url => url.Contains(unwanted, StringComparison.Ordinal));
    }
}
