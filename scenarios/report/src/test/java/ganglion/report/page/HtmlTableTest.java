package ganglion.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTableTest {

    @Test
    void alignsNumbersAndTakesTheFirstCellForTheHeadingOfItsRow() {
        HtmlTable table = new HtmlTable().texts("chip").numbers("energy");
        table.row(List.of("loihi", "3 nJ"));
        table.markupRow("failed", List.of("<b>x</b>", "-"));

        assertEquals("""
                <div class="scroller"><table>
                <thead><tr><th scope="col">chip</th><th scope="col" class="number">energy</th></tr></thead>
                <tbody>
                <tr><th scope="row">loihi</th><td class="number">3 nJ</td></tr>
                <tr class="failed"><th scope="row"><b>x</b></th><td class="number">-</td></tr>
                </tbody>
                </table></div>
                """, table.markup());
    }

    @Test
    void hostileTitlesAndCellsStayText() {
        HtmlTable table = new HtmlTable().texts("<script>").numbers("\"&'");
        table.row(List.of("<img src=x onerror=alert(1)>", "</table>"));

        String markup = table.markup();

        assertFalse(markup.contains("<script>") || markup.contains("<img"), markup);
        assertEquals(1, markup.split("</table>", -1).length - 1, markup);
        assertTrue(markup.contains("&quot;&amp;&#39;"), markup);
    }

    @Test
    void aPageLetsNothingForeignRunOrLoad() {
        String page = new Page("a <b>").card("c", "<p>text</p>").markup("");

        assertTrue(page.contains("content=\"default-src 'none'; script-src 'sha256-"), page);
        assertTrue(page.contains("<title>a &lt;b&gt;</title>"), page);
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        assertTrue(page.contains("style-src " + Html.policyHash(style) + ";"), "the style that the policy allows");
        String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
        assertTrue(page.contains("script-src " + Html.policyHash(script) + ";"), "the script that it allows");
        assertEquals(1, page.split("<script", -1).length - 1, "no other");
    }
}
