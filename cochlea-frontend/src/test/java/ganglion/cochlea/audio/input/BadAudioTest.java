package ganglion.cochlea.audio.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.wave.WaveBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user reads when a file is no good: one sentence, what was found, what was expected. */
class BadAudioTest {

    @TempDir
    Path folder;

    @Test
    void missingFile() {
        assertEquals("no such file, expected a sound file", messageFor(folder.resolve("absent.wav")));
    }

    @Test
    void folderInsteadOfFile() {
        assertEquals("not a regular file, expected a sound file", messageFor(folder));
    }

    @Test
    void emptyFile() throws Exception {
        assertEquals("the file is empty, expected a sound file", messageFor(file(new byte[0])));
    }

    @Test
    void textFile() throws Exception {
        assertEquals(
                "not a sound file of a known kind: it starts with 'Dea\\x1b',"
                        + " expected WAV (RIFF), FLAC (fLaC), AIFF (FORM), AU (.snd), Ogg Vorbis (OggS) or MP3",
                messageFor(file("Dea\u001br diary".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void waveWithoutAnything() throws Exception {
        assertEquals(
                "the file ends before its samples, expected a WAV file with a 'fmt ' and a 'data' chunk",
                messageFor(new WaveBytes().write(folder)));
    }

    @Test
    void waveThatEndsWithinItsHeader() throws Exception {
        byte[] header = Arrays.copyOf("RIFF\0\0\0\0WAVEfmt \20\0\0\0".getBytes(StandardCharsets.ISO_8859_1), 25);

        assertEquals(
                "the chunk 'fmt ' claims 16 bytes, expected at most the 5 that are left of the file",
                messageFor(file(header)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1 | 16000 | 16 | 0 | 0 | the file holds no samples, expected at least one",
                "1 | 1 | 16000 | 16 | 101 | 100 | the chunk 'data' claims 101 bytes, expected at most the 100 that are left of the file",
                "1 | 1 | 16000 | 16 | 4294967295 | 100 | the chunk 'data' claims 4294967295 bytes, expected at most the 100 that are left of the file",
                "1 | 2 | 16000 | 16 | 6 | 6 | the samples take 6 bytes, expected a multiple of 4 (2 channels)",
                "1 | 1 | 0 | 16 | 2 | 2 | the header gives a sample rate of 0 Hz, expected 100 Hz to 1000000 Hz",
                "1 | 1 | 4000000000 | 16 | 2 | 2 | the header gives a sample rate of 4000000000 Hz, expected 100 Hz to 1000000 Hz",
                "1 | 0 | 16000 | 8 | 2 | 2 | the header gives 0 channels, expected 1 to 64",
                "1 | 65535 | 16000 | 8 | 2 | 2 | the header gives 65535 channels, expected 1 to 64",
                "85 | 1 | 16000 | 16 | 2 | 2 | the samples have WAV encoding 85, expected 1 (integer PCM) or 3 (IEEE float)",
                "1 | 1 | 16000 | 40 | 5 | 5 | the samples have 40 bits, expected 8, 16, 24 or 32",
                "3 | 1 | 16000 | 16 | 2 | 2 | the samples have 16 bits, expected 32 or 64",
            },
            quoteCharacter = '`')
    void headerOfAWaveFileThatMakesNoSense(
            int code, int channels, long rateHertz, int bits, long claimed, int bytes, String message)
            throws Exception {
        Path file = wave(code, channels, rateHertz, bits)
                .chunk("data", claimed, new byte[bytes])
                .write(folder);

        assertEquals(message, messageFor(file));
    }

    @Test
    void notANumberAmongFloats() throws Exception {
        Path file = wave(3, 1, 16000, 32)
                .chunk("data", WaveBytes.floats(0, 0.5f, Float.NaN))
                .write(folder);

        assertEquals("sample 2 is NaN, expected a number within +-1000000.0 (full scale is 1)", messageFor(file));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NEGATIVE_INFINITY, 2e6f})
    void loudnessBeyondReason(float sample) throws Exception {
        Path file =
                wave(3, 1, 16000, 32).chunk("data", WaveBytes.floats(sample)).write(folder);

        assertTrue(messageFor(file).startsWith("sample 0 is " + (double) sample));
    }

    @Test
    void samplesBeforeTheirDescription() throws Exception {
        Path file = new WaveBytes().chunk("data", new byte[2]).write(folder);

        assertEquals("the samples come first, expected the chunk 'fmt ' that describes them before", messageFor(file));
    }

    @Test
    void everyPrefixOfAWaveFileIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(
                wave(1, 1, 16000, 16).chunk("data", new byte[20]).write(folder));

        for (int length = 0; length < whole.length; length++) {
            String message = messageFor(file(Arrays.copyOf(whole, length)));
            assertFalse(message.isBlank() || message.contains("null"), message);
        }
    }

    @Test
    void damagedAiff() throws Exception {
        byte[] header = ByteBuffer.allocate(54)
                .put("FORM\0\0\0\56AIFFCOMM\0\0\0\22".getBytes(StandardCharsets.ISO_8859_1))
                .array();

        assertFalse(messageFor(file(header)).contains("null"));
    }

    private static WaveBytes wave(int code, int channels, long rateHertz, int bits) {
        return new WaveBytes().format(code, channels, rateHertz, bits);
    }

    private Path file(byte[] content) throws Exception {
        return Files.write(folder.resolve("file"), content);
    }

    private static String messageFor(Path file) {
        return assertThrows(AudioFormatException.class, () -> AudioFiles.read(file))
                .getMessage();
    }
}
