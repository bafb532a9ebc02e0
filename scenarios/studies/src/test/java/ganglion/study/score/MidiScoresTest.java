package ganglion.study.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.study.score.MidiNotes.GeneralMidi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MidiScoresTest {

    private static final int FLUTE = 73;
    private static final int CELLO = 42;

    @TempDir
    private Path folder;

    private Sequence sequence;
    private Track track;

    @BeforeEach
    void begin() throws Exception {
        sequence = new Sequence(Sequence.PPQ, 480);
        track = sequence.createTrack();
    }

    private static void add(Track track, long tick, int command, int channel, int first, int second) throws Exception {
        track.add(new MidiEvent(new ShortMessage(command, channel, first, second), tick));
    }

    private void program(long tick, int channel, int program) throws Exception {
        add(track, tick, ShortMessage.PROGRAM_CHANGE, channel, program, 0);
    }

    private void note(long from, long until, int channel, int pitch, int velocity) throws Exception {
        add(track, from, ShortMessage.NOTE_ON, channel, pitch, velocity);
        add(track, until, ShortMessage.NOTE_OFF, channel, pitch, 0);
    }

    private void tempo(long tick, int microsecondsABeat) throws Exception {
        byte[] data = {
            (byte) (microsecondsABeat >> 16), (byte) (microsecondsABeat >> 8), (byte) microsecondsABeat,
        };
        track.add(new MidiEvent(new MetaMessage(0x51, data, 3), tick));
    }

    private Path written() throws Exception {
        Path file = folder.resolve("piece.mid");
        MidiSystem.write(sequence, 1, file.toFile());
        return file;
    }

    private List<Note> notes() throws Exception {
        List<Note> notes = new ArrayList<>();
        MidiScores.read(written()).notes().forEach(notes::add);
        return notes;
    }

    private static void assertRefused(Path file, String part) {
        ScoreException refusal = assertThrows(ScoreException.class, () -> MidiScores.read(file));
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }

    @Test
    void ticksBecomeSecondsAtTheUsualTempo() throws Exception {
        program(0, 0, FLUTE);
        note(480, 960, 0, 72, 100);

        assertEquals(List.of(new Note(0.5, 1, 0, 72, 100)), notes());
    }

    @Test
    void aChangeOfTempoHoldsFromItsTickOn() throws Exception {
        program(0, 0, FLUTE);
        tempo(0, 1_000_000);
        tempo(480, 250_000);
        note(480, 960, 0, 72, 100);
        note(960, 1440, 0, 74, 100);

        assertEquals(List.of(new Note(1, 1.25, 0, 72, 100), new Note(1.25, 1.5, 0, 74, 100)), notes());
    }

    @Test
    void partsAreChannelsByInstrumentInTheOrderOfTheirFirstNotes() throws Exception {
        program(0, 3, CELLO);
        program(0, 0, FLUTE);
        note(0, 480, 3, 48, 90);
        note(480, 960, 0, 72, 80);
        program(960, 3, FLUTE);
        note(960, 1440, 3, 72, 70);

        Score score = MidiScores.read(written());

        assertEquals("piece", score.name());
        assertEquals(folder.resolve("piece.mid").toString(), score.origin());
        assertEquals(List.of("string", "flute", "flute"), score.families());
        assertEquals(List.of(0, 1, 2), notes().stream().map(Note::part).toList());
        assertEquals(1.5, score.seconds());
    }

    @Test
    void drumsAndProgramsWithoutAFamilyAreLeftOut() throws Exception {
        program(0, 1, 120);
        note(0, 480, 9, 36, 100);
        note(0, 480, 1, 60, 100);
        note(0, 480, 0, 60, 64);

        assertEquals(List.of("keyboard"), MidiScores.read(written()).families());
        assertEquals(1, notes().size());
    }

    @Test
    void aNoteThatIsStruckAgainOrNeverReleasedEndsAllTheSame() throws Exception {
        add(track, 0, ShortMessage.NOTE_ON, 0, 60, 64);
        add(track, 480, ShortMessage.NOTE_ON, 0, 60, 64);
        add(track, 960, ShortMessage.NOTE_ON, 0, 60, 0);
        add(track, 960, ShortMessage.NOTE_ON, 0, 62, 64);
        add(track, 1440, ShortMessage.CONTROL_CHANGE, 0, 7, 100);

        assertEquals(
                List.of(new Note(0, 0.5, 0, 60, 64), new Note(0.5, 1, 0, 60, 64), new Note(1, 1.5, 0, 62, 64)),
                notes());
    }

    @Test
    void tracksPlayTogether() throws Exception {
        Track second = sequence.createTrack();
        note(480, 960, 0, 60, 64);
        add(second, 0, ShortMessage.NOTE_ON, 0, 67, 64);
        add(second, 480, ShortMessage.NOTE_OFF, 0, 67, 0);

        assertEquals(List.of(67, 60), notes().stream().map(Note::pitch).toList());
    }

    @Test
    void ticksOfFilmFramesAreOfOneLength() throws Exception {
        sequence = new Sequence(Sequence.SMPTE_25, 40);
        track = sequence.createTrack();
        tempo(0, 1);
        note(1000, 2000, 0, 60, 64);

        assertEquals(List.of(new Note(1, 2, 0, 60, 64)), notes());
    }

    @Test
    void filesThatHoldNoScoreAreRefused() throws Exception {
        assertRefused(folder.resolve("none.mid"), "no such file");
        assertRefused(Files.writeString(folder.resolve("text.mid"), "no music"), "no MIDI file");
        note(0, 480, 9, 36, 100);
        assertRefused(written(), "no notes");
    }

    /** Memory at address 0, which nobody can read, not even root. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatCannotBeReadSaysWhy() {
        assertRefused(Path.of("/proc/self/mem"), "the file cannot be read: Input/output error");
    }

    @Test
    void aFileCutShortOrChangedAnywhereIsRefusedOrReadButNeverFails() throws Exception {
        program(0, 0, FLUTE);
        tempo(0, 400_000);
        note(0, 480, 0, 72, 100);
        byte[] whole = Files.readAllBytes(written());
        Path damaged = folder.resolve("damaged.mid");
        int refused = 0;
        for (int i = 0; i < whole.length; i++) {
            refused += isRefused(Files.write(damaged, Arrays.copyOf(whole, i))) ? 1 : 0;
            byte[] changed = whole.clone();
            changed[i] ^= 0x55;
            refused += isRefused(Files.write(damaged, changed)) ? 1 : 0;
        }
        assertTrue(refused > whole.length / 2, refused + " refused");
    }

    private static boolean isRefused(Path file) {
        try {
            Score score = MidiScores.read(file);
            double latest = 0;
            for (Note note : score.notes()) {
                assertTrue(note.startSeconds() >= latest && note.endSeconds() <= score.seconds(), note::toString);
                assertTrue(note.part() < score.families().size(), note::toString);
                latest = note.startSeconds();
            }
            return false;
        } catch (ScoreException e) {
            assertFalse(e.getMessage().isBlank());
            return true;
        }
    }

    @Test
    void familiesAreThoseOfGeneralMidi() {
        assertEquals("keyboard", GeneralMidi.family(0).orElseThrow());
        assertEquals("bass", GeneralMidi.family(32).orElseThrow());
        assertEquals("vocal", GeneralMidi.family(53).orElseThrow());
        assertEquals("brass", GeneralMidi.family(60).orElseThrow());
        assertEquals("reed", GeneralMidi.family(71).orElseThrow());
        assertTrue(GeneralMidi.family(55).isEmpty());
        for (int program = 88; program < 128; program++) {
            assertTrue(GeneralMidi.family(program).isEmpty());
        }
    }
}
