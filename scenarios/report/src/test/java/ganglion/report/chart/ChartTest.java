package ganglion.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.report.chart.Chart.Cell;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartTest {

    private static final String HOSTILE = "</svg><script>alert('\"&')</script>";

    private static Axis numbers(String name) {
        return Axis.ofNumbers(name, Axis.Range.TIGHT);
    }

    private static Document parsed(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(svg, e);
        }
    }

    /** The elements of a name that have a class. */
    private static List<Element> parts(String svg, String name, String style) {
        NodeList all = parsed(svg).getElementsByTagName(name);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(part -> (" " + part.getAttribute("class") + " ").contains(" " + style + " "))
                .toList();
    }

    private static List<String> texts(String svg) {
        NodeList all = parsed(svg).getElementsByTagName("text");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> all.item(i).getTextContent())
                .toList();
    }

    /** The x and y of each place that a path moves or leads straight to. */
    private static List<double[]> places(Element path) {
        List<double[]> places = new ArrayList<>();
        Matcher place = Pattern.compile("[ML]([-0-9.]+),([-0-9.]+)").matcher(path.getAttribute("d"));
        while (place.find()) {
            places.add(new double[] {Double.parseDouble(place.group(1)), Double.parseDouble(place.group(2))});
        }
        return places;
    }

    @Test
    void valuesLieWhereTheAxesPutThem() {
        String svg = new Chart("accuracy", numbers("epoch"), Axis.ofNumbers("", Axis.Range.FROM_ZERO))
                .size(100, 50)
                .series("", Look.LINE, new double[] {0, 5, 10}, new double[] {0, 10, 5})
                .svg();

        List<double[]> places = places(parts(svg, "path", "line").get(0));
        assertEquals(50, places.get(1)[0] - places.get(0)[0], 0.11);
        assertEquals(100, places.get(2)[0] - places.get(0)[0], 0.11);
        assertEquals(50, places.get(0)[1] - places.get(1)[1], 0.11);
        assertEquals(25, places.get(0)[1] - places.get(2)[1], 0.11);
        assertTrue(
                texts(svg).containsAll(List.of("accuracy", "epoch", "0", "10")),
                () -> texts(svg).toString());
    }

    @Test
    void aValueThatIsNotANumberInterruptsALine() {
        String svg = new Chart("", numbers(""), numbers(""))
                .series("", Look.LINE, new double[] {0, 1, 2, 3}, new double[] {1, Double.NaN, 2, 3})
                .svg();

        String path = parts(svg, "path", "line").get(0).getAttribute("d");
        assertEquals(2, path.chars().filter(letter -> letter == 'M').count(), path);
        assertEquals(1, path.chars().filter(letter -> letter == 'L').count(), path);
    }

    @Test
    void aStepHoldsUntilTheNextMark() {
        String svg = new Chart("", numbers(""), numbers(""))
                .series("", Look.STEPS, new double[] {0, 1, 2}, new double[] {1, 2, 3})
                .svg();

        assertTrue(
                parts(svg, "path", "line").get(0).getAttribute("d").matches("M[-0-9.,]+(H[-0-9.]+V[-0-9.]+){2}"), svg);
    }

    @Test
    void intervalsAreBarsThatTheAxesHold() {
        String svg = new Chart("", numbers(""), numbers(""))
                .size(100, 100)
                .series("", Look.DOTS, List.of(new Mark(5, 5).between(0, 10).spread(0, 10)))
                .svg();

        double[] dot = places(parts(svg, "path", "dot").get(0)).get(0);
        List<double[]> starts = places(parts(svg, "path", "bar").get(0));
        assertEquals(50, dot[0] - starts.get(0)[0], 0.11);
        assertEquals(dot[1], starts.get(0)[1], 0.11);
        assertEquals(dot[0], starts.get(1)[0], 0.11);
        assertEquals(50, starts.get(1)[1] - dot[1], 0.11);
    }

    @Test
    void theFirstNeuronIsAtTheBottomAndEverySpikeIsOneStroke() {
        String svg = new Chart("", numbers("").within(0, 10), Axis.ofNumbered("", 4))
                .size(100, 40)
                .series("", Look.STROKES, List.of(new Mark(0, 0), new Mark(5, 3)))
                .svg();

        Element strokes = parts(svg, "path", "strokes").get(0);
        List<double[]> places = places(strokes);
        assertEquals(2, places.size());
        assertEquals(50, places.get(1)[0] - places.get(0)[0], 0.11);
        assertEquals(30, places.get(0)[1] - places.get(1)[1], 0.11);
        assertTrue(strokes.getAttribute("d").contains("v8.0"), svg);
    }

    @Test
    void cellsAreBlueAboveZeroAndOrangeBelowAndDarkerWithTheirMagnitude() {
        Axis names = Axis.ofNames("", List.of("a", "b"));
        String svg = new Chart("", names, names)
                .cells(List.of(
                        Cell.at(0, 0, 0.25, "1", "first", false),
                        Cell.at(1, 0, -1, "2", "second", true),
                        Cell.at(0, 1, 0, "3", "", false)))
                .svg();

        List<Element> cells = parts(svg, "path", "cell");
        assertEquals(Palette.BLUE, cells.get(0).getAttribute("fill"));
        assertEquals("0.250", cells.get(0).getAttribute("fill-opacity"));
        assertEquals("first", cells.get(0).getTextContent());
        assertEquals(Palette.ORANGE, cells.get(1).getAttribute("fill"));
        assertEquals(1, parts(svg, "path", "frame").size());
        assertEquals(
                List.of("2"),
                parts(svg, "text", "on-dark").stream()
                        .map(Element::getTextContent)
                        .toList());
        assertTrue(places(cells.get(0)).get(0)[1] > places(cells.get(2)).get(0)[1], "the first row is at the bottom");
    }

    @Test
    void aFigureHoldsItsValuesForTheScriptAndAFileDoesNot() {
        Chart chart = new Chart("", Axis.of("time", Dimension.TIME, Axis.Range.TIGHT), numbers(""))
                .series("v", Look.LINE, List.of(new Mark(0, 0.1).between(0, 0.2), new Mark(1e-3, Double.NaN)));

        Element series = parts(chart.figure(), "g", "series").get(0);
        assertEquals("[[0,0.1,0,0.2],[0.001,null]]", series.getAttribute("data-points"));
        Element root = parts(chart.figure(), "g", "chart").get(0);
        assertEquals("true", root.getAttribute("data-zoom"));
        assertEquals("s", root.getAttribute("data-across-unit"));
        assertFalse(chart.svg().contains("data-points"));
    }

    @Test
    void everySeriesHasItsColourAndANamedOneItsKey() {
        String svg = new Chart("", numbers(""), numbers(""))
                .greySeries("before", Look.LINE, List.of(new Mark(0, 0), new Mark(1, 1)))
                .series("after", Look.LINE, List.of(new Mark(0, 0), new Mark(1, 2)))
                .series("", Look.LINE, List.of(new Mark(0, 0), new Mark(1, 3)))
                .svg();

        List<Element> series = parts(svg, "g", "series");
        assertEquals(
                List.of(Palette.GREY, Palette.colour(0), Palette.colour(1)),
                series.stream().map(each -> each.getAttribute("stroke")).toList());
        assertEquals(2, parts(svg, "g", "key").size());
        assertTrue(Chart.tellsApart(Palette.SIZE));
        assertFalse(Chart.tellsApart(Palette.SIZE + 1));
    }

    @Test
    void anAxisThatLeavesOutZeroIsBrokenAtItsFoot() {
        Chart chart = new Chart("", numbers(""), Axis.ofNumbers("", Axis.Range.READABLE))
                .series("", Look.LINE, new double[] {0, 1}, new double[] {97, 99});

        assertEquals(2, parts(chart.svg(), "path", "break").size());
        assertEquals(
                0,
                parts(
                                chart.series("", Look.LINE, new double[] {0}, new double[] {1})
                                        .svg(),
                                "path",
                                "break")
                        .size());
    }

    @Test
    void rulesAndStretchesHaveTheirNames() {
        String svg = new Chart("", numbers(""), numbers(""))
                .series("", Look.LINE, new double[] {0, 100}, new double[] {0, 1})
                .rule(true, 12, "best epoch")
                .rule(false, 0.5, "chance")
                .stretch("clip", 20, 80)
                .band(new double[] {0, 100}, new double[] {0, 0}, new double[] {1, 1})
                .svg();

        assertEquals(2, parts(svg, "path", "rule").size());
        assertEquals(1, parts(svg, "rect", "stretch").size());
        assertEquals(1, parts(svg, "path", "band").size());
        assertTrue(texts(svg).containsAll(List.of("best epoch", "chance", "clip")));
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void hostileTextStaysTextInEveryLook(Look look) {
        Chart chart = new Chart(HOSTILE, numbers(HOSTILE), numbers(HOSTILE))
                .series(HOSTILE, look, List.of(new Mark(0, 0, HOSTILE), new Mark(1, 1, HOSTILE)))
                .rule(true, 0, HOSTILE)
                .stretch(HOSTILE, 0, 1)
                .cells(List.of(Cell.at(0, 0, 1, HOSTILE, HOSTILE, true)));

        for (String markup : List.of(chart.svg(), chart.figure())) {
            assertEquals(0, parsed(markup).getElementsByTagName("script").getLength());
            assertTrue(texts(markup).contains(HOSTILE));
        }
    }

    @Test
    void chartsOfASheetShareTheirLeftEdgeAndDoNotLieOverEachOther() {
        Chart wide = new Chart("a", numbers(""), Axis.ofNames("", List.of("a name that takes room")))
                .series("", Look.DOTS, List.of(new Mark(0, 0), new Mark(1, 0)));
        Chart narrow =
                new Chart("b", numbers(""), numbers("")).series("", Look.DOTS, List.of(new Mark(0, 0), new Mark(1, 1)));

        String svg = ChartSheet.column("both", List.of(wide, narrow)).svg();

        List<Element> plots = parts(svg, "svg", "plot");
        assertEquals(plots.get(0).getAttribute("x"), plots.get(1).getAttribute("x"));
        double end = Double.parseDouble(plots.get(0).getAttribute("y"))
                + Double.parseDouble(plots.get(0).getAttribute("height"));
        assertTrue(Double.parseDouble(plots.get(1).getAttribute("y")) > end + 20, svg);
        assertTrue(texts(svg).containsAll(List.of("both", "a", "b")));
    }
}
