package ganglion.hardware.precision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.ChipModels;
import ganglion.hardware.chip.ChipModels.Group;
import ganglion.hardware.chip.ChipModels.Listing;
import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.AlphaCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.AlphaLif;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a chip computes in the place of equations that it does not have. */
class ModelReplacementTest {

    /** Never leaks, fires or resets: the potential is the sum of all that came. */
    private static final LifParameters SUM = LifParameters.of(1, 1e9);

    private static final SpikeRaster INPUT =
            SpikeRaster.builder(2).add(1, 0).add(2, 1).add(4, 0).build();

    /** A chip with all traits of a group but some. */
    private static ChipModels without(Group group, Trait... traits) {
        Set<Trait> has = EnumSet.allOf(Trait.class);
        Arrays.asList(traits).forEach(has::remove);
        return new ChipModels(Map.of(group, new Listing(has, Set.of(), FigureKind.ASSUMED, "us", "")));
    }

    private static Network network(NeuronModel model, Synapses synapses) {
        return new Network(
                List.of(new Population("in", 2, new SpikeSource(INPUT)), new Population("out", 1, model)),
                List.of(new Projection("in", "out", synapses)));
    }

    private static Synapses dense() {
        return new DenseSynapses(2, 1, new double[] {3, -2}, 1);
    }

    private static double lastPotential(Network network, int ticks) {
        double[] potentials = SequentialSimulation.run(
                        network, Partition.ofCoreSize(network, 64), ticks, List.of("out"))
                .membranes()
                .get(0)
                .potentials();
        return potentials[potentials.length - 1];
    }

    private static NeuronModel replaced(NeuronModel model, ChipModels models) {
        return ModelReplacement.apply(network(model, dense()), models)
                .population(1)
                .model();
    }

    @Test
    void whatAChipHasStaysTheSame() {
        Network network = network(new Lif(LifParameters.of(0.9, 1)), dense());

        assertSame(network, ModelReplacement.apply(network, ToyProfiles.anyModel()));
        assertSame(network, ModelReplacement.apply(network, ChipModels.UNKNOWN));
        assertSame(
                network,
                ModelReplacement.apply(network, without(Group.NEURONS, Trait.EXPONENTIAL_LEAK, Trait.LINEAR_LEAK)));
    }

    /** From the threshold of 2 to 1 an exponential leak of a half takes one tick: so does a linear one of 1 a tick. */
    @Test
    void aLinearLeakTakesAsLongToHalfTheThreshold() {
        NeuronModel found = replaced(new Lif(LifParameters.of(0.5, 2)), without(Group.NEURONS, Trait.EXPONENTIAL_LEAK));

        assertEquals(1, ((GridLif) found).linearLeak().orElseThrow().at(0), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, ((GridLif) found).limit());
    }

    @Test
    void aPotentialThatCannotBeNegativeStopsAtZero() {
        NeuronModel found =
                replaced(new Lif(LifParameters.of(0.5, 2)), without(Group.NEURONS, Trait.NEGATIVE_POTENTIAL));

        assertEquals(0, ((GridLif) found).lowest());
        assertTrue(((GridLif) found).linearLeak().isEmpty());
        assertEquals(
                0,
                lastPotential(
                        ModelReplacement.apply(
                                network(
                                        new Lif(SUM),
                                        SparseSynapses.builder(2, 1)
                                                .add(0, 0, 3, 1)
                                                .add(1, 0, -9, 1)
                                                .build()),
                                without(Group.NEURONS, Trait.NEGATIVE_POTENTIAL)),
                        4));
    }

    /** exp(-1/8) is a time constant of 8 ticks: a shift by 3. */
    @Test
    void aDecayBecomesTheNearestShift() {
        ChipModels shifts = without(Group.NEURONS, Trait.ANY_DECAY);
        double eight = Math.exp(-1 / 8.0);

        Lif found = (Lif) replaced(new Lif(LifParameters.of(eight, 2)), shifts);
        SynapticLif synaptic = (SynapticLif) replaced(
                new SynapticLif(LifParameters.of(1, 2), List.of(SynapticCurrent.of(0.4)), SynapticOrder.CURRENT_FIRST),
                shifts);

        assertEquals(0.875, found.parameters().beta().at(0));
        assertEquals(1 - 0x1p-15, synaptic.membrane().beta().at(0));
        assertEquals(0, synaptic.currents().get(0).decay().at(0));
        for (double exact : new double[] {0, 0.5, 0.96875}) {
            assertEquals(exact, ModelReplacement.shifted(exact));
        }
    }

