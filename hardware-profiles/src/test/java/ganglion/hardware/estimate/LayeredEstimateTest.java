package ganglion.hardware.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.dense.CallTime;
import ganglion.hardware.dense.DenseLayers.LayerWork;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.layered.ActivityKeys;
import ganglion.hardware.layered.ActivityNetwork;
import ganglion.hardware.library.KnownDevices;
import ganglion.hardware.library.ProfileLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Estimates of activities: the ways of a device, and first layers that turn numbers into spikes beside a chip. */
class LayeredEstimateTest {

    @TempDir
    private Path folder;

    private static final KnownDevices DEVICES = new KnownDevices(List.of());

    @Test
    void aConventionalDeviceComputesTheArtificialNetworkAndEveryStep() throws Exception {
        List<DecisionEstimate> ways = estimate("mlp", "stm32u575").estimates();

        assertEquals(
                List.of("artificial int8", "dense-ticks int8", "artificial float32", "dense-ticks float32"),
                ways.stream()
                        .map(way -> way.computation().word() + " "
                                + way.format().orElseThrow().word())
                        .toList());
        double once = joules(ways.get(0), Part.NETWORK);
        assertTrue(joules(ways.get(1), Part.NETWORK) > 24 * once, "25 steps take 25 passes, and neurons");
    }

    @Test
    void anArtificialNetworkHasNoSteps() throws Exception {
        assertEquals(
                List.of(Computation.ARTIFICIAL, Computation.ARTIFICIAL),
                estimate("artificial", "stm32u575").estimates().stream()
                        .map(DecisionEstimate::computation)
                        .toList());
    }

    @Test
    void numbersAreTurnedIntoSpikesBesideTheChip() throws Exception {
        DecisionEstimate way =
                estimate("convolution", "spinnaker-2").estimates().get(0);

        assertTrue(way.possible(), way.problems().toString());
        HardwareProfile processor = ProfileLibrary.find("stm32u575");
        double pass = CallTime.of(
                        processor.conventional().processor().orElseThrow(),
                        List.of(
                                new LayerWork(LayerKind.CONVOLUTION, 64L * 32 * 32 * 27, 65536, 1728),
                                new LayerWork(LayerKind.DENSE, 65536, 0, 0)),
                        NumberFormat.INT8,
                        1)
                .seconds()
                .orElseThrow();
        double watts = processor.figures().power().runAboveIdle().orElseThrow();
        assertEquals(4 * pass * watts, joules(way, Part.FRONT_END), 1e-9);
        assertTrue(way.energy(Boundary.ACTIVE)
                .parts()
                .get(Part.FRONT_END)
                .remark()
                .startsWith("Numbers do not flow into the chip: conv1"));
    }

    @Test
    void aPictureThatStaysIsWeightedOnceAndItsNeuronsWorkInEveryStep() throws Exception {
        String json = """
                        {"activity": "direct", "tick": "%s", "steps": 25, "samples": 2, "layers": [
                          {"name": "image", "kind": "input", "shape": [784], "output-numbers": 1568},
                          {"name": "fc1", "kind": "linear", "shape": [100], "multiply-accumulates": 156800},
                          {"name": "l1", "kind": "neurons", "shape": [100], "output-spikes": 300},
                          {"name": "fc2", "kind": "linear", "shape": [10], "input-spikes": 300},
                          {"name": "l2", "kind": "neurons", "shape": [10], "output-spikes": 20}]}""";
        DecisionEstimate way = LayeredEstimate.of(
                        network(json.formatted("1 ms")), ProfileLibrary.find("loihi"), DEVICES)
                .estimates()
                .get(0);

        HardwareProfile beside = ProfileLibrary.find("stm32u575");
        Processor processor = beside.conventional().processor().orElseThrow();
        double picture = seconds(processor, LayerWork.dense(784, 100));
        double neurons = seconds(processor, new LayerWork(LayerKind.DENSE, 100, 0, 0));
        double watts = beside.figures().power().runAboveIdle().orElseThrow();
        double work = joules(way, Part.FRONT_END) / watts;
        assertEquals(picture + 25 * neurons, work, 1e-9 * work);
        assertTrue(way.workSeconds().orElseThrow() > work);
        assertEquals(Optional.of(true), way.inTime());
        DecisionEstimate late = LayeredEstimate.of(
                        network(json.formatted("20 us")), ProfileLibrary.find("loihi"), DEVICES)
                .estimates()
                .get(0);
        assertEquals(Optional.of(false), late.inTime());
    }

