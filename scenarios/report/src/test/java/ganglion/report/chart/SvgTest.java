package ganglion.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SvgTest {

    private static final String HOSTILE = "</text><script>alert('x')</script>\" onload=\"%s";

    @Test
    void doublesArePixelsAndEverythingElseIsText() {
        Svg svg = new Svg("width='%s'", 12);
        svg.add("rect x='%s' y='%s' fill='%s'", 1.25, 3, "red");

        assertEquals("""
                <svg xmlns="http://www.w3.org/2000/svg" width="12">
                <rect x="1.3" y="3" fill="red"/>
                </svg>
                """, svg.markup());
    }

    @Test
    void hostileTextStaysTextEverywhere() {
        Svg svg = Svg.chart(10, 10, HOSTILE);
        svg.addText(1, 2, "start", HOSTILE);
        svg.addDot(1, 2, 3, HOSTILE, "", HOSTILE);
        svg.add("path d='%s'", HOSTILE);

        String markup = svg.markup();

        assertFalse(markup.contains("<script>"), markup);
        assertFalse(markup.contains("\" onload"), markup);
        assertEquals(5, markup.split("&lt;script&gt;", -1).length - 1, markup);
        assertTrue(markup.contains("onload=&quot;%s"), "a text is no template");
    }

    @Test
    void aChartNamesItselfForThoseWhoDoNotSeeIt() {
        String markup = Svg.chart(20, 10, "loss").markup();

        assertTrue(markup.contains("viewBox=\"0 0 20 10\" width=\"20\" height=\"10\""), markup);
        assertTrue(markup.contains("role=\"img\" aria-label=\"loss\""), markup);
    }
}
