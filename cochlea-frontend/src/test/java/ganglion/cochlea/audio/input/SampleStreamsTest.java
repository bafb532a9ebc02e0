package ganglion.cochlea.audio.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.PcmFormat;
import ganglion.cochlea.audio.SampleSource;
import ganglion.cochlea.audio.wave.WaveBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleStreamsTest {

    @TempDir
    Path folder;

    @Test
    void rawSamplesGoOnUntilTheEnd() throws Exception {
        byte[] bytes = WaveBytes.shorts(0, 16384, -32768, 8192);

        assertArrayEquals(
                new double[] {0, 0.5, -1, 0.25},
                all(SampleStreams.raw(new ByteArrayInputStream(bytes), PcmFormat.of16Bits(16_000, 1)), 100));
    }

    @ParameterizedTest
    @CsvSource({
        "8, false, 64, 0.5",
        "16, false, 64, 0.5",
        "24, false, 64, 0.5",
        "32, false, 64, 0.5",
        "32, true, 63, 0.5",
        "64, true, 63, 0.5"
    })
    void bigEndianSamplesOfAllSizes(int bits, boolean isFloat, int firstByte, double value) throws Exception {
        byte[] bytes = new byte[bits / 8];
        bytes[0] = (byte) firstByte;
        if (isFloat) {
            // 0.5 is 0x3f000000 as a float and 0x3fe0... as a double.
            bytes[1] = (byte) (bits == 64 ? 0xe0 : 0);
        }

        assertArrayEquals(
                new double[] {value},
                all(
                        SampleStreams.raw(
                                new ByteArrayInputStream(bytes), new PcmFormat(16_000, 1, bits, isFloat, true)),
                        10));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void piecesMayBreakSamplesApart(int pieceBytes) throws Exception {
        byte[] bytes = WaveBytes.shorts(1, 2, 3, 4, 5, 6, 7, 8);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, pieceBytes));
            }
        };

        double[] samples = all(SampleStreams.raw(slow, PcmFormat.of16Bits(16_000, 2)), 3);

        assertArrayEquals(new double[] {1.5 / 32768, 3.5 / 32768, 5.5 / 32768, 7.5 / 32768}, samples);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void bytesOfAnUnfinishedSampleAreCounted(int more) throws Exception {
        byte[] bytes = Arrays.copyOf(WaveBytes.shorts(1, 2, 3, 4), 8 + more);
        SampleSource source = SampleStreams.raw(new ByteArrayInputStream(bytes), PcmFormat.of16Bits(16_000, 2));

        assertEquals(2, source.read(new double[3], 0, 3));
        assertEquals(-1, source.read(new double[3], 0, 3));
        assertEquals(more, source.unfinishedBytes());
    }

    @Test
    void doesNotWaitForMoreThanItNeeds() throws Exception {
        InputStream stalled = new InputStream() {
            private final InputStream start = new ByteArrayInputStream(WaveBytes.shorts(16384, 16384));

            @Override
            public int read() {
                throw new AssertionError("waits");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int got = start.read(into, offset, length);
                if (got < 0) {
                    throw new AssertionError("waits");
                }
                return got;
            }
        };
        SampleSource source = SampleStreams.raw(stalled, PcmFormat.of16Bits(16_000, 1));

        assertEquals(2, source.read(new double[500], 0, 500));
    }

    @Test
    void aWaveStreamIsThatOfTheFile() throws Exception {
        Path file = new WaveBytes()
                .format(1, 2, 22_050, 16)
                .chunk("LIST", new byte[7])
                .chunk("data", WaveBytes.shorts(16384, 0, -32768, 0))
                .write(folder);

        SampleSource source = SampleStreams.wave(Files.newInputStream(file));

        assertEquals(22_050, source.sampleRateHertz());
        assertArrayEquals(AudioFiles.read(file).samples(), all(source, 100));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0xffff_ffffL, 0x7fff_ffffL, 0x7fff_f024L})
    void aLengthThatNobodyKnewIsNotBelieved(long claimed) throws Exception {
        Path file = new WaveBytes()
                .format(1, 1, 16_000, 16)
                .chunk("data", claimed, WaveBytes.shorts(1, 2, 3))
                .write(folder);

        assertEquals(3, all(SampleStreams.wave(Files.newInputStream(file)), 100).length);
    }

    @Test
    void bytesAfterTheSamplesAreIgnored() throws Exception {
        Path file = new WaveBytes()
                .format(1, 1, 16_000, 16)
                .chunk("data", WaveBytes.shorts(1, 2, 3))
                .chunk("LIST", new byte[100])
                .write(folder);

        assertEquals(3, all(SampleStreams.wave(Files.newInputStream(file)), 2).length);
    }

    @Test
    void refusesAStreamOfAnotherKind() {
        InputStream text = new ByteArrayInputStream("hello".getBytes(StandardCharsets.US_ASCII));

        assertEquals(
                "the stream starts with 'hell', expected WAV ('RIFF')",
                assertThrows(AudioFormatException.class, () -> SampleStreams.wave(text))
                        .getMessage());
    }

    @Test
    void refusesNotANumber() {
        byte[] bytes = WaveBytes.floats(0.5f, Float.NaN);
        SampleSource source =
                SampleStreams.raw(new ByteArrayInputStream(bytes), new PcmFormat(16_000, 1, 32, true, false));

        String message =
                assertThrows(AudioFormatException.class, () -> all(source, 100)).getMessage();

        assertTrue(message.startsWith("sample 1 is NaN, expected a number within +-"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 16, false", "4e9, 1, 16, false", "NaN, 1, 16, false", "16000, 0, 16, false",
        "16000, 65, 16, false", "16000, 1, 12, false", "16000, 1, 40, false", "16000, 1, 16, true"
    })
    void refusesFormatsThatMakeNoSense(double rateHertz, int channels, int bits, boolean isFloat) {
        assertThrows(IllegalArgumentException.class, () -> new PcmFormat(rateHertz, channels, bits, isFloat, false));
    }

    private static double[] all(SampleSource source, int piece) throws Exception {
        List<Double> samples = new ArrayList<>();
        double[] values = new double[piece + 1];
        try (source) {
            for (int count = source.read(values, 1, piece); count >= 0; count = source.read(values, 1, piece)) {
                assertTrue(count >= 1 && count <= piece);
                Arrays.stream(values, 1, 1 + count).forEach(samples::add);
            }
        }
        return samples.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