    @Test
    void aChipThatNoLayerIsLeftForDoesNotTakeIt() throws Exception {
        LayeredEstimate estimate = LayeredEstimate.of(network("""
                        {"activity": "one", "steps": 4, "layers": [
                          {"name": "image", "kind": "input", "shape": [784], "output-numbers": 784},
                          {"name": "fc", "kind": "linear", "shape": [10], "input-numbers": 784},
                          {"name": "l", "kind": "neurons", "shape": [10], "output-spikes": 3}]}"""), ProfileLibrary.find("loihi"), DEVICES);

        assertEquals(
                List.of(
                        "no layer is left for the chip: fc and its neurons are computed on stm32u575 beside it, as numbers do not"
                                + " flow into the chip"),
                estimate.estimates().get(0).problems());
        assertFalse(estimate.estimates().get(0).possible());
    }

    @Test
    void aMatrixAtEachTokenUsesItsWeightsAsAConvolutionDoes() throws Exception {
        String json = """
                        {"activity": "tokens", "steps": 1, "layers": [
                          {"name": "x", "kind": "input", "shape": [196, 64], "output-numbers": 12544},
                          {"name": "%s", "shape": [196, 64], "input-numbers": 12544}]}""";
        double[] seconds = new double[2];
        String[] kinds = {
            "q\", \"kind\": \"linear", "q\", \"dense-products\": 802816, \"weights\": 4096, \"kind\": \"convolution"
        };
        for (int i = 0; i < 2; i++) {
            seconds[i] = LayeredEstimate.of(network(json.formatted(kinds[i])), ProfileLibrary.find("gap9"), DEVICES)
                    .estimates()
                    .get(0)
                    .workSeconds()
                    .orElseThrow();
        }

        assertEquals(seconds[1], seconds[0]);
    }

    private static double seconds(Processor processor, LayerWork work) {
        return CallTime.of(processor, List.of(work), NumberFormat.INT8, 1)
                .seconds()
                .orElseThrow();
    }

    /** Seven cores hold shares of a layer that add up to one but for rounding. */
    @Test
    void nothingGoesBetweenChipsWhereThereIsOne() throws Exception {
        DecisionEstimate way = estimate("many-cores", "loihi").estimates().get(0);

        assertEquals(List.of(), way.energy(Boundary.MARGINAL).missing());
        assertTrue(joules(way, Part.NETWORK) > 0);
    }

    @Test
    void sumsOfSpikesThatCountAsNumbersAreToldAsNumbersBetweenLayers() throws Exception {
        ActivityNetwork network =
                ActivityKeys.read(Path.of("../scenarios/gallery/published-networks/sew-resnet-18.json"));
        DecisionEstimate way = LayeredEstimate.of(network, ProfileLibrary.find("spinnaker"), DEVICES)
                .estimates()
                .get(0);

        assertEquals(
                List.of(
                        "layer1.1.conv1, layer2.0.conv1, layer2.0.downsample, 8 more layers need numbers between layers, which"
                                + " the chip does not have"),
                way.problems());
    }

    /** 32.2 GMAC/s at 370 MHz are 20.9 at the 240 MHz of the profile. */
    @Test
    void aWideConvolutionIsNoFasterThanTheAccelerator() throws Exception {
        DecisionEstimate way = LayeredEstimate.of(network("""
                        {"activity": "wide", "steps": 1, "layers": [
                          {"name": "x", "kind": "input", "shape": [256, 32, 32], "output-numbers": 262144},
                          {"name": "conv", "kind": "convolution", "shape": [256, 32, 32], "kernel": [3, 3], "padding": [1, 1],
                           "input-numbers": 262144}]}"""), ProfileLibrary.find("gap9"), DEVICES)
                .estimates()
                .get(0);

        double products = 256.0 * 32 * 32 * 256 * 9;
        assertEquals(20.9e9, products / way.workSeconds().orElseThrow(), 0.1e9);
        assertEquals(Grade.C, way.reliability().grade());
        assertEquals(Optional.empty(), way.interval(Boundary.ACTIVE));
        assertTrue(
                way.energy(Boundary.ACTIVE).parts().get(Part.NETWORK).remark().contains("published peak"));
    }

    private ActivityNetwork network(String json) throws Exception {
        return ActivityKeys.read(Files.writeString(folder.resolve("activity.json"), json));
    }

    private static double joules(DecisionEstimate way, Part part) {
        return way.energy(Boundary.MARGINAL).parts().get(part).joules().orElseThrow();
    }

    private static LayeredEstimate estimate(String activity, String device) throws Exception {
        ActivityNetwork network =
                ActivityKeys.read(Path.of("src/test/resources/ganglion/hardware/layered", activity + ".json"));
        return LayeredEstimate.of(network, ProfileLibrary.find(device), DEVICES);
    }
}
