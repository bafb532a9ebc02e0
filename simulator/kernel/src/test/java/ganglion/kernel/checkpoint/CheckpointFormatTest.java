package ganglion.kernel.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.MembraneTrace;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.RunState;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a checkpoint, written down by hand: files of one version must stay readable by the next. */
class CheckpointFormatTest {

    private static final Network NETWORK = new Network(
            List.of(
                    new Population("a", 2, new Lif(LifParameters.of(0.5, 1))),
                    new Population("b", 3, new Lif(LifParameters.of(0.25, 1)))),
            List.of());

    private static final CheckpointFormat FORMAT = new CheckpointFormat(NETWORK);

    private static RunState state() {
        return new RunState(
                17,
                List.of(new long[] {11, -12, 13}, new long[] {14}),
                new int[] {4, 0},
                new long[] {20, 30},
                List.of(new PlasticWeights(2, new double[] {0.1, -0.0}), new PlasticWeights(5, new double[0])),
                List.of(
                        SpikeRaster.builder(2).add(3, 1).add(9, 0).build(),
                        SpikeRaster.builder(3).add(16, 2).build()),
                List.of(new MembraneTrace("b", 3, new double[] {1.5, Double.NaN, 2})),
                1000,
                2000);
    }

    /** Writes numbers as the format does, and sums them up from the fingerprint on. */
    private static final class Bytes {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);
        private final HashMixer mixer = new HashMixer();

        Bytes longs(long... numbers) throws IOException {
            for (long number : numbers) {
                mixer.add(number);
                out.writeLong(number);
            }
            return this;
        }

        Bytes ints(int... numbers) throws IOException {
            for (int number : numbers) {
                mixer.add(number);
                out.writeInt(number);
            }
            return this;
        }

        Bytes doubles(double... numbers) throws IOException {
            for (double number : numbers) {
                longs(Double.doubleToRawLongBits(number));
            }
            return this;
        }

        byte[] closed() throws IOException {
            out.writeLong(mixer.sum());
            return bytes.toByteArray();
        }
    }

    private static Bytes header() throws IOException {
        Bytes bytes = new Bytes();
        bytes.out.writeBytes("GANGLION");
        bytes.out.writeInt(2);
        return bytes.longs(FORMAT.fingerprint());
    }

    private static byte[] expected() throws IOException {
        return header().longs(17, 1000, 2000)
                .ints(3)
                .longs(11, -12, 13)
                .ints(2)
                .longs(3)
                .ints(1)
                .longs(9)
                .ints(0)
                .ints(1)
                .longs(14)
                .ints(1)
                .longs(16)
                .ints(2)
                .ints(2)
                .longs(20, 30)
                .ints(4, 0)
                .ints(2)
                .ints(2)
                .ints(2)
                .doubles(0.1, -0.0)
                .ints(5)
                .ints(0)
                .ints(1)
                .ints(1)
                .ints(3)
                .doubles(1.5, Double.NaN, 2)
                .closed();
    }

    private static byte[] written(RunState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FORMAT.write(state, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static RunState read(byte[] bytes) throws IOException, CheckpointException {
        return FORMAT.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(CheckpointException.class, () -> read(bytes)).getMessage();
    }

    @Test
    void writesTheBytesOfVersion2() throws IOException {
        assertArrayEquals(expected(), written(state()));
    }

    @Test
    void readsWhatItWrites() throws Exception {
        assertArrayEquals(expected(), written(read(expected())));
    }

    @Test
    void readsArraysThatAreLongerThanTheRoomItMakesAtFirst() throws Exception {
        long[] words = new long[200_001];
        Arrays.setAll(words, i -> 3L * i);
        RunState long1 = new RunState(
                0,
                List.of(words, new long[0]),
                new int[0],
                new long[0],
                List.of(),
                List.of(SpikeRaster.empty(2), SpikeRaster.empty(3)),
                List.of(),
                0,
                0);

        assertArrayEquals(words, read(written(long1)).neurons().get(0));
    }

    @Test
    void refusesEveryChangedByte() throws IOException {
        byte[] good = expected();
        for (int i = 0; i < good.length; i++) {
            byte[] changed = good.clone();
            changed[i] ^= 0x10;
            assertThrows(CheckpointException.class, () -> read(changed), "byte " + i);
        }
    }

    @Test
    void refusesEveryShorterFile() throws IOException {
        byte[] good = expected();
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            if (length < 8) {
                assertThrows(Exception.class, () -> read(cut), "length " + length);
            } else {
                assertEquals("the checkpoint is damaged: it ends early", refusal(cut), "length " + length);
            }
        }
    }

    @Test
    void refusesOtherFilesVersionsAndNetworks() throws IOException {
        byte[] other = expected();
        other[0] = 'g';
        assertEquals("this is not a checkpoint: it does not begin with GANGLION", refusal(other));

        byte[] later = expected();
        later[11] = 3;
        assertEquals("the checkpoint has version 3 of the format, expected 2", refusal(later));

        byte[] earlier = expected();
        earlier[11] = 1;
        assertEquals("the checkpoint has version 1 of the format, expected 2", refusal(earlier));

        byte[] foreign = expected();
        foreign[19] ^= 1;
        assertEquals("the checkpoint belongs to another network than this one", refusal(foreign));
    }

    @Test
    void refusesNegativeCountsWithoutMakingRoomForThem() throws IOException {
        byte[] bytes = header().longs(17, 0, 0).ints(-1).closed();

        assertTrue(refusal(bytes).startsWith("the checkpoint is damaged: it counts -1"), refusal(bytes));
    }

    @Test
    void refusesACountThatExceedsTheFileBeforeMemoryRunsOut() throws IOException {
        byte[] bytes =
                header().longs(17, 0, 0).ints(Integer.MAX_VALUE).longs(1, 2, 3).closed();

        assertEquals("the checkpoint is damaged: it ends early", refusal(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, 3, Integer.MAX_VALUE})
    void refusesTracesOfPopulationsThatDoNotExist(int index) throws IOException {
        byte[] bytes = header().longs(17, 0, 0)
                .ints(0, 0, 0, 0)
                .ints(0)
                .ints(0)
                .ints(1)
                .ints(index)
                .ints(0)
                .closed();

        assertEquals("the checkpoint is damaged: there is no population " + index, refusal(bytes));
    }

    @Test
    void refusesSpikesOfNeuronsThatDoNotExist() throws IOException {
        byte[] bytes = header().longs(17, 0, 0).ints(0).ints(1).longs(3).ints(2).closed();

        assertTrue(refusal(bytes).startsWith("the checkpoint is damaged: "), refusal(bytes));
    }
}
