package ganglion.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.report.page.LinePlot.Mark;
import ganglion.report.page.LinePlot.Series;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LinePlotTest {

    private static LinePlot plot(Series... series) {
        return new LinePlot("loss <nats>", "epoch", List.of(series));
    }

    private static List<String> labels(String svg, String anchor) {
        return Pattern.compile("text-anchor=\"" + anchor + "\">([^<]*)<")
                .matcher(svg)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void axesAreMarkedWithRoundNumbers() {
        String svg = plot(new Series("", List.of(new Mark(1, 0.83, 0), new Mark(20, 0.11, 0))))
                .svg()
                .orElseThrow();

        assertEquals(List.of("0", "0.2", "0.4", "0.6", "0.8"), labels(svg, "end"));
        assertEquals(List.of("epoch", "2", "4", "6", "8", "10", "12", "14", "16", "18", "20"), labels(svg, "middle"));
    }

    @Test
    void eachSeriesHasItsColourAndItsNameEscaped() {
        List<Mark> marks = List.of(new Mark(0, 0, 0), new Mark(1, 1, 0));

        String svg =
                plot(new Series("a & b", marks), new Series("c", marks)).svg().orElseThrow();

        assertTrue(svg.contains(">a &amp; b<"), svg);
        assertTrue(svg.contains("loss &lt;nats&gt;"), svg);
        assertTrue(svg.contains("stroke=\"#0072b2\"") && svg.contains("stroke=\"#d55e00\""), svg);
    }

    @Test
    void aDeviationIsABar() {
        Series with = new Series("", List.of(new Mark(0, 1, 0.5), new Mark(1, 2, 0)));

        String svg = plot(with).svg().orElseThrow();

        assertEquals(3, Pattern.compile("<line ").matcher(svg).results().count(), "two axes and a bar");
    }

    @Test
    void whatDoesNotVaryIsNotDrawn() {
        assertFalse(plot().svg().isPresent());
        assertFalse(plot(new Series("", List.of(new Mark(0, 1, 0), new Mark(1, 1, 0))))
                .svg()
                .isPresent());
    }
}
