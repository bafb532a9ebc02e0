package ganglion.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.output.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    private static final String HOSTILE = "</script><!--<script>alert('&\"')</script> @style@ $1 \\";

    @Test
    void keepsHostileTextWithinItsBlock() throws Exception {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("text", HOSTILE);

        String page = ReportPage.of(HOSTILE, result, JsonNodeFactory.instance.objectNode());

        assertEquals(2, count(page, "</script>"), "the data block and the script end, and nothing else does");
        JsonNode data = new ObjectMapper().readTree(between(page, "id=\"ganglion-data\">", "</script>"));
        assertEquals(HOSTILE, data.at("/result/text").asText());
        assertTrue(page.contains("<title>&lt;/script&gt;&lt;!--&lt;script&gt;alert(&#39;&amp;&quot;&#39;)"));
    }

    @Test
    void letsTheBrowserRunOurScriptOnlyAndLoadNothing() {
        String page = page();
        String policy = between(page, "Content-Security-Policy\" content=\"", "\"");

        assertTrue(policy.startsWith("default-src 'none'; script-src 'sha256-"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertTrue(policy.contains("script-src " + hash(between(page, "<script>", "</script>")) + ";"), policy);
        assertTrue(policy.contains("style-src " + hash(between(page, "<style>", "</style>")) + ";"), policy);
    }

    @Test
    void namesNoOtherFileToLoad() {
        String page = page();

        assertFalse(Pattern.compile("<link|<script[^>]+src=|@import|url\\(")
                .matcher(page)
                .find());
        // The name of SVG; nothing is loaded from there.
        Matcher addresses = Pattern.compile("https?://[^\\s)\"']+").matcher(page);
        List<String> found =
                addresses.results().map(match -> match.group()).distinct().toList();
        assertEquals(List.of("http://www.w3.org/2000/svg"), found);
    }

    @Test
    void leavesNoPlaceUnfilled() {
        assertFalse(Pattern.compile("@(title|data|script|style|scriptHash|styleHash)@")
                .matcher(page())
                .find());
    }

    private static String page() {
        return ReportPage.of("title", JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode());
    }

    private static String hash(String content) {
        byte[] digest = Checksum.sha256().digest(content.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }
}
