package ganglion.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.report.chart.LinePlot.Mark;
import ganglion.report.chart.LinePlot.Series;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinePlotTest {

    private static LinePlot plot(Series... series) {
        return new LinePlot(
                "loss <nats>",
                Axis.ofNumbers("epoch", Axis.Range.TIGHT),
                Axis.ofNumbers("", Axis.Range.READABLE),
                List.of(series));
    }

    private static List<String> labels(String svg, String anchor) {
        return Pattern.compile("text-anchor=\"" + anchor + "\">([^<]*)<")
                .matcher(svg)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void aHintStandsInItsDot() {
        String svg = plot(new Series("", List.of(new Mark(0, 0, 0, "a < b"), new Mark(1, 1, 0))))
                .svg();

        assertTrue(svg.contains("<title>a &lt; b</title></circle>"), svg);
    }

    @Test
    void aMarkerIsABrokenLineWithItsName() {
        Series series = new Series("", List.of(new Mark(1, 0, 0), new Mark(3, 1, 0)));
        LinePlot plain = plot(series);
        String svg = new LinePlot(
                        plain.title(),
                        plain.across(),
                        plain.up(),
                        plain.series(),
                        List.of(new LinePlot.Marker(2, "best <one>")))
                .svg();

        assertTrue(svg.contains("best &lt;one&gt;"), svg);
        assertTrue(svg.contains("x1=\"350.0\" y1=\"30.0\" x2=\"350.0\" y2=\"250.0\""), svg);
    }

    @Test
    void axesAreMarkedWithRoundNumbers() {
        String svg = plot(new Series("", List.of(new Mark(1, 0.83, 0), new Mark(20, 0.11, 0))))
                .figure()
                .orElseThrow();

        assertEquals(List.of("0", "0.2", "0.4", "0.6", "0.8"), labels(svg, "end"));
        assertEquals(List.of("epoch", "2", "4", "6", "8", "10", "12", "14", "16", "18", "20"), labels(svg, "middle"));
        assertFalse(svg.contains("break"), "it begins at zero");
    }

    @Test
    void labelsOfManyDigitsHaveRoom() {
        Series close = new Series("", List.of(new Mark(1, 10.4e-3, 0), new Mark(2, 10.40004e-3, 0)));
        String svg = energies(close).figure().orElseThrow();

        List<MatchResult> beside = Pattern.compile("<text x=\"([0-9.]+)\"[^>]*text-anchor=\"end\">([^<]*)<")
                .matcher(svg)
                .results()
                .toList();
        assertTrue(labels(svg, "end").contains("10.40001 mJ"), svg);
        for (MatchResult label : beside) {
            double letters = label.group(2).length() * 7.0;
            assertTrue(Double.parseDouble(label.group(1)) >= letters, label.group());
        }
    }

    @Test
    void aDifferenceOfLessThanAMillionthIsALevelLine() {
        LinePlot plot = energies(new Series("", List.of(new Mark(1, 10.4e-3, 0), new Mark(2, 10.40000001e-3, 0))));

        assertTrue(plot.figure().isEmpty());
        String svg = plot.svg();
        assertEquals(List.of("10.4 mJ"), labels(svg, "end"));
        assertTrue(svg.contains("points=\"80.0,250.0 620.0,250.0\""), svg);
    }

    private static LinePlot energies(Series series) {
        return new LinePlot(
                "energy",
                Axis.ofNumbers("run", Axis.Range.TIGHT),
                Axis.of("", Dimension.ENERGY, Axis.Range.READABLE),
                List.of(series));
    }

    @Test
    void eachSeriesHasItsColourAndItsNameEscaped() {
        List<Mark> marks = List.of(new Mark(0, 0, 0), new Mark(1, 1, 0));

        String svg = plot(new Series("a & b", marks), new Series("c", marks))
                .figure()
                .orElseThrow();

        assertTrue(svg.contains(">a &amp; b<"), svg);
        assertTrue(svg.contains("loss &lt;nats&gt;"), svg);
        assertTrue(svg.contains("stroke=\"#0072b2\"") && svg.contains("stroke=\"#d55e00\""), svg);
    }

    @Test
    void aDeviationIsABar() {
        Series with = new Series("", List.of(new Mark(0, 1, 0.5), new Mark(1, 2, 0)));

        String svg = plot(with).figure().orElseThrow();

        assertEquals(1, Pattern.compile("class=\"bar ").matcher(svg).results().count(), "one bar");
        assertTrue(svg.contains("<line x1=\"80.0\" y1=\"195.0\" x2=\"80.0\" y2=\"85.0\""), svg);
    }

    @Test
    void namesOfLinesThatEndTogetherKeepApart() {
        List<Mark> marks = List.of(new Mark(0, 0, 0), new Mark(1, 1, 0));
        Series[] lines = IntStream.range(0, 8)
                .mapToObj(i -> new Series("line " + i, marks))
                .toArray(Series[]::new);

        String svg = plot(lines).svg();

        double[] heights = Pattern.compile("y=\"([0-9.]+)\" text-anchor=\"start\">line")
                .matcher(svg)
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .sorted()
                .toArray();
        assertEquals(8, heights.length);
        for (int i = 1; i < heights.length; i++) {
            assertTrue(heights[i] - heights[i - 1] >= 14.9, Arrays.toString(heights));
        }
        assertTrue(heights[7] < 300, "inside the drawing");
    }

    @Test
    void aLongNameIsShortened() {
        String svg = plot(new Series("x".repeat(500), List.of(new Mark(0, 0, 0), new Mark(1, 1, 0))))
                .svg();

        assertTrue(svg.contains(">" + "x".repeat(39) + "…</text>"), svg);
        assertTrue(svg.contains("viewBox=\"0 0 940 300\""), svg);
    }

    @Test
    void moreSeriesThanColoursAreNoFigureOfAPage() {
        List<Mark> marks = List.of(new Mark(0, 0, 0), new Mark(1, 1, 0));
        Series[] lines =
                IntStream.range(0, 9).mapToObj(i -> new Series("", marks)).toArray(Series[]::new);

        assertFalse(plot(lines).figure().isPresent());
        assertTrue(plot(Arrays.copyOf(lines, 8)).figure().isPresent());
    }

    @Test
    void whatVariesLittleIsNotDrawnFromZero() {
        String svg = plot(new Series("", List.of(new Mark(0, 100, 0), new Mark(1, 101, 0))))
                .svg();

        assertEquals(
                List.of("100", "100.2", "100.4", "100.6", "100.8"),
                labels(svg, "end").subList(0, 5));
        assertTrue(svg.contains("class=\"axis break\""), "it says so");
    }

    @Test
    void whatDoesNotVaryIsNotDrawn() {
        assertFalse(plot().figure().isPresent());
        assertFalse(plot(new Series("", List.of(new Mark(0, 1, 0), new Mark(1, 1, 0))))
                .figure()
                .isPresent());
    }
}
