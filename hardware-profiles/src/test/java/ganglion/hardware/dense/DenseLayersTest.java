package ganglion.hardware.dense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.dense.DenseLayers.LayerWork;
import ganglion.hardware.estimate.ToyDevices;
import ganglion.hardware.metrics.HandNetwork;
import ganglion.hardware.signal.SignalOperation;
import ganglion.hardware.signal.SignalWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The layers of the hand network: 9 weights of two inputs of numbers, and 12 among three inputs and four neurons. */
class DenseLayersTest {

    @Test
    void theLayersHaveTheProductsAndWeightsOfThePass() {
        List<LayerWork> layers = DenseLayers.artificial(HandNetwork.network(), HandNetwork.numbers());
        DenseWork pass = DenseWork.ofLayers(HandNetwork.network(), HandNetwork.numbers());

        assertEquals(
                pass.multiplyAccumulates(),
                layers.stream().mapToLong(LayerWork::multiplyAccumulates).sum());
        assertEquals(
                pass.weights(), layers.stream().mapToLong(LayerWork::weights).sum());
        assertTrue(layers.stream().allMatch(layer -> layer.kind() == LayerKind.DENSE));
        assertEquals(
                HandNetwork.numbers().size()
                        + HandNetwork.network().projections().size(),
                layers.size());
    }

    @Test
    void aTickDecaysEachNeuronOnceOnTop() {
        List<LayerWork> expected =
                new ArrayList<>(DenseLayers.artificial(HandNetwork.network(), HandNetwork.numbers()));
        expected.add(new LayerWork(LayerKind.DENSE, 4, 0, 0));

        assertEquals(expected, DenseLayers.ofTick(HandNetwork.network(), HandNetwork.numbers()));
    }

    @Test
    void signalProcessingTakesTheTimeOfEachOperationOrNamesIt() {
        Processor processor = new Processor(
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(
                        SignalOperation.MULTIPLY_ADD.word(), ToyProfiles.figure("2 ms", Dimension.TIME),
                        SignalOperation.DIVISION.word(), ToyProfiles.figure("5 ms", Dimension.TIME)));
        HardwareProfile device = ToyDevices.device(
                "p", Execution.DENSE, PowerStates.UNKNOWN, Map.of(), Optional.of(processor), Optional.empty());
        SignalWork known = new SignalWork(Map.of(SignalOperation.MULTIPLY_ADD, 3L, SignalOperation.DIVISION, 4L));
        SignalWork root = new SignalWork(Map.of(SignalOperation.SQUARE_ROOT, 1L));

        assertEquals(26e-3, SignalTime.of(device, known).seconds().orElseThrow(), 1e-15);
        assertEquals(List.of(), SignalTime.of(device, known).missing());
        assertEquals(
                OptionalDouble.of(0), SignalTime.of(device, SignalWork.NONE).seconds());
        SignalTime unknown = SignalTime.of(device, known.plus(root));
        assertEquals(OptionalDouble.empty(), unknown.seconds());
        assertEquals(List.of("time of a square-root of the front end on p"), unknown.missing());
    }
}
