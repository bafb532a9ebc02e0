package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.count.BitLayout;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BitInputTest {

    private static final int SIZE = 300;

    private static final int SOURCES = 400;

    /** Weights whose multiples are rounded. */
    private static final double[] WEIGHTS = {0.1, -0.07, 1.0 / 3};

    private final Random random = new Random(8);

    /** Row groups of which each has an inlet of its own, to be counted: some neurons of a run, ascending. */
    private BitInput input(double[] weights, int[]... rows) {
        RowGroups groups = new RowGroups();
        long[][] bits = new long[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            groups.add(1, 0, rows[row].length, row);
            bits[row] = BitLayout.of(SIZE).row(rows[row], rows[row].length);
        }
        BitInput input = new BitInput(groups, weights, bits, SIZE, 10);
        for (int row = 0; row < rows.length; row++) {
            input.take(row);
        }
        return input;
    }

    private static double[] oneByOne(double[] weights, int[]... rows) {
        double[] sum = new double[SIZE];
        for (int row = 0; row < rows.length; row++) {
            for (int neuron : rows[row]) {
                sum[neuron] += weights[row];
            }
        }
        return sum;
    }

    private int[] row(int length) {
        return random.ints(length, 0, SIZE).sorted().toArray();
    }

    @Test
    void hasTheBitsOfAddingWeightsOneByOne() {
        double[] weights = new double[30];
        int[][] rows = new int[weights.length][];
        for (int row = 0; row < rows.length; row++) {
            weights[row] = WEIGHTS[row < 20 ? 0 : row < 26 ? 1 : 2];
            rows[row] = row(50);
        }
        BitInput input = input(weights, rows);
        double[] found = new double[SIZE + 2];

        int written = input.write(found, 1);

        assertTrue(written == 26 || written == 30, "all rows of a weight, or none: " + written);
        double[] expected = oneByOne(weights, Arrays.copyOf(rows, written));
        assertArrayEquals(expected, Arrays.copyOfRange(found, 1, SIZE + 1));
    }

    /** What is left is added one by one, from the first weight on that does not fit. */
    @Test
    void stopsAtTheWeightWhoseCountsDoNotFitIntoAByteWithThoseBefore() {
        int[] often = new int[40];
        Arrays.fill(often, 7);
        double[] weights = {WEIGHTS[0], WEIGHTS[1], WEIGHTS[2]};
        BitInput input = input(weights, often, new int[] {7, 7, 9}, new int[] {7});
        double[] found = new double[SIZE];

        // Counts up to 40 take 6 bits, and up to 2 two bits.
        assertEquals(2, input.write(found, 0));

        assertArrayEquals(oneByOne(weights, often, new int[] {7, 7, 9}), found);
    }

    @Test
    void writesNothingIfTheFirstCountsExceedAByte() {
        int[] often = new int[256];
        Arrays.fill(often, 7);
        BitInput input = input(new double[] {1, 1}, often, new int[] {3});
        double[] found = new double[SIZE];

        assertEquals(0, input.write(found, 0));

        assertArrayEquals(new double[SIZE], found);
        assertEquals(2, input.due().size());
        input.clear();
        assertEquals(0, input.due().size());
        assertEquals(0, input.write(found, 0));
    }

    @Test
    void writesNothingIfTooManyRowsReachOneNeuron() {
        double[] weights = new double[256];
        Arrays.fill(weights, WEIGHTS[0]);
        int[][] rows = new int[weights.length][];
        Arrays.setAll(rows, row -> new int[] {5});
        double[] found = new double[SIZE];

        assertEquals(0, input(weights, rows).write(found, 0));

        assertArrayEquals(new double[SIZE], found);
    }

    private static SparseSynapses sparse(int sources, int targets, int rowLength, double weight, int delayTicks) {
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, targets);
        for (int source = 0; source < sources; source++) {
            for (int k = 0; k < rowLength; k++) {
                builder.add(source, (source + 3 * k) % targets, weight, delayTicks);
            }
        }
        return builder.build();
    }

    /** Three events a neuron in a run whose input is near, one in a larger one. */
    @Test
    void countsWhereManyRowsMeet() {
        BitInput near = planned(SIZE, sparse(SOURCES, SIZE, 50, 0.1, 1));
        assertFalse(near.counts(899));
        assertTrue(near.counts(900));
        BitInput far = planned(5000, sparse(SOURCES, 5000, 350, 0.1, 1));
        assertFalse(far.counts(4999));
        assertTrue(far.counts(5000));
    }

    private HostedGroup[] hosts;

    /** The rows of projections from many sources to the neurons of one core. */
    private IncomingRows rows(int targets, Synapses... synapses) {
        Network network = new Network(
                List.of(
                        new Population("in", SOURCES, new SpikeSource(SpikeRaster.empty(SOURCES))),
                        new Population("out", targets, TestNetworks.integrator())),
                Arrays.stream(synapses)
                        .map(each -> new Projection("in", "out", each))
                        .toList());
        List<HostedNeurons> hosted = TestNetworks.whole(network, 1);
        hosts = TestNetworks.groups(network, hosted);
        return IncomingRowsBuilder.build(network, hosted, hosts);
    }

    private BitInput planned(int targets, Synapses... synapses) {
        return rows(targets, synapses).bitInput(0);
    }

    @Test
    void isMadeForDenseUniformRowsOfManySources() {
        assertNotNull(planned(SIZE, sparse(SOURCES, SIZE, 50, 0.1, 1)));
        assertNotNull(planned(SIZE, sparse(SOURCES, SIZE, 50, 0.1, 1), sparse(SOURCES, SIZE, 60, -0.1, 2)));
    }

    @Test
    void isNotMadeWhereItCostsMoreThanItSaves() {
        assertNull(planned(200, sparse(SOURCES, 200, 50, 0.1, 1)), "too few neurons");
        assertNull(planned(5000, sparse(SOURCES, 5000, 320, 0.1, 1)), "more bytes of bits than twice the synapses");
        assertNotNull(planned(5000, sparse(SOURCES, 5000, 350, 0.1, 1)));
        assertNull(planned(SIZE, sparse(SOURCES, SIZE, 50, 0.1, 2)), "few rows at a tick");
    }

    @Test
    void isNotMadeWhereOtherInputArrives() {
        SparseSynapses uniform = sparse(SOURCES, SIZE, 50, 0.1, 1);
        double[] matrix = new double[SOURCES * SIZE];
        Arrays.fill(matrix, 0.5);
        assertNull(planned(SIZE, uniform, new DenseSynapses(SOURCES, SIZE, matrix, 1)));
        SparseSynapses.Builder varied = SparseSynapses.builder(SOURCES, SIZE);
        varied.add(0, 0, 1, 1).add(0, 1, 2, 1);
        assertNull(planned(SIZE, uniform, varied.build()));
    }
}
