package ganglion.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.report.chart.AgreementChart.Dot;
import ganglion.report.chart.AgreementChart.Kind;
import ganglion.report.chart.AgreementChart.Row;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AgreementChartTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    private static List<MatchResult> found(String pattern, String svg) {
        return Pattern.compile(pattern).matcher(svg).results().toList();
    }

    private static Dot dot(double measured, double estimate, OptionalDouble factor) {
        return new Dot(Dimension.ENERGY, measured, estimate, factor, Kind.INSIDE, "a <hint>");
    }

    /** Values from 1 to 100 J: the axis goes from 0.5 to 200 J over 230 pixels, 88.4 pixels a decade. */
    @Test
    void equalRatiosAreEquallyFarApart() {
        String svg = new AgreementChart(
                        List.of(new Row("a", NONE, List.of(dot(1, 1, NONE), dot(10, 10, NONE), dot(100, 100, NONE)))),
                        1.25)
                .svg();

        List<MatchResult> dots = found("cx=\"([0-9.]+)\" cy=\"([0-9.]+)\" r=\"3\"", svg);
        double[] across = dots.stream()
                .limit(3)
                .mapToDouble(dot -> Double.parseDouble(dot.group(1)))
                .toArray();
        assertEquals(88.4, across[1] - across[0], 0.11);
        assertEquals(88.4, across[2] - across[1], 0.11);
        double below = Double.parseDouble(dots.get(0).group(2))
                - Double.parseDouble(dots.get(2).group(2));
        assertEquals(across[2] - across[0], below, 0.11);
        assertTrue(svg.contains("a &lt;hint&gt;"), svg);
    }

    @Test
    void anIntervalIsABarAndEachDimensionAPanel() {
        Dot time = new Dot(Dimension.TIME, 1, 2, NONE, Kind.FIT, "");
        Row row = new Row("device", OptionalDouble.of(2), List.of(dot(1, 1, OptionalDouble.of(2)), time));

        String svg = new AgreementChart(List.of(row), 1.25).svg();

        assertEquals(2, found("<polygon class=\"band\"", svg).size());
        assertTrue(svg.contains(">estimate, energy<") && svg.contains(">estimate, time<"), svg);
        assertEquals(1, found("<line [^>]*stroke=\"#0072b2\"", svg).size());
        assertTrue(svg.contains(">device<"), svg);
    }

    @Test
    void aRatioTooFarOffIsDrawnAtTheEdge() {
        String svg = new AgreementChart(List.of(new Row("a", NONE, List.of(dot(1000, 1, NONE)))), 1.25).svg();

        List<MatchResult> dots = found("cx=\"([0-9.]+)\" cy=\"[0-9.]+\" r=\"3\"", svg);
        assertEquals("160.0", dots.get(1).group(1), "the left edge of the ratios");
    }
}
