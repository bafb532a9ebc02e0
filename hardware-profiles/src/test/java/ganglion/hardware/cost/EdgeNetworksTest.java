package ganglion.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.TimeModel.AsynchronousEvents;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.hardware.placement.PlacementStrategy.InOrder;
import ganglion.hardware.placement.PlacementStrategy.Spread;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks at the edge of what there is, on every profile that ships. */
class EdgeNetworksTest {

    private static final Clock CLOCK = new Clock(1e-3);

    static List<HardwareProfile> profiles() {
        return ProfileLibrary.builtIn().stream().map(ToyProfiles::taking).toList();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aNetworkWithoutPopulationsCostsNoOperations(HardwareProfile profile) {
        Workload nothing = new Workload(new Network(List.of(), List.of()), List.of(), 3, CLOCK);

        ChipCost cost = Costing.cost(nothing, profile);

        assertTrue(cost.placement().fits());
        assertEquals(0, cost.placement().chips());
        assertEquals(0, cost.work().operations().getOrDefault(Operation.SYNAPTIC_OPERATION, 0L));
        assertEquals(0, cost.energy().knownJoules());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void inputsAloneAreEncodedAndNotMore(HardwareProfile profile) {
        SpikeRaster spikes = SpikeRaster.builder(3).add(0, 1).add(2, 0).build();
        Network network = new Network(List.of(new Population("in", 3, new SpikeSource(spikes))), List.of());

        ChipCost cost = Costing.cost(new Workload(network, List.of(spikes), 5, CLOCK), profile);

        assertEquals(0, cost.energy().knownJoules());
        if (cost.work().operations().containsKey(Operation.INPUT_SPIKE)) {
            assertEquals(2, cost.work().operations().get(Operation.INPUT_SPIKE));
            assertEquals(15, cost.work().operations().get(Operation.ENCODER_UPDATE));
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aSilentNetworkPaysTheSameInEveryTick(HardwareProfile profile) {
        Network network = new Network(List.of(new Population("out", 5, new LeakyIntegrator(0.9))), List.of());

        ChipCost cost = Costing.cost(new Workload(network, List.of(SpikeRaster.empty(5)), 4, CLOCK), profile);

        assertTrue(cost.placement().fits());
        for (int tick = 1; tick < 4; tick++) {
            assertEquals(cost.energy().tickJoules()[0], cost.energy().tickJoules()[tick], profile.name());
            if (cost.timing().isKnown()) {
                assertEquals(cost.timing().tickSeconds()[0], cost.timing().tickSeconds()[tick], profile.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aNeuronThatReachesItselfIsCountedOnItsCore(HardwareProfile profile) {
        SparseSynapses loop = SparseSynapses.builder(1, 1)
                .add(0, 0, 1, 1)
                .add(0, 0, 2, 1)
                .add(0, 0, 0, 3)
                .build();
        Network network = new Network(
                List.of(new Population("out", 1, new Lif(LifParameters.of(0.9, 1)))),
                List.of(new Projection("out", "out", loop)));
        SpikeRaster spikes = SpikeRaster.builder(1).add(1, 0).build();

        ChipCost cost = Costing.cost(new Workload(network, List.of(spikes), 6, CLOCK), profile);

        assertTrue(cost.placement().fits(), cost.placement().problems().toString());
        if (cost.work().operations().containsKey(Operation.SPIKE)) {
            assertEquals(3, cost.work().operations().get(Operation.SYNAPTIC_OPERATION), "weights of zero count");
            assertEquals(1, cost.work().operations().get(Operation.MESSAGE_WITHIN_TILE));
            assertEquals(3, cost.work().operations().get(Operation.NEURON_UPDATE_ACTIVE), "ticks 1, 2 and 4");
            assertEquals(3, cost.work().operations().get(Operation.NEURON_UPDATE_IDLE));
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyStrategyPlacesEveryNeuronOrSaysWhy(HardwareProfile profile) {
        for (PlacementStrategy strategy : List.of(new InOrder(), new Spread())) {
            for (long seed = 0; seed < 8; seed++) {
                Workload workload = RandomWorkloads.of(seed);

                ChipCost cost = Costing.cost(workload, profile, CostOptions.DEFAULT.with(strategy));

                int neurons = workload.network().populations().stream()
                        .filter(population -> population.model().takesInput())
                        .mapToInt(Population::size)
                        .sum();
                assertTrue(
                        cost.placement().fits() || !cost.placement().problems().isEmpty());
                assertTrue(!cost.placement().fits() || cost.placement().neurons() == neurons, profile.name());
            }
        }
    }

    @Test
    void manyChipsLeaveTheTimeOfAsynchronousMessagesUnknown() {
        HardwareProfile one = ToyProfiles.mesh();
        HardwareProfile chip = ToyProfiles.profile(
                new AsynchronousEvents(true),
                one.figures().energy(),
                one.figures().time());
        Network network = new Network(
                List.of(new Population("out", 9, new Lif(LifParameters.of(0.9, 1)))),
                List.of(new Projection("out", "out", new DenseSynapses(9, 9, new double[81], 1))));
        Workload workload = new Workload(network, List.of(SpikeRaster.empty(9)), 2, CLOCK);

        ChipCost cost = Costing.cost(workload, chip);

        assertFalse(cost.placement().fits(), "five cores, and nothing is known of a second chip");
        assertEquals(List.of(), cost.energy().components());
    }
}
