package ganglion.study.compose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.study.compose.MixtureFiles.Draft;
import ganglion.study.compose.NoteMixer.Sounding;
import ganglion.study.score.Note;
import ganglion.study.score.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of the composer: mixer, fades, drafts and recordings at other pitches. */
class NoteMixerTest {

    private static final int RATE_HERTZ = NotesOnDisk.RATE_HERTZ;

    @TempDir
    private Path folder;

    private Instrument flute;

    @BeforeEach
    void recordNotes() throws Exception {
        flute = NoteLibrary.read(NotesOnDisk.band(folder.resolve("notes")))
                .instruments("flute")
                .get(0);
    }

    /** Collects what the mixer gives. */
    private static final class Collected implements NoteMixer.Output {

        private final List<Double> samples = new ArrayList<>();
        private final List<Integer> blocks = new ArrayList<>();
        private final List<NoteMixer.Label> labels = new ArrayList<>();

        @Override
        public void samples(double[] block, int length) {
            blocks.add(length);
            for (int i = 0; i < length; i++) {
                samples.add(block[i]);
            }
        }

        @Override
        public void label(NoteMixer.Label label) {
            labels.add(label);
        }

        double energy(double fromSeconds, double untilSeconds) {
            double sum = 0;
            for (int i = (int) (fromSeconds * RATE_HERTZ); i < untilSeconds * RATE_HERTZ; i++) {
                sum += samples.get(i) * samples.get(i);
            }
            return sum;
        }
    }

    private NoteMixer mixer(double seconds, Note... notes) {
        Score score = new Score(seconds, List.of("flute"), List.of(notes));
        return new NoteMixer(score, List.of(flute), RATE_HERTZ, new RecordedNotes(RATE_HERTZ));
    }

    private static Collected play(NoteMixer mixer) throws Exception {
        Collected collected = new Collected();
        mixer.play(collected);
        return collected;
    }

    @Test
    void blocksCoverTheScoreExactly() throws Exception {
        Collected collected = play(mixer(1.1, new Note(0, 0.2, 0, 72, 127)));

        assertEquals(List.of(4096, 4096, 608), collected.blocks);
        assertEquals(8800, collected.samples.size());
    }

    @Test
    void aNoteSoundsFromItsStartAndFadesAfterItsEnd() throws Exception {
        Collected collected = play(mixer(1, new Note(0.25, 0.5, 0, 72, 127)));

        assertEquals(0, collected.energy(0, 0.25));
        assertTrue(collected.energy(0.3, 0.4) > 10);
        assertTrue(collected.energy(0.5, 0.55) > 0, "the fade");
        assertTrue(collected.energy(0.5, 0.55) < collected.energy(0.45, 0.5) / 2);
        assertEquals(0, collected.energy(0.551, 1));
    }

    @Test
    void aSofterNoteHasTheSquareOfTheRatioOfVelocities() throws Exception {
        double loud = play(mixer(1, new Note(0, 0.5, 0, 79, 127))).energy(0.1, 0.4);
        double soft = play(mixer(1, new Note(0, 0.5, 0, 79, 64))).energy(0.1, 0.4);

        assertEquals(Math.pow(64 / 127.0, 4), soft / loud, 1e-3, "energies are squares of amplitudes");
    }

    @Test
    void notesTooFarAwayAreLeftOut() throws Exception {
        NoteMixer mixer = mixer(
                1,
                new Note(0, 0.5, 0, 72, 100),
                new Note(0.1, 0.5, 0, 60, 100),
                new Note(0.2, 0.5, 0, 59, 100),
                new Note(0.3, 0.5, 0, 91, 100),
                new Note(0.4, 0.5, 0, 92, 100));

        Collected collected = play(mixer);

        assertEquals(3, mixer.played(), "at most 12 semitones below 72 or above 79");
        assertEquals(2, mixer.leftOut());
        assertEquals(
                List.of(72, 60, 91),
                collected.labels.stream().map(NoteMixer.Label::pitch).toList());
    }

    @Test
    void aSoundingNoteAddsToWhatIsThere() {
        Sounding note = new Sounding(new double[] {1, 1, 1, 1}, 0.5, 10, 12, 2);
        double[] block = {1, 1, 1, 1, 1, 1};

        note.addTo(block, 6, 9);

        assertArrayEquals(new double[] {1, 1.5, 1.5, 1.5, 1.25, 1}, block, 1e-12);
        assertEquals(12, note.releaseSample());
        assertEquals(14, note.endSample());
    }

    @Test
    void aRecordingThatEndsEarlyEndsItsNote() {
        Sounding note = new Sounding(new double[] {1, 1}, 1, 10, 20, 5);

        assertEquals(12, note.releaseSample());
        assertEquals(12, note.endSample());
    }

    @Test
    void aRecordingAnOctaveHigherHasHalfItsLength() throws Exception {
        RecordedNotes recorded = new RecordedNotes(RATE_HERTZ);
        WaveRecording recording = flute.nearest(72, 127);

        double[] same = recorded.samples(recording, 0, 100_000);
        double[] higher = recorded.samples(recording, 12, 100_000);

        assertEquals(RATE_HERTZ, same.length, 2);
        assertEquals(RATE_HERTZ / 2.0, higher.length, 2);
        assertEquals(100, recorded.samples(recording, 0, 100).length, "no more than is needed");
        assertEquals(crossings(same, 1000), 2 * NotesOnDisk.hertz(72) * 1000 / RATE_HERTZ, 2);
        assertEquals(2.0 * crossings(same, 1000), crossings(higher, 1000), 4);
    }

    private static int crossings(double[] samples, int count) {
        int crossings = 0;
        for (int i = 1001; i < 1000 + count; i++) {
            crossings += samples[i - 1] < 0 != samples[i] < 0 ? 1 : 0;
        }
        return crossings;
    }

    @Test
    void aRecordingThatIsGoneIsRefusedWithItsFile() {
        WaveRecording gone = new WaveRecording(folder.resolve("gone.wav"), 60, 100);

        ComposeException refusal =
                assertThrows(ComposeException.class, () -> new RecordedNotes(RATE_HERTZ).samples(gone, 0, 10));

        assertTrue(refusal.getMessage().startsWith(folder.resolve("gone.wav") + ": "), refusal.getMessage());
    }

    @Test
    void aDraftGivesBackItsSamplesAndGoesWhenItIsClosed() throws IOException {
        Path file = folder.resolve("draft");
        List<Double> read = new ArrayList<>();
        try (Draft draft = new Draft(file)) {
            draft.add(new double[] {0.5, -0.25, 9}, 2);
            draft.add(new double[] {1}, 1);
            draft.read(read::add);
            assertEquals(3, draft.length());
            assertEquals(1, draft.peak());
            assertTrue(Files.exists(file));
        }

        assertEquals(List.of(0.5, -0.25, 1.0), read);
        assertFalse(Files.exists(file));
    }
}
