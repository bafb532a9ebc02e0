package ganglion.cli.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.SoundFile;
import ganglion.cli.terminal.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standard input is heard as files are, and as it comes. */
final class HearStreamTest {

    private static final int WAVE_HEADER_BYTES = 44;

    @TempDir
    private Path folder;

    @Test
    void aPipedFileGivesTheSpikesOfTheFile() throws IOException {
        Path sound = SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);
        ganglion("hear", sound, "--gain", "running-maximum", "--out", folder.resolve("out"))
                .assertFine();

        Outcome piped = piped(Files.readAllBytes(sound), "hear", "-");

        assertEquals(ExitCode.FINE, piped.code(), piped::toString);
        assertEquals(Files.readString(folder.resolve("out/tone.spikes.csv")), piped.out());
        assertTrue(piped.out().lines().count() > 10, piped::out);
    }

    @Test
    void rawSamplesGiveTheSpikesOfTheirFile() throws IOException {
        byte[] wave = Files.readAllBytes(SoundFile.tone(folder.resolve("tone.wav"), 0.3, 48_000, 24, 2));
        byte[] raw = Arrays.copyOfRange(wave, WAVE_HEADER_BYTES, wave.length);

        Outcome heard = piped(raw, "hear", "-", "--rate", "48000", "--bits", "24", "--channels", "2");
        Outcome cut = piped(
                Arrays.copyOf(raw, raw.length - 1), "hear", "-", "--rate", "48000", "--bits", "24", "--channels", "2");

        assertEquals(piped(wave, "hear", "-").out(), heard.out());
        assertTrue(heard.out().lines().count() > 10, heard::out);
        assertFalse(heard.err().contains("no whole sample"), heard::err);
        assertTrue(cut.err().contains("; the last 5 bytes are no whole sample\n"), cut::err);
    }

    @Test
    void aStreamEndsAfterTheTimeAskedFor() throws IOException {
        byte[] wave = Files.readAllBytes(SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1));

        Outcome heard = piped(wave, "hear", "-", "--duration", "101 ms", "--hop", "1 ms");

        assertTrue(heard.err().contains("heard 101 ms in 101 ticks of 1 ms: "), heard::err);
    }

    /** Machines that build have no microphone; one that has hears it for a moment. */
    @Test
    void theMicrophoneIsHeardOrMissedInOneLine() throws IOException {
        Outcome heard = piped(new byte[0], "hear", "--microphone", "--duration", "20 ms");

        if (heard.code() == ExitCode.FINE) {
            assertTrue(heard.err().contains("in 10 ticks of 2 ms"), heard::err);
        } else {
            heard.assertRefusedInOneLine("microphone: ");
        }
    }

    @Test
    void theEndTellsHowLongFramesTook() throws IOException {
        byte[] wave = Files.readAllBytes(SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1));

        Outcome heard = piped(wave, "hear", "-");

        assertEquals(1, heard.errorLines().size());
        assertTrue(heard.err().contains("heard 300 ms in 150 ticks of 2 ms: "), heard::err);
        assertTrue(heard.err().contains("99.9 % within "), heard::err);
    }

    @Test
    void whatIsNoWaveFileIsRefused() throws IOException {
        piped("no sound".getBytes(StandardCharsets.UTF_8), "hear", "-")
                .assertRefusedInOneLine("standard input: ", "expected WAV");
    }

    @Test
    void aStreamWithoutSamplesIsHeardAsNothing() throws IOException {
        Outcome heard = piped(new byte[0], "hear", "-", "--rate", "16000");

        assertEquals(ExitCode.FINE, heard.code());
        assertEquals("time,neuron\n", heard.out());
        assertTrue(heard.err().contains("in 0 ticks"), heard::err);
    }

    private static Outcome ganglion(Object... words) {
        return CommandLineUnderTest.ganglion(words);
    }

    private static Outcome piped(byte[] input, String... words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input));
        try {
            return ganglion(Stream.of(words).toArray());
        } finally {
            System.setIn(before);
        }
    }
}
