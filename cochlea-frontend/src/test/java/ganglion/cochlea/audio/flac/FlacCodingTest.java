package ganglion.cochlea.audio.flac;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which FLAC codes a channel, against samples known beforehand or bits laid by hand. */
class FlacCodingTest {

    private static final int FRAMES = 3_000;
    private static final int MD5_OFFSET = 26;

    @TempDir
    Path folder;

    @Test
    void verbatim() throws Exception {
        int[] left = random(1);
        int[] right = random(2);

        assertDecodes("noise", k -> (left[k] - 32_768 + right[k] - 32_768) / 65_536.0);
    }

    @Test
    void constant() throws Exception {
        assertDecodes("constant", k -> -5 / 32_768.0);
    }

    @Test
    void fixedPredictorsSideChannelsAndWastedBits() throws Exception {
        int[] walk = walk();
        int[] side = random(4);

        assertDecodes("walk-fixed", k -> 16 * (2 * walk[k] + ((side[k] >> 10) - 32 >> 4)) / 65_536.0);
    }

    @Test
    void midAndSide() throws Exception {
        int[] walk = walk();

        assertDecodes("walk-mid-side", k -> walk[k] / 32_768.0);
    }

    @Test
    void filesWithoutADigestAreStillCheckedFrameByFrame() throws Exception {
        byte[] file = Files.readAllBytes(resource("walk-mid-side"));
        Arrays.fill(file, MD5_OFFSET, MD5_OFFSET + 16, (byte) 0);
        double[] intact = AudioFiles.read(write(file)).samples();
        assertEquals(FRAMES, intact.length);

        for (int offset = file.length - 200; offset < file.length; offset += 13) {
            byte[] damaged = file.clone();
            damaged[offset] ^= 4;
            assertThrows(AudioFormatException.class, () -> AudioFiles.read(write(damaged)));
        }
    }

    @Test
    void filesOfUnknownLengthAreReadToTheirEnd() throws Exception {
        byte[] file = Files.readAllBytes(resource("walk-mid-side"));
        file[21] &= (byte) 0xf0;
        Arrays.fill(file, 22, MD5_OFFSET, (byte) 0);

        assertEquals(FRAMES, AudioFiles.read(write(file)).samples().length);
    }

    @Test
    void escapedPartitionsHoldPlainNumbers() throws Exception {
        // Start, fixed predictor of order 1, no wasted bits; first sample 5 in 8 bits; residuals: coding 0, 1
        // partition,
        // parameter 15 = escape, 4 bits each: -1, 7, 0.
        FlacBits bits = bits("0 001001 0" + "00000101" + "00 0000 1111 00100" + "1111 0111 0000");
        long[] samples = new long[4];

        new FlacSubframe(bits).read(samples, 4, 8);

        assertArrayEquals(new long[] {5, 4, 11, 11}, samples);
    }

    @Test
    void riceCodesFoldTheSignIntoTheLowestBit() throws Exception {
        // No predictor; parameter 2; 0 -> 0, 1 -> -1, 6 -> 3, 9 -> -5.
        FlacBits bits = bits("0 001000 0" + "00 0000 0010" + "1 00" + "1 01" + "01 10" + "001 01");
        long[] samples = new long[4];

        new FlacSubframe(bits).read(samples, 4, 8);

        assertArrayEquals(new long[] {0, -1, 3, -5}, samples);
    }

    @ParameterizedTest
    @CsvSource({
        "a reserved kind, 0 000010 0",
        "no start, 1 000000 0",
        "a reserved fixed predictor, 0 001101 0",
        "a reserved residual coding, 0 001000 0 10",
        "more partitions than samples, 0 001000 0 00 0011",
        "a predictor longer than the block, 0 100100 0",
        "more wasted bits than bits, 0 000000 1 00000001"
    })
    void refusesReservedCodes(String what, String code) {
        FlacBits bits = bits(code + "0".repeat(80));

        assertThrows(AudioFormatException.class, () -> new FlacSubframe(bits).read(new long[4], 4, 8), what);
    }

    @Test
    void readsNumbersOfAnyWidth() throws Exception {
        FlacBits bits = bits("1 01 110 0001" + "1".repeat(56) + "00000");

        assertEquals(1, bits.unsigned(1));
        assertEquals(1, bits.signed(2));
        assertEquals(-2, bits.signed(3));
        assertEquals(3, bits.unary());
        assertEquals((1L << 56) - 1, bits.unsigned(56));
        assertEquals(0, bits.unsigned(0));
        assertEquals(0, bits.signed(0));
        assertThrows(EOFException.class, bits::unary);
    }

    private interface Expected {
        double sample(int k);
    }

    private void assertDecodes(String name, Expected expected) throws Exception {
        double[] samples = AudioFiles.read(resource(name)).samples();

        assertEquals(FRAMES, samples.length);
        for (int k = 0; k < FRAMES; k++) {
            assertEquals(expected.sample(k), samples[k], "sample " + k);
        }
    }

    /** The generator that the files were made with: x = 1103515245 x + 12345 mod 2^31, 16 bits of it. */
    private static int[] random(int seed) {
        long x = seed;
        int[] values = new int[FRAMES];
        for (int k = 0; k < FRAMES; k++) {
            x = x * 1_103_515_245 + 12_345 & 0x7fffffff;
            values[k] = (int) (x >> 8 & 0xffff);
        }
        return values;
    }

    private static int[] walk() {
        int[] walk = random(3);
        int position = 0;
        for (int k = 0; k < FRAMES; k++) {
            position += (walk[k] >> 12) - 7;
            walk[k] = position;
        }
        return walk;
    }

    private static FlacBits bits(String code) {
        String digits = code.replace(" ", "");
        byte[] bytes = new byte[(digits.length() + 7) / 8];
        for (int i = 0; i < digits.length(); i++) {
            bytes[i / 8] |= (byte) (digits.charAt(i) - '0' << 7 - i % 8);
        }
        return new FlacBits(new ByteArrayInputStream(bytes));
    }

    private static Path resource(String name) throws Exception {
        return Path.of(FlacCodingTest.class
                .getResource("/ganglion/cochlea/audio/" + name + ".flac")
                .toURI());
    }

    private Path write(byte[] content) throws Exception {
        return Files.write(folder.resolve("copy.flac"), content);
    }
}
