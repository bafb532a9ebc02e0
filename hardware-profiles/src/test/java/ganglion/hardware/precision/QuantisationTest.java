package ganglion.hardware.precision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.cost.RandomWorkloads;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.precision.Quantisation.ChipPrecision;
import ganglion.hardware.precision.QuantisedNetwork.PopulationChange;
import ganglion.hardware.precision.QuantisedNetwork.ProjectionChange;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class QuantisationTest {

    private static final OptionalInt UNKNOWN = OptionalInt.empty();

    /** Three bits with a sign hold -3 to 3: with a largest weight of 0.6, a step is 0.2. */
    private static final ChipPrecision THREE_BITS =
            new ChipPrecision(OptionalInt.of(3), UNKNOWN, OptionalInt.of(4), UNKNOWN, UNKNOWN, UNKNOWN);

    private static Network network(NeuronModel model) {
        SparseSynapses.Builder late = SparseSynapses.builder(1, 2);
        late.add(0, 0, 0.31, 3).add(0, 1, -0.09, 9);
        return new Network(
                List.of(
                        new Population("in", 2, new SpikeSource(SpikeRaster.empty(2))),
                        new Population("far", 1, new SpikeSource(SpikeRaster.empty(1))),
                        new Population("out", 2, model)),
                List.of(
                        new Projection("in", "out", new DenseSynapses(2, 2, new double[] {0.6, 0.2, -0.5, 0}, 2)),
                        new Projection("far", "out", late.build())));
    }

    @Test
    void roundsWeightsToStepsThatAllWeightsIntoAPopulationShare() {
        QuantisedNetwork quantised = Quantisation.apply(network(new LeakyIntegrator(0.9)), THREE_BITS);

        DenseSynapses dense = (DenseSynapses) quantised.network().projection(0).synapses();
        assertArrayEquals(new double[] {0.6, 0.2, -0.4, 0}, weights(dense), 1e-12);
        var late = quantised.network().projection(1).synapses();
        assertEquals(0.4, late.weight(0, 0), 1e-12);
        assertEquals(0, late.weight(0, 1), 1e-12);
        assertEquals(0.2, quantised.populations().get(2).step(), 1e-12);
        assertEquals(0, quantised.populations().get(0).step());
    }

    @Test
    void reportsWhatChanged() {
        QuantisedNetwork quantised = Quantisation.apply(network(new LeakyIntegrator(0.9)), THREE_BITS);

        ProjectionChange dense = quantised.projections().get(0);
        assertEquals(4, dense.synapses());
        assertEquals(0.1, dense.largestWeightError(), 1e-12);
        assertEquals(0, dense.weightsLost());
        assertEquals(0, dense.delaysShortened());
        ProjectionChange late = quantised.projections().get(1);
        assertEquals(2, late.weightsChanged());
        assertEquals(1, late.weightsLost());
        assertEquals((0.09 * 0.09 + 0.09 * 0.09) / 2, late.meanSquareWeightError(), 1e-12);
        assertEquals(1, late.delaysShortened());
        assertEquals(4, quantised.network().projection(1).synapses().delayTicks(0, 1));
        assertEquals(
                List.of("The chip's bits of a membrane potential are not known: membranes are as given."),
                quantised.notes());
    }

    @Test
    void countsPopulationsInStepsWhereTheMembraneHasBits() {
        ChipPrecision precision =
                new ChipPrecision(OptionalInt.of(3), OptionalInt.of(5), UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
        LifParameters parameters = LifParameters.of(0.9, 1.1).withBias(NeuronValues.of(0.25));

        QuantisedNetwork quantised = Quantisation.apply(network(new Lif(parameters)), precision);

        GridLif model = (GridLif) quantised.network().population(2).model();
        assertEquals(1, model.step());
        assertEquals(15, model.limit());
        assertEquals(6, model.parameters().threshold().at(0), "1.1 is five and a half steps, which rounds to even");
        assertEquals(1, model.parameters().bias().at(0));
        assertEquals(
                new PopulationChange(
                        "out", 0.6 / 3, true, quantised.populations().get(2).largestThresholdError()),
                quantised.populations().get(2));
        assertEquals(0.1, quantised.populations().get(2).largestThresholdError(), 1e-9);
        DenseSynapses dense = (DenseSynapses) quantised.network().projection(0).synapses();
        assertArrayEquals(new double[] {3, 1, -2, 0}, weights(dense));
    }

    @Test
    void leavesAloneWhatIsNotKnown() {
        Network given = network(new Lif(LifParameters.of(0.9, 1)));

        QuantisedNetwork unknown =
                Quantisation.apply(given, new ChipPrecision(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN));
        QuantisedNetwork oneBit = Quantisation.apply(
                given, new ChipPrecision(OptionalInt.of(1), UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN));

        assertEquals(3, unknown.notes().size());
        assertTrue(oneBit.notes().get(0).startsWith("Weights of one bit"));
        for (QuantisedNetwork same : List.of(unknown, oneBit)) {
            assertSame(given.population(2), same.network().population(2));
            assertEquals(0, same.projections().get(0).weightsChanged());
            assertEquals(0.31, same.network().projection(1).synapses().weight(0, 0));
        }
    }

    @Test
    void saysOfWhichModelsTheMembraneIsNotRounded() {
        ChipPrecision precision =
                new ChipPrecision(OptionalInt.of(8), OptionalInt.of(16), UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

        QuantisedNetwork quantised = Quantisation.apply(network(new LeakyIntegrator(0.9)), precision);

        assertTrue(quantised
                .notes()
                .contains("The membranes of out are as given: they are of a leaky-integrator, for which"
                        + " no rounding is defined."));
    }

    @Test
    void manyBitsHardlyChangeARun() {
        ChipPrecision fine =
                new ChipPrecision(OptionalInt.of(30), OptionalInt.of(50), UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
        ChipPrecision coarse =
                new ChipPrecision(OptionalInt.of(2), OptionalInt.of(8), UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
        long common = 0;
        long fineSpikes = 0;
        long coarseDifferences = 0;
        for (long seed = 0; seed < 30; seed++) {
            Workload workload = RandomWorkloads.of(seed);
            List<SpikeRaster> exact = run(workload.network());
            for (RasterChange change : RasterChange.of(
                    exact, run(Quantisation.apply(workload.network(), fine).network()), new int[exact.size()])) {
                common += change.spikesCommon();
                fineSpikes += Math.max(change.spikesBefore(), change.spikesAfter());
            }
            for (RasterChange change : RasterChange.of(
                    exact, run(Quantisation.apply(workload.network(), coarse).network()), new int[exact.size()])) {
                coarseDifferences += change.spikesBefore() + change.spikesAfter() - 2 * change.spikesCommon();
            }
        }

        assertTrue(common >= 0.999 * fineSpikes, common + " of " + fineSpikes);
        assertTrue(coarseDifferences > 0, "two bits are not enough for anything");
    }

    private static List<SpikeRaster> run(Network network) {
        return SequentialSimulation.run(network, Partition.ofCoreSize(network, 4), 45, List.of())
                .spikes();
    }

    @Test
    void comparesSpikesOneByOne() {
        SpikeRaster before =
                SpikeRaster.builder(3).add(1, 0).add(1, 2).add(4, 1).build();
        SpikeRaster after =
                SpikeRaster.builder(3).add(1, 0).add(2, 2).add(4, 1).add(9, 1).build();

        assertEquals(new RasterChange(3, 4, 0, 2, OptionalLong.of(1)), RasterChange.of(before, after, 0));
        assertEquals(new RasterChange(3, 3, 0, 3, OptionalLong.empty()), RasterChange.of(before, before, 0));
        assertEquals(new RasterChange(0, 4, 0, 0, OptionalLong.of(1)), RasterChange.of(SpikeRaster.empty(3), after, 0));
        // A tick earlier, the first spike of neuron 0 is at 0, the other two at 3 and 0.
        SpikeRaster ahead = SpikeRaster.builder(3).add(0, 0).add(0, 2).add(4, 1).build();
        assertEquals(new RasterChange(3, 3, 1, 2, OptionalLong.of(3)), RasterChange.of(before, ahead, 1));
    }

    @Test
    void takesTheBitsOfAProfile() throws Exception {
        ChipPrecision xylo =
                ChipPrecision.of(ProfileLibrary.find("xylo-audio-2").cores().limits());

        assertEquals(
                new ChipPrecision(OptionalInt.of(8), OptionalInt.of(16), OptionalInt.of(1), UNKNOWN, UNKNOWN, UNKNOWN),
                xylo);
    }

    private static double[] weights(DenseSynapses dense) {
        double[] weights = new double[(int) dense.count()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = dense.weight(i / dense.targetSize(), i % dense.targetSize());
        }
        return weights;
    }
}
