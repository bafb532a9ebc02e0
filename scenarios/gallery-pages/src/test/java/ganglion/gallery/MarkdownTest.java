package ganglion.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void markdownHasNoRawHtml() {
        assertEquals(
                "*a* &lt;b> &lt;/b> &lt;!-- c 3 < 4 <https://example.org>",
                Markdown.withoutHtml("*a* <b> </b> <!-- c 3 < 4 <https://example.org>\n"));
    }

    @Test
    void nothingIsHidden() {
        assertEquals("a\uFFFDb\uFFFD[31m", Markdown.withoutHtml("a\u202Eb\u001B[31m"));
    }
}
