package ganglion.cochlea.audio.flac;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlacDecoderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "mono-8-bit-8-khz, 8000, 8, 1, 2000",
        "mono-16-bit-16-khz, 16000, 16, 1, 4000",
        "mono-32-bit-16-khz, 16000, 32, 1, 500",
        "stereo-24-bit-44-khz, 44100, 24, 2, 3000",
        "six-channel-16-bit-48-khz, 48000, 16, 6, 5000",
        "stereo-24-bit-192-khz, 192000, 24, 2, 5000"
    })
    void decodesTheSamplesThatWereEncoded(String name, int rateHertz, int bits, int channels, int frames)
            throws Exception {
        AudioClip audio = AudioFiles.read(resource(name));

        assertEquals(rateHertz, audio.sampleRateHertz());
        assertEquals(frames, audio.samples().length);
        double fullScale = Math.pow(2, bits - 1);
        for (int k = 0; k < frames; k++) {
            double sum = 0;
            for (int channel = 1; channel <= channels; channel++) {
                sum += Math.rint(0.8 * fullScale * Math.sin(2 * Math.PI * channel * 441 * k / rateHertz));
            }
            // Sines that fall on half a step may have been rounded to the other side.
            assertEquals(sum / channels / fullScale, audio.samples()[k], 1.01 / fullScale);
        }
    }

    @Test
    void refusesASmallFileThatUnpacksToTooMuch() throws Exception {
        Path file = resource("long-silence");

        assertTrue(Files.size(file) < 30_000);
        assertEquals("the file holds 100000000 samples per channel, expected at most 67108864", messageFor(file));
    }

    @Test
    void refusesAFileCutAtAnyPlace() throws Exception {
        byte[] whole = Files.readAllBytes(resource("mono-16-bit-16-khz"));

        for (int length = 4; length < whole.length; length += 37) {
            String message = messageFor(copy(Arrays.copyOf(whole, length)));
            assertTrue(message.contains("cut short") || message.contains("damaged"), message);
        }
    }

    @Test
    void saysHowMuchOfACutFileIsThere() throws Exception {
        byte[] whole = Files.readAllBytes(resource("six-channel-16-bit-48-khz"));

        assertEquals(
                "the file is cut short: it ends within a frame, after 4096 samples per channel",
                messageFor(copy(Arrays.copyOf(whole, whole.length - 100))));
    }

    @Test
    void neverReturnsDamagedSamples() throws Exception {
        byte[] whole = Files.readAllBytes(resource("mono-16-bit-16-khz"));
        double[] intact = AudioFiles.read(resource("mono-16-bit-16-khz")).samples();
        Random random = new Random(7);

        for (int i = 0; i < 2000; i++) {
            byte[] damaged = whole.clone();
            damaged[4 + random.nextInt(damaged.length - 4)] ^= (byte) (1 << random.nextInt(8));
            Path file = copy(damaged);
            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> assertRefusedOrIntact(file, intact));
        }
    }

    private static void assertRefusedOrIntact(Path file, double[] intact) {
        try {
            // A flipped bit outside the samples (block sizes, tags) may do no harm.
            assertArrayEquals(intact, AudioFiles.read(file).samples());
        } catch (AudioFormatException e) {
            assertFalse(e.getMessage().contains("null"), e.getMessage());
        }
    }

    private Path resource(String name) throws Exception {
        return Path.of(FlacDecoderTest.class
                .getResource("/ganglion/cochlea/audio/" + name + ".flac")
                .toURI());
    }

    private Path copy(byte[] content) throws Exception {
        return Files.write(folder.resolve("copy.flac"), content);
    }

    private static String messageFor(Path file) {
        return assertThrows(AudioFormatException.class, () -> AudioFiles.read(file))
                .getMessage();
    }
}
