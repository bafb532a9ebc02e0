package ganglion.cochlea.audio.wave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaveWriterTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("written.wav");
    }

    /** Header and data against the specification, byte by byte. */
    @Test
    void theBytesAreThoseOfAPlainWaveFile() throws IOException {
        write(0x12345, 2, 1, 0.5, -1);

        int[] expected = {
            'R', 'I', 'F', 'F', 40, 0, 0, 0, 'W', 'A', 'V', 'E', 'f', 'm', 't', ' ', 16, 0, 0, 0, 1, 0, 2, 0, 0x45,
            0x23, 1, 0, 0x14, 0x8d, 4, 0, 4, 0, 16, 0, 'd', 'a', 't', 'a', 4, 0, 0, 0, 0x00, 0x40, 0x01, 0x80
        };
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(expected.length, bytes.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], bytes[i] & 0xff, "byte " + i);
        }
    }

    @Test
    void whatIsWrittenIsDecodedWithinHalfAStep() throws IOException, AudioFormatException {
        double[] samples = {0, 0.25, -0.25, 1, -1, 1e-6, 0.3333};

        write(44_100, 1, samples.length, samples);

        AudioClip decoded = WaveDecoder.decode(file);
        assertEquals(44_100, decoded.sampleRateHertz());
        // Written against 32767, read against 32768: one step in addition to the rounding.
        assertArrayEquals(samples, decoded.samples(), 1.5 / 32768);
    }

    @Test
    void floatsKeepEveryBit() throws IOException, AudioFormatException {
        WaveWriter.writeFloats(file, 8_000, new double[] {1.0 / 3, -2}, new double[] {0x1p-1000});

        assertArrayEquals(
                new double[] {1.0 / 3, -2, 0x1p-1000}, WaveDecoder.decode(file).samples());
    }

    @Test
    void aFileThatLacksAnnouncedFramesIsCutShort() throws IOException {
        write(8000, 1, 3, 0.5, 0.5);

        String message = assertThrows(AudioFormatException.class, () -> WaveDecoder.decode(file))
                .getMessage();
        assertEquals("the chunk 'data' claims 6 bytes, expected at most the 4 that are left of the file", message);
    }

    @ParameterizedTest
    @CsvSource({"1, -1", "1, 2147483627", "2, 1073741814"})
    void refusesMoreFramesThanAFileHolds(int channels, long frames) {
        assertThrows(IllegalArgumentException.class, () -> new WaveWriter(file, 8000, channels, frames));
        assertFalse(Files.exists(file));
    }

    private void write(int rateHertz, int channels, long frames, double... samples) throws IOException {
        try (WaveWriter wave = new WaveWriter(file, rateHertz, channels, frames)) {
            for (double sample : samples) {
                wave.write(sample);
            }
        }
    }
}
