package ganglion.report.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.FigureSweep;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.report.run.SampleRun;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.result.ScenarioRun;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SensitivityPlotTest {

    private static Document plot(String figure, String... profiles) throws Exception {
        ScenarioRun run = SampleRun.sample().run();
        Workload workload = new Workload(run.network(), run.result().spikes(), run.ticks(), run.clock());
        FigureSweep sweep = FigureSweep.parse(figure, 5);
        List<Recosting.Sensitivity> chips = Arrays.stream(profiles)
                .map(name -> sensitivity(workload, name, sweep))
                .toList();
        String svg = new SensitivityPlot(sweep, chips).chart().orElseThrow().svg();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static Recosting.Sensitivity sensitivity(Workload workload, String name, FigureSweep sweep) {
        try {
            List<ChipCost> costs = sweep.costs(workload, ProfileLibrary.find(name), CostOptions.DEFAULT);
            return new Recosting.Sensitivity(
                    name,
                    IntStream.range(0, costs.size())
                            .mapToObj(i -> point(workload, sweep.values().get(i), costs.get(i)))
                            .toList());
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Recosting.Point point(Workload workload, double value, ChipCost cost) {
        DeviceEstimates devices = new DeviceEstimates(workload, List.of(), List.of(cost), List.of(), List.of());
        return new Recosting.Point(value, cost, devices.ofDecision().get(0));
    }

    /** The paths of a class. */
    private static List<String> paths(Document svg, String style) {
        NodeList all = svg.getElementsByTagName("path");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(path -> path.getAttribute("class").equals(style))
                .map(path -> path.getAttribute("d"))
                .toList();
    }

    private static double[] heights(Document svg, int line) {
        return Arrays.stream(paths(svg, "line").get(line).substring(1).split("L"))
                .mapToDouble(point -> Double.parseDouble(point.split(",")[1]))
                .toArray();
    }

    @Test
    void drawsALineForEachChipAndADotForEachValue() throws Exception {
        Document svg = plot("/energy/synaptic-operation=1 pJ..100 pJ", "loihi", "truenorth");

        assertEquals(2, paths(svg, "line").size());
        assertEquals(10, paths(svg, "dot").size());
        assertEquals(2, svg.getElementsByTagName("circle").getLength(), "the key");
    }

    @Test
    void staticPowerIsDrawnWhereItIsTheFigure() throws Exception {
        double[] heights = heights(plot("/power/idle=1 mW..100 mW", "loihi"), 0);

        assertTrue(heights[4] < heights[0], Arrays.toString(heights));
    }

    @Test
    void namesKeepApartWhereLinesMeet() throws Exception {
        Document svg = plot("/energy/synaptic-operation=1 pJ..2 pJ", "loihi", "loihi");
        NodeList texts = svg.getElementsByTagName("text");
        double first = y(texts.item(texts.getLength() - 2));
        double second = y(texts.item(texts.getLength() - 1));

        assertTrue(Math.abs(first - second) >= 14, first + " and " + second);
    }

    private static double y(Node text) {
        return Double.parseDouble(text.getAttributes().getNamedItem("y").getNodeValue());
    }
}
