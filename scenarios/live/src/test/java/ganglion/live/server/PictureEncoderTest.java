package ganglion.live.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.PopulationShape;
import ganglion.live.server.PictureEncoder.Picture;
import ganglion.live.server.PictureEncoder.PopulationPlaces;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureEncoderTest {

    private static final int HEADER = 32;
    private static final double TICK_SECONDS = 0.025;
    private static final int MOST = (int) (PictureEncoder.MOST_SPIKES_A_SECOND * TICK_SECONDS);

    private static PopulationPlaces places(int... sizes) {
        return new PopulationPlaces(IntStream.of(sizes)
                .mapToObj(size -> new PopulationShape("p" + size, size, false))
                .toList());
    }

    private static LiveFrame frame(long tick, int[] spikes) {
        return new LiveFrame(tick, -0.5f, 0.25f, new float[] {1, 2, 3}, spikes, 1, 0.75f);
    }

    private static ByteBuffer encoded(PopulationPlaces places, LiveFrame... frames) {
        Picture picture = new PictureEncoder(7, places, TICK_SECONDS).encode(List.of(frames));
        return ByteBuffer.wrap(picture.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void writesAllPartsInTheirOrder() {
        ByteBuffer bytes = encoded(places(4, 6), frame(10, new int[] {0, 5}), frame(11, new int[] {9}));

        assertEquals(7, bytes.getInt());
        assertEquals(2, bytes.getInt());
        assertEquals(10.0, bytes.getDouble());
        int[] sizes = ints(bytes, 4);
        assertArrayEquals(new int[] {3, 2, 3, 2}, sizes);
        assertArrayEquals(new int[] {1, 2}, ints(bytes, 2), "spikes of each population");
        assertArrayEquals(new int[] {2, 1}, ints(bytes, 2), "spikes at each tick");
        assertArrayEquals(new float[] {-0.5f, -0.5f, 0.25f, 0.25f, 0.75f, 0.75f}, floats(bytes, 6));
        assertArrayEquals(new int[] {1, 1}, ints(bytes, 2), "winners");
        assertArrayEquals(new float[] {1, 2, 3, 1, 2, 3}, floats(bytes, 6));
        assertArrayEquals(new short[] {0, 5, 9}, new short[] {bytes.getShort(), bytes.getShort(), bytes.getShort()});
        assertEquals(0, bytes.remaining());
    }

    @Test
    void numbersOfNeuronsTakeFourBytesWhereTwoAreTooFew() {
        ByteBuffer bytes = encoded(places(70_000), frame(0, new int[] {69_999}));

        assertEquals(4, bytes.getInt(28));
        assertEquals(69_999, bytes.getInt(bytes.capacity() - Integer.BYTES));
    }

    @Test
    void tooManySpikesAreThinnedWhereTheyAreMany() {
        int[] spikes = IntStream.range(0, 20_000).toArray();
        ByteBuffer bytes = encoded(places(19_950, 50), frame(3, spikes));

        assertEquals(19_950, bytes.getInt(HEADER), "all are counted");
        assertEquals(50, bytes.getInt(HEADER + 4), "all are counted");
        int shown = bytes.getInt(24);
        assertEquals(MOST, shown, 0.1 * MOST);
        long small = shorts(bytes, shown).filter(neuron -> neuron >= 19_950).count();
        assertEquals(50, small, "a small population keeps all of its spikes");
    }

    @Test
    void thinningPrefersNoPartOfAPopulation() {
        int[] spikes = IntStream.range(0, 40_000).toArray();
        ByteBuffer bytes = encoded(places(40_000), frame(1, spikes));

        int shown = bytes.getInt(24);
        for (int part = 0; part < 4; part++) {
            int from = part * 10_000;
            long ofPart = shorts(bytes, shown)
                    .filter(n -> n >= from && n < from + 10_000)
                    .count();
            assertTrue(
                    ofPart > 0.2 * shown && ofPart < 0.3 * shown, "part " + part + " keeps " + ofPart + " of " + shown);
        }
        assertTrue(shorts(bytes, shown).filter(n -> n % 2 == 0).count() > 0.45 * shown, "even neurons");
    }

    /** The spikes at the end of a picture. */
    private static IntStream shorts(ByteBuffer bytes, int shown) {
        int start = bytes.capacity() - shown * Short.BYTES;
        return IntStream.range(0, shown).map(i -> Short.toUnsignedInt(bytes.getShort(start + i * Short.BYTES)));
    }

    private static int[] ints(ByteBuffer bytes, int length) {
        return IntStream.range(0, length).map(i -> bytes.getInt()).toArray();
    }

    private static float[] floats(ByteBuffer bytes, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = bytes.getFloat();
        }
        return values;
    }
}
