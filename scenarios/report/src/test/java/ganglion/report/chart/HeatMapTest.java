package ganglion.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.report.chart.HeatMap.Cell;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeatMapTest {

    private static Cell cell(double value, boolean failed) {
        return new Cell(OptionalDouble.of(value), failed, "<" + value + ">");
    }

    private static final HeatMap MAP = new HeatMap(
            "rate <b>",
            Axis.ofNumbers("", Axis.Range.TIGHT),
            "weight",
            List.of("1", "2"),
            "drive",
            List.of("low", "high"),
            List.of(
                    List.of(cell(0.5, false), cell(1.5, true)),
                    List.of(cell(2.5, false), new Cell(OptionalDouble.empty(), false, ""))));

    private static List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(MAP.figure())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void shadesGoFromTheLowestValueToTheHighest() {
        assertEquals(List.of("0.080", "0.540", "1.000"), all("fill-opacity=\"([0-9.]+)\""));
    }

    @Test
    void theFirstRowIsAtTheBottomAndEachCellSaysItsValue() {
        assertEquals(
                List.of("1", "2", "weight", "-", "0.5", "1.5", "2.5").stream()
                        .sorted()
                        .toList(),
                all("text-anchor=\"middle\"[^>]*>([^<]*)<").stream().sorted().toList());
        List<String> heights = all("<rect x=\"[0-9.]+\" y=\"([0-9.]+)\"[^>]*fill-opacity");
        assertTrue(Double.parseDouble(heights.get(0)) > Double.parseDouble(heights.get(2)), heights::toString);
    }

    @Test
    void cellsAreAsWideAsTheirValues() {
        List<String> columns =
                IntStream.range(0, 24).mapToObj(Integer::toString).toList();
        List<Cell> cells = IntStream.range(0, 24)
                .mapToObj(i -> cell(10.4e-3 + i * 1e-8, false))
                .toList();
        String svg = new HeatMap(
                        "energy",
                        Axis.of("", Dimension.ENERGY, Axis.Range.TIGHT),
                        "weight",
                        columns,
                        "drive",
                        List.of("low"),
                        List.of(cells))
                .svg();

        assertTrue(svg.contains(">10.4001 mJ<"), svg);
        double width = Double.parseDouble(svg.replaceFirst("(?s).*<rect [^>]*width=\"([0-9.]+)\".*", "$1"));
        assertTrue(width >= 7 * "10.4001 mJ".length(), svg);
    }

    @Test
    void onlyWhereSomethingFailsIsAFrame() {
        assertEquals(1, all("(fill=\"none\" stroke=\"#d55e00\")").size());
    }

    @Test
    void hostileTextStaysText() {
        assertTrue(MAP.figure().contains("rate &lt;b&gt;"), MAP.figure());
        assertTrue(MAP.figure().contains("<title>&lt;0.5&gt;</title></rect>"), MAP.figure());
    }
}
