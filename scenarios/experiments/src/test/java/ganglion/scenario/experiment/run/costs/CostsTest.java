package ganglion.scenario.experiment.run.costs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.NumberFormat;
import ganglion.learning.compile.CompileException;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.DataSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What networks with and without spikes cost, with operations counted by hand. */
class CostsTest {

    private static final double STEP = 0.01;

    private static EnergyLine line(boolean allOperations, OptionalDouble staticJoules, String... unknowns) {
        return new EnergyLine(
                "spiking", "chip", OptionalDouble.of(2e-6), allOperations, staticJoules, List.of(unknowns));
    }

    @Test
    void aLineAddsWhatIsKnown() {
        EnergyLine line = line(true, OptionalDouble.of(1e-6));

        assertEquals(3e-6, line.knownJoules().orElseThrow(), 1e-18);
        assertEquals(List.of("spiking, chip", "2 \u00b5J", "1 \u00b5J", "3 \u00b5J", "-"), line.cells());
        assertEquals(EnergyLine.HEADER.size(), line.cells().size());
        assertTrue(line.json().get("complete").asBoolean());
    }

    @Test
    void aLineSaysWhatIsNotKnown() {
        EnergyLine line = line(false, OptionalDouble.empty(), "static power", "energy of hops");

        assertEquals(
                List.of("spiking, chip", "at least 2 \u00b5J", "-", "unknown", "static power; energy of hops"),
                line.cells());
        assertTrue(line.json().get("operationJoulesPerSecond").isNull());
        assertEquals(2e-6, line.json().get("knownJoulesPerSecond").asDouble());
        assertFalse(line.json().get("complete").asBoolean());
        assertTrue(line.json().get("staticJoulesPerSecond").isNull());
        assertEquals(2, line.json().get("unknowns").size());
    }

    @Test
    void aDenseNetworkMultipliesEachWeightOncePerStep() {
        DenseCosts costs = new DenseCosts(List.of(10, 5, 2), STEP);

        assertEquals((10 * 5 + 5 * 2) / STEP, costs.multiplyAccumulatesPerSecond(), 1e-9);
    }

    @Test
    void aDenseNetworkCostsMoreWithMoreWeightsOnEveryProcessor() {
        List<EnergyLine> small = new DenseCosts(List.of(10, 5, 2), STEP).lines(NumberFormat.FLOAT32);
        List<EnergyLine> large = new DenseCosts(List.of(10, 50, 2), STEP).lines(NumberFormat.FLOAT32);

        assertFalse(small.isEmpty());
        assertEquals(small.size(), large.size());
        for (int i = 0; i < small.size(); i++) {
            assertEquals(small.get(i).profile(), large.get(i).profile());
            assertTrue(
                    large.get(i).dynamicJoules().orElseThrow()
                            > small.get(i).dynamicJoules().orElseThrow(),
                    small.get(i).profile());
        }
    }

    private static Model model(Layer... layers) {
        return Model.create(LayerShape.of(3), List.of(layers), 1);
    }

    /** Three inputs that all spike in the first of four steps. */
    private static DataSet oneSample() {
        SpikeInput input = new SpikeInput(3, new int[] {0, 3, 3, 3, 3}, new int[] {0, 1, 2});
        return DataSet.of(List.of(new Sample(input, 0)));
    }

    @Test
    void aSpikingNetworkIsCostedOnEveryChipThatFollowsSpikes() throws CompileException {
        SpikingCosts costs = SpikingCosts.of(model(new Dense(2, false), Neurons.leaky(0.9)), STEP, oneSample());

        Set<String> profiles = costs.lines().stream().map(EnergyLine::profile).collect(Collectors.toSet());
        assertEquals(costs.lines().size(), profiles.size());
        assertTrue(profiles.contains("loihi"), profiles::toString);
        for (EnergyLine line : costs.lines()) {
            // A chip whose only figure is that of a spike takes nothing for a network that never fires, which is known.
            boolean fits = line.dynamicKnown()
                    ? line.dynamicJoules().orElseThrow() >= 0
                    : line.dynamicJoules().orElse(1) > 0;
            assertTrue(fits, line::toString);
        }
        assertTrue(onLoihi(costs).dynamicJoules().orElseThrow() > 0);
        assertTrue(costs.spikesPerSecond() > 0);
        assertTrue(costs.synapticOperationsPerSecond() > 0);
        assertTrue(costs.neuronUpdatesPerSecond() > 0);
    }

    private static EnergyLine onLoihi(SpikingCosts costs) {
        return costs.lines().stream()
                .filter(line -> line.profile().equals("loihi"))
                .findFirst()
                .orElseThrow();
    }
}
