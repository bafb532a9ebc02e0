package ganglion.cochlea.audio.wave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.input.AudioFiles;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaveDecoderTest {

    private static final int PCM = 1;
    private static final int FLOAT = 3;

    @TempDir
    Path folder;

    @Test
    void reads8BitSamplesAsUnsigned() throws Exception {
        Path file = new WaveBytes()
                .format(PCM, 1, 8000, 8)
                .chunk("data", new byte[] {0, (byte) 128, (byte) 255})
                .write(folder);

        AudioClip audio = AudioFiles.read(file);

        assertArrayEquals(new double[] {-1, 0, 127.0 / 128}, audio.samples());
        assertEquals(8000, audio.sampleRateHertz());
    }

    @Test
    void reads16BitSamples() throws Exception {
        Path file = new WaveBytes()
                .format(PCM, 1, 16000, 16)
                .chunk("data", WaveBytes.shorts(-32768, -1, 0, 16384))
                .write(folder);

        assertArrayEquals(
                new double[] {-1, -1.0 / 32768, 0, 0.5}, AudioFiles.read(file).samples());
    }

    @Test
    void reads24BitSamples() throws Exception {
        byte[] samples = {0, 0, (byte) 0x80, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0, 0, 0x40};
        Path file = new WaveBytes()
                .format(PCM, 1, 192_000, 24)
                .chunk("data", samples)
                .write(folder);

        AudioClip audio = AudioFiles.read(file);

        assertArrayEquals(new double[] {-1, -1.0 / (1 << 23), 0.5}, audio.samples());
        assertEquals(192_000, audio.sampleRateHertz());
    }

    @Test
    void reads32BitSamples() throws Exception {
        ByteBuffer samples =
                WaveBytes.littleEndian(12).putInt(Integer.MIN_VALUE).putInt(1).putInt(1 << 30);
        Path file = new WaveBytes()
                .format(PCM, 1, 16000, 32)
                .chunk("data", samples.array())
                .write(folder);

        assertArrayEquals(
                new double[] {-1, 1.0 / (1L << 31), 0.5}, AudioFiles.read(file).samples());
    }

    @Test
    void readsFloatsBeyondFullScale() throws Exception {
        Path file = new WaveBytes()
                .format(FLOAT, 1, 16000, 32)
                .chunk("data", WaveBytes.floats(0.25f, -1.5f))
                .write(folder);

        assertArrayEquals(new double[] {0.25, -1.5}, AudioFiles.read(file).samples());
    }

    @Test
    void readsDoublesExactly() throws Exception {
        byte[] samples = WaveBytes.littleEndian(8).putDouble(1.0 / 3).array();
        Path file = new WaveBytes()
                .format(FLOAT, 1, 16000, 64)
                .chunk("data", samples)
                .write(folder);

        assertArrayEquals(new double[] {1.0 / 3}, AudioFiles.read(file).samples());
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
