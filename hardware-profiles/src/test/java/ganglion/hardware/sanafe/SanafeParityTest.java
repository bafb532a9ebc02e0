package ganglion.hardware.sanafe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.hardware.activity.ActivityWalk;
import ganglion.hardware.activity.ActivityWalk.ActivityRule;
import ganglion.hardware.activity.OperationCounter;
import ganglion.hardware.activity.StateRule;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placer;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.schedule.Partition;
import ganglion.kernel.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A three-layer network over four cores, run and costed as SANA-FE runs and costs it, step by step. */
class SanafeParityTest {

    private static final Clock CLOCK = new Clock(1e-6);

    private HardwareProfile loihi;
    private SanafeNetwork reference;
    private List<SpikeRaster> spikes;
    private List<double[]> steps;
    private JsonNode totals;

    @BeforeEach
    void readReference() throws Exception {
        loihi = FittedLoihi.profile();
        reference = SanafeNetwork.of(
                SanafeFiles.json(SanafeFiles.resource("ff_64_32_10.network.json")),
                loihi.cores().mesh().coresPerTile());
        spikes = SanafeFiles.spikes(SanafeFiles.resource("ff_64_32_10.spikes.csv"), reference.network());
        steps = SanafeFiles.table(SanafeFiles.resource("ff_64_32_10.perf.csv"));
        totals = SanafeFiles.json(SanafeFiles.resource("results.json")).at("/networks/ff_64_32_10");
    }

    @Test
    void theEngineGivesTheSameSpikesAndMembranes() throws Exception {
        SimulationResult run = SequentialSimulation.run(
                reference.network(),
                Partition.ofCoreSize(reference.network(), 7),
                reference.steps(),
                List.of("hid", "out"));

        assertEquals(spikes, run.spikes());
        List<double[]> potentials = SanafeFiles.table(SanafeFiles.resource("ff_64_32_10.potentials.csv"));
        for (int tick = 0; tick < reference.steps(); tick++) {
            checkPotentials(run.membranes().get(0), tick, potentials.get(tick), 1);
            checkPotentials(run.membranes().get(1), tick, potentials.get(tick), 1 + 32);
        }
    }

    /** The reference prints six digits. */
    private static void checkPotentials(MembraneTrace trace, int tick, double[] expected, int first) {
        int neurons = trace.neuronCount();
        for (int i = 0; i < neurons; i++) {
            double potential = trace.potentials()[tick * neurons + i];
            assertEquals(expected[first + i], potential, 1e-5 * Math.abs(potential), "tick " + tick);
        }
    }

    @Test
    void countsAreEqualInEveryStep() {
        PlacedNetwork placed = new Placer(reference.network())
                .place(
                        reference.placement(),
                        loihi.cores().mesh(),
                        loihi.cores().limits());
        assertEquals(List.of(), placed.placement().problems());
        OperationCounter counter = new OperationCounter(placed, List.of());
        ActivityRule rule = new StateRule(reference.network(), spikes);

        ActivityWalk walk = new ActivityWalk(reference.network(), spikes, rule);
        walk.visit(placed, List.of(counter, new StepCheck(counter, steps)));
        walk.walk(reference.steps());

        assertEquals(200, steps.size());
    }

    @Test
    void energiesAreEqual() {
        ChipCost cost = cost(TimingForm.DETAILED);

        StepCheck.checkEnergies(cost, steps);
        assertClose(totals.at("/energy_J/total").asDouble(), cost.energy().knownJoules(), 1e-9);
        assertClose(totals.at("/energy_J/synapse").asDouble(), sum(cost, "synaptic-operation"), 1e-9);
        assertClose(totals.at("/energy_J/soma").asDouble(), sum(cost, "neuron-") + sum(cost, "spike"), 1e-9);
        assertClose(totals.at("/energy_J/network").asDouble(), sum(cost, "message-") + sum(cost, "hop-"), 1e-9);
    }

    @Test
    void detailedTimesAreEqual() {
        ChipCost cost = cost(TimingForm.DETAILED);

        StepCheck.checkTimes(cost, steps);
        assertClose(totals.at("/sim_time_s/detailed").asDouble(), seconds(cost), 1e-9);
        assertEquals(
                totals.get("messages").asLong(), cost.timing().spikeLatency().getTotalCount());
    }

    @Test
    void simpleTimesAreEqual() {
        assertClose(totals.at("/sim_time_s/simple").asDouble(), seconds(cost(TimingForm.SIMPLE)), 1e-9);
    }

    @Test
    void theCycleAccurateNetworkIsWithinTwoPercentOfDetailedTiming() {
        double cycle = totals.at("/sim_time_s/cycle").asDouble();

        assertClose(cycle, seconds(cost(TimingForm.DETAILED)), 0.02);
    }

    @Test
    void formsOfTimingCostTheSameEnergy() {
        assertArrayEquals(
                cost(TimingForm.SIMPLE).energy().tickJoules(),
                cost(TimingForm.DETAILED).energy().tickJoules());
        assertTrue(cost(TimingForm.DETAILED).energy().totalJoules().isEmpty(), "the fit has no static power");
    }

    private ChipCost cost(TimingForm form) {
        CostOptions options = new CostOptions(reference.placement(), Optional.of(form), reference.units(), true);
        return Costing.cost(new Workload(reference.network(), spikes, reference.steps(), CLOCK), loihi, options);
    }

    private static double sum(ChipCost cost, String prefix) {
        return cost.energy().components().stream()
                .filter(component -> component.name().startsWith(prefix))
                .map(EnergyComponent::joules)
                .mapToDouble(joules -> joules.orElseThrow())
                .sum();
    }

    private static double seconds(ChipCost cost) {
        double sum = 0;
        for (double seconds : cost.timing().tickSeconds()) {
            sum += seconds;
        }
        return sum;
    }

    private static void assertClose(double expected, double found, double relative) {
        assertEquals(expected, found, relative * expected);
    }
}
