package ganglion.study.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and extreme MIDI files are refused in one sentence, or read within the limits of a score. */
class DamagedMidiTest {

    private static final int BEAT = 480;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("piece.mid");
    }

    private static List<Note> notes(Path file) throws ScoreException {
        List<Note> notes = new ArrayList<>();
        MidiScores.read(file).notes().forEach(notes::add);
        return notes;
    }

    private static String refusal(Path file) {
        String message =
                assertThrows(ScoreException.class, () -> MidiScores.read(file)).getMessage();
        assertFalse(message.contains("\n"), message);
        return message;
    }

    @Test
    void whatIsNoMidiFileOrADamagedOneIsRefused() throws Exception {
        String expected = "no MIDI file, or a damaged one; expected a Standard MIDI File of type 0 or 1";
        for (Path file : List.of(
                new MidiBytes().note(60, 128, BEAT).end().write(folder.resolve("velocity.mid"), 0, 1, BEAT),
                new MidiBytes().note(200, 100, BEAT).end().write(folder.resolve("pitch.mid"), 0, 1, BEAT),
                new MidiBytes()
                        .event(0, 0xf0, 0xff, 0xff, 0xff, 0x7f, 1, 2)
                        .write(folder.resolve("long.mid"), 0, 1, BEAT),
                Files.write(folder.resolve("empty.mid"), new byte[0]),
                Files.writeString(folder.resolve("riff.mid"), "RIFF0000WAVE"))) {
            assertEquals(expected, refusal(file), file.toString());
        }
    }

    @Test
    void aFileWithoutTicksPerBeatIsRefused() throws Exception {
        Path file = new MidiBytes().note(60, 100, BEAT).end().write(file(), 0, 1, 0);

        String message = refusal(file);

        assertTrue(message.contains("0 ticks a beat") || message.contains("MIDI file"), message);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsParsed() throws Exception {
        try (RandomAccessFile sparse = new RandomAccessFile(file().toFile(), "rw")) {
            sparse.setLength(MidiScores.LARGEST_FILE + 1);
        }

        assertEquals(
                "the file has " + (MidiScores.LARGEST_FILE + 1) + " bytes, expected at most " + MidiScores.LARGEST_FILE,
                refusal(file()));
    }

    @Test
    void aScoreLongerThanTenHoursIsRefused() throws Exception {
        Path file = new MidiBytes()
                .event(0, 0xff, 0x51, 3, 0xff, 0xff, 0xff)
                .note(60, 100, 0xfffffff)
                .end()
                .write(file(), 0, 1, 1);

        String message = refusal(file);

        assertTrue(message.startsWith("the notes end after "), message);
        assertTrue(message.endsWith("expected at most 36000.0 s"), message);
    }

    @Test
    void aTempoOfZeroIsIgnored() throws Exception {
        Path file = new MidiBytes()
                .event(0, 0xff, 0x51, 3, 0, 0, 0)
                .note(60, 100, BEAT)
                .end()
                .write(file(), 0, 1, BEAT);

        assertEquals(List.of(new Note(0, 0.5, 0, 60, 100)), notes(file));
    }

    @Test
    void aNoteWithoutLengthIsLeftOut() throws Exception {
        Path file = new MidiBytes().note(60, 100, 0).note(64, 90, BEAT).end().write(file(), 0, 1, BEAT);

        assertEquals(List.of(new Note(0, 0.5, 0, 64, 90)), notes(file));
    }

    @Test
    void aReleaseWithoutANoteIsIgnored() throws Exception {
        Path file = new MidiBytes()
                .event(0, 0x80, 60, 64)
                .event(0, 0x90, 61, 0)
                .note(62, 100, BEAT)
                .end()
                .write(file(), 0, 1, BEAT);

        assertEquals(List.of(62), notes(file).stream().map(Note::pitch).toList());
    }

    @Test
    void pedalsAndPitchBendsAreIgnored() throws Exception {
        Path file = new MidiBytes()
                .event(0, 0xb0, 64, 127)
                .event(0, 0xe0, 0, 127)
                .event(0, 0xd0, 100)
                .event(0, 0xa0, 60, 100)
                .note(60, 100, BEAT)
                .end()
                .write(file(), 0, 1, BEAT);

        assertEquals(1, notes(file).size());
    }
}