    @Test
    void theResetThatIsMissingBecomesTheOther() {
        LifParameters subtracts = LifParameters.of(0.9, 1).withReset(Reset.BY_SUBTRACTION, true);

        Lif toValue = (Lif) replaced(new Lif(subtracts), without(Group.RESETS, Trait.RESET_BY_SUBTRACTION));
        assertEquals(subtracts.withReset(Reset.TO_VALUE, true), toValue.parameters());
        Lif back = (Lif) replaced(toValue, without(Group.RESETS, Trait.RESET_TO_VALUE));
        assertEquals(subtracts, back.parameters());
    }

    @Test
    void jumpsAddAsMuchInAllAsTheCurrents() {
        SynapticCurrent slow = new SynapticCurrent(NeuronValues.of(0.5), NeuronValues.of(0.25));
        SynapticLif given =
                new SynapticLif(SUM, List.of(slow, SynapticCurrent.of(0.75)), SynapticOrder.POTENTIAL_FIRST);
        ChipModels jumps = without(Group.SYNAPSES, Trait.EXPONENTIAL_CURRENT);

        for (Synapses synapses : List.of(
                dense(),
                SparseSynapses.builder(2, 1).add(0, 0, 3, 1).add(1, 0, -2, 2).build())) {
            Network network = network(given, synapses);
            Network found = ModelReplacement.apply(network, jumps);

            assertTrue(found.population(1).model() instanceof Lif);
            // Two spikes of 3 through 0.25 / (1 - 0.5), one of -2 through 1 / (1 - 0.75).
            assertEquals(2 * 3 * 0.5 - 2 * 4, lastPotential(found, 10), 1e-9);
            assertEquals(lastPotential(network, 300), lastPotential(found, 300), 1e-9);
        }
    }

    @Test
    void aBiasOfTheCurrentBecomesOneOfTheMembrane() {
        SynapticCurrent driven = SynapticCurrent.of(0.5).withBias(NeuronValues.of(0.1));
        Lif found = (Lif) replaced(
                new SynapticLif(SUM, List.of(driven), SynapticOrder.CURRENT_FIRST),
                without(Group.SYNAPSES, Trait.EXPONENTIAL_CURRENT));

        assertEquals(0.2, found.parameters().bias().at(0), 1e-12);
    }

    @Test
    void anAlphaCurrentBecomesAnExponentialOneOrAJumpThatAddsAsMuch() {
        AlphaLif given = new AlphaLif(SUM, List.of(AlphaCurrent.exact(2, 1e12, 1, 1)));
        Network network = network(given, dense());
        double expected = lastPotential(network, 300);

        Network exponential = ModelReplacement.apply(network, without(Group.SYNAPSES, Trait.ALPHA_CURRENT));
        Network jumps = ModelReplacement.apply(
                network, without(Group.SYNAPSES, Trait.ALPHA_CURRENT, Trait.EXPONENTIAL_CURRENT));

        assertTrue(exponential.population(1).model() instanceof SynapticLif);
        assertEquals(expected, lastPotential(exponential, 300), 1e-9 * Math.abs(expected));
        assertTrue(jumps.population(1).model() instanceof Lif);
        assertEquals(expected, lastPotential(jumps, 300), 1e-9 * Math.abs(expected));
    }

    @Test
    void aCurrentThatNeverDecaysHasNoStandIn() {
        SynapticLif given = new SynapticLif(SUM, List.of(SynapticCurrent.of(1)), SynapticOrder.CURRENT_FIRST);

        assertSame(given, replaced(given, without(Group.SYNAPSES, Trait.EXPONENTIAL_CURRENT)));
    }
}
