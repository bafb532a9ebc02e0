package ganglion.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '"', textBlock = """
            plain words, 3 < 4 & 5      ! plain words, 3 &lt; 4 & 5
            <script>                    ! &lt;script>
            fan_out of _this_ *that*    ! fan_out of \\_this\\_ \\*that\\*
            [a](b) | `c` ~~d~~ \\       ! \\[a\\](b) \\| \\`c\\` \\~~d\\~~ \\\\
            &lt;b&#62; AT&T             ! &amp;lt;b&amp;#62; AT&T
            """)
    void textIsShownLetterByLetter(String text, String markdown) {
        assertEquals(markdown, Markdown.inline(text));
    }

    @Test
    void markdownOfAStrangerHasNoRawHtml() {
        assertEquals(
                "*a* &lt;b> &lt;/b> &lt;!-- c 3 < 4 <https://example.org>",
                Markdown.withoutHtml("*a* <b> </b> <!-- c 3 < 4 <https://example.org>\n"));
    }

    @Test
    void nothingIsHidden() {
        assertEquals("a\uFFFDb\uFFFD[31m", Markdown.withoutHtml("a\u202Eb\u001B[31m"));
    }

    /** A character reference opens nothing (CommonMark 0.31, section 2.5), whatever stands before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[i](http://other/x.png)",
                "[i](//other/x.png)",
                "[x][y]\n\n[y]: http://other/x.png",
                "[y]\n\n[y]: http://other/x.png",
                "[a\\]b](http://other/x.png)"
            })
    void noImageIsLoaded(String link) {
        assertEquals("&#33;" + link, Markdown.withoutHtml("!" + link));
        assertEquals("!&#33;" + link, Markdown.withoutHtml("!!" + link));
        assertEquals("\\&#33;" + link, Markdown.withoutHtml("\\!" + link));
        assertEquals("fine! " + link, Markdown.withoutHtml("fine! " + link));
    }

    /** Nor is a link to an address that is written in another way than the web's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(javascript:alert(1))",
                "(JavaScript:alert(1))",
                "( javascript:alert(1))",
                "(\njavascript:alert(1))",
                "(<java\tscript:alert(1)>)",
                "(<j avascript:alert(1)>)",
                "(javascript&#58;alert(1))",
                "(javascript&colon;alert(1))",
                "(javascript\\:alert(1))",
                "(data:text/html;base64,PHN2Zz4)",
                "(vbscript:x)",
                "(file:///etc/passwd)",
                "(&#104;ttps://other/x.png)",
                "(\\/\\/other/x.png)"
            })
    void aLinkLeadsToTheWebOrToAFile(String destination) {
        String rest = destination.substring(1).replace("<j", "&lt;j");
        assertEquals("[a]&#40;" + rest, Markdown.withoutHtml("[a](" + destination.substring(1)));
        assertEquals("&#33;[a]&#40;" + rest, Markdown.withoutHtml("![a](" + destination.substring(1)));
    }

    @Test
    void aDefinitionOfALinkIsLeftAsTextLikewise() {
        assertEquals("[a]\n\n[a]&#58; javascript:alert(1)", Markdown.withoutHtml("[a]\n\n[a]: javascript:alert(1)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](https://example.org/x?y=a:b&c)",
                "[a](HTTP://example.org)",
                "[a](../other/page.md#part:2)",
                "[a](page.md \"title: of it\")",
                "[a](#part)",
                "[a]: <other page.md>",
                "f[a] (see: b)"
            })
    void otherLinksStay(String link) {
        assertEquals(link, Markdown.withoutHtml(link).replace("&lt;", "<"));
    }
}
