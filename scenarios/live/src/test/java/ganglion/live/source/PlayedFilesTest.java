package ganglion.live.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.live.source.LiveSound.ArrivingSound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are played in turn, each piece when it is due. */
class PlayedFilesTest {

    private static final double HERTZ = 1000;
    private static final long MILLISECOND = 1_000_000;

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();
    private Path ramp;
    private Path other;

    @BeforeEach
    void writeFiles() throws Exception {
        ramp = write("ramp.wav", 100, 0.001);
        other = write("other.wav", 51, -0.002);
    }

    private Path write(String name, int count, double step) throws Exception {
        double[] samples = new double[count];
        Arrays.setAll(samples, i -> i * step);
        return Files.write(folder.resolve(name), WaveWriter.bytes(new AudioClip(samples, HERTZ)));
    }

    private double[] played(ArrivingSound sound, int length) throws Exception {
        double[] all = new double[1000];
        int filled = 0;
        for (int count = sound.read(all, 0, length); count >= 0; count = sound.read(all, filled, length)) {
            filled += count;
        }
        return Arrays.copyOf(all, filled);
    }

    @Test
    void filesFollowEachOtherWithoutAGap() throws Exception {
        double[] all = played(new PlayedFiles(List.of(ramp, other), 1, clock).open(HERTZ), 7);

        assertEquals(151, all.length);
        assertArrayEquals(AudioFiles.read(ramp).samples(), Arrays.copyOf(all, 100));
        assertArrayEquals(AudioFiles.read(other).samples(), Arrays.copyOfRange(all, 100, 151));
    }

    /** Each deadline follows from the start, so that delays do not add up. */
    @Test
    void deadlinesDoNotDrift() throws Exception {
        clock.pass(5);
        ArrivingSound sound = new PlayedFiles(List.of(ramp), 4, clock).open(HERTZ);
        double[] piece = new double[2];
        for (int i = 0; i < 50; i++) {
            sound.read(piece, 0, 2);
            clock.pass(i == 10 ? 3 * MILLISECOND : 1000);
        }

        for (int i = 0; i < 50; i++) {
            assertEquals(5 + (i + 1) * MILLISECOND / 2, clock.waits().get(i));
        }
    }

    @Test
    void soundAtFullSpeedWaitsForNothing() throws Exception {
        played(new PlayedFiles(List.of(ramp), Double.POSITIVE_INFINITY, clock).open(HERTZ), 100);

        assertEquals(List.of(), clock.waits());
    }

    @Test
    void aFileThatCannotBePlayedIsNamed() {
        PlayedFiles missing = new PlayedFiles(List.of(ramp, folder.resolve("missing.wav")), 1, clock);

        AudioFormatException refusal = assertThrows(AudioFormatException.class, () -> missing.open(HERTZ));

        assertTrue(refusal.getMessage().contains("missing.wav"), refusal.getMessage());
    }

    @Test
    void aClosedSoundHasEnded() throws Exception {
        ArrivingSound sound = new PlayedFiles(List.of(ramp, other), 1, clock).open(HERTZ);
        sound.close();

        assertEquals(-1, sound.read(new double[4], 0, 4));
    }
}
