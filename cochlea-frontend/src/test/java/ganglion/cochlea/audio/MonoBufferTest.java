package ganglion.cochlea.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MonoBufferTest {

    @Test
    void growsBeyondItsFirstCapacity() throws Exception {
        MonoBuffer buffer = new MonoBuffer(MonoBuffer.UNKNOWN_LENGTH, 1 << 20);

        for (int i = 0; i < 100_000; i++) {
            buffer.add(i);
        }

        assertEquals(100_000, buffer.samples().length);
        assertEquals(99_999, buffer.samples()[99_999]);
    }

    @Test
    void growsBeyondWhatItBelievesOfAHeader() throws Exception {
        int length = (1 << 20) + 1;
        MonoBuffer buffer = new MonoBuffer(length, Integer.MAX_VALUE);

        for (int i = 0; i < length; i++) {
            buffer.add(i % 1000);
        }

        assertEquals(length, buffer.samples().length);
        assertEquals((length - 1) % 1000, buffer.samples()[length - 1]);
    }

    @Test
    void stopsAtItsLimitWhenTheLengthIsUnknown() throws Exception {
        MonoBuffer buffer = new MonoBuffer(MonoBuffer.UNKNOWN_LENGTH, 2);
        buffer.add(0);
        buffer.add(0);

        assertEquals(
                "the file holds more than 2 samples per channel, the most allowed",
                assertThrows(AudioFormatException.class, () -> buffer.add(0)).getMessage());
    }

    @Test
    void takesNoMoreThanPromised() throws Exception {
        MonoBuffer buffer = new MonoBuffer(1, 100);
        buffer.add(0);

        assertEquals(
                "the file holds more samples per channel than the 1 that its header promises",
                assertThrows(AudioFormatException.class, () -> buffer.add(0)).getMessage());
    }

    @Test
    void allocatesForWhatArrivesNotForWhatIsPromised() throws Exception {
        // 2^40 promised samples would not fit into any array.
        MonoBuffer buffer = new MonoBuffer(1L << 40, Integer.MAX_VALUE);
        buffer.add(0);

        assertEquals((1L << 40) - 1, buffer.missing());
        assertThrows(AudioFormatException.class, buffer::samples);
    }
}
