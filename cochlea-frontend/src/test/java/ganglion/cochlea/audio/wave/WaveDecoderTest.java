package ganglion.cochlea.audio.wave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.input.AudioFiles;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaveDecoderTest {

    private static final int PCM = 1;

    @TempDir
    Path folder;

    /** 8 bits are unsigned; floats may lie beyond full scale. */
    @ParameterizedTest
    @CsvSource({
        "1, 8, 00 80 ff, -1 0 0.9921875",
        "1, 16, 0080 ffff 0000 0040, -1 -0.000030517578125 0 0.5",
        "1, 24, 000080 ffffff 000040, -1 -0.00000011920928955078125 0.5",
        "1, 32, 00000080 01000000 00000040, -1 4.656612873077393E-10 0.5",
        "3, 32, 0000803e 0000c0bf, 0.25 -1.5",
        "3, 64, 555555555555d53f, 0.3333333333333333",
    })
    void readsSamplesOfEachKind(int code, int bits, String bytes, String samples) throws Exception {
        Path file = new WaveBytes()
                .format(code, 1, 192_000, bits)
                .chunk("data", HexFormat.of().parseHex(bytes.replace(" ", "")))
                .write(folder);

        AudioClip audio = AudioFiles.read(file);

        double[] expected =
                Stream.of(samples.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertArrayEquals(expected, audio.samples());
        assertEquals(192_000, audio.sampleRateHertz());
    }

    @Test
    void averagesTheChannelsOfAnExtensibleFile() throws Exception {
        Path file = new WaveBytes()
                .extensibleFormat(PCM, 3, 48_000, 16)
                .chunk("data", WaveBytes.shorts(3 << 10, 0, 0, 1 << 10, 1 << 10, 1 << 10))
                .write(folder);

        assertArrayEquals(
                new double[] {1.0 / 32, 1.0 / 32}, AudioFiles.read(file).samples());
    }

    @Test
    void skipsChunksThatItDoesNotKnowAndTheirPadding() throws Exception {
        Path file = new WaveBytes()
                .chunk("LIST", new byte[5])
                .format(PCM, 1, 16000, 16)
                .chunk("fact", new byte[4])
                .chunk("data", WaveBytes.shorts(8192))
                .chunk("junk", new byte[3])
                .write(folder);

        assertArrayEquals(new double[] {0.25}, AudioFiles.read(file).samples());
    }

    @Test
    void readsFilesLongerThanOneBlock() throws Exception {
        int[] values = new int[10_001];
        java.util.Arrays.setAll(values, i -> i);
        Path file = new WaveBytes()
                .format(PCM, 1, 16000, 16)
                .chunk("data", WaveBytes.shorts(values))
                .write(folder);

        double[] samples = AudioFiles.read(file).samples();

        assertEquals(10_001, samples.length);
        assertEquals(10_000 / 32768.0, samples[10_000]);
    }
}
