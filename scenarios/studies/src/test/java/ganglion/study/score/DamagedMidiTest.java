package ganglion.study.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
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
    void aFileWrittenByteByByteIsRead() throws Exception {
        Path file = new MidiBytes().note(60, 100, BEAT).end().write(file(), 0, 1, BEAT);

        assertEquals(List.of(new Note(0, 0.5, 0, 60, 100)), notes(file));
    }

    @Test
    void runningStatusRepeatsTheLastCommand() throws Exception {
        Path file = new MidiBytes()
                .event(0, 0x90, 60, 100)
                .event(BEAT, 60, 0)
                .event(0, 62, 90)
                .event(BEAT, 62, 0)
                .end()
                .write(file(), 0, 1, BEAT);

        assertEquals(List.of(new Note(0, 0.5, 0, 60, 100), new Note(0.5, 1, 0, 62, 90)), notes(file));
    }

    @Test
    void theByteThatIsWrongIsNamed() throws Exception {
        // Bytes 0 to 21 are the headers, 22 the time of the first event, 23 its command.
        assertEquals(
                "a damaged MIDI file: byte 25: found 128, expected a data byte from 0 to 127",
                refusal(new MidiBytes().note(60, 128, BEAT).end().write(file(), 0, 1, BEAT)));
        assertEquals(
                "a damaged MIDI file: byte 24: found 200, expected a data byte from 0 to 127",
                refusal(new MidiBytes().note(200, 100, BEAT).end().write(file(), 0, 1, BEAT)));
        assertEquals(
                "a damaged MIDI file: byte 18: found a length of 1000000 bytes, expected at most 13, which the file has left",
                MidiDamage.of(Files.readAllBytes(
                        new MidiBytes().note(60, 100, BEAT).end().write(file(), 0, 1, BEAT, 1_000_000))));
        assertEquals(
                "not a MIDI file: found nothing at byte 0, expected MThd", refusal(Files.write(file(), new byte[0])));
        assertEquals(
                "not a MIDI file: found something else at byte 0, expected MThd",
                refusal(Files.writeString(file(), "RIFF0000WAVE")));
    }

    @Test
    void everyPlaceThatCannotBeReadIsTold() {
        assertTold("byte 23: found 60, expected a command from 128 on", 0, 60, 100);
        assertTold("byte 23: found the command 248, expected one that a file may hold", 0, 0xf8);
        assertTold("byte 24: found a length of 100 bytes, expected at most 2", 0, 0xf0, 100, 1, 2);
        assertTold("byte 25: found a length of 9 bytes, expected at most 1", 0, 0xff, 1, 9, 1);
        assertTold("byte 22: found a number of more than 4 bytes, expected at most 4", 0xff, 0xff, 0xff, 0xff, 0x7f);
        assertTold("byte 25: found the end of the track within an event, expected the rest of the event", 0, 0x90, 60);
        assertTold("byte 24: found 255, expected a data byte from 0 to 127", 0, 0xc0, 0xff);
    }

    private void assertTold(String problem, int... track) {
        try {
            byte[] content = Files.readAllBytes(new MidiBytes().raw(track).write(file(), 0, 1, BEAT));
            assertEquals("a damaged MIDI file: " + problem, MidiDamage.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFolderIsNoMidiFile() {
        assertEquals("no such file, expected a MIDI file", refusal(folder));
    }

    @Test
    void aTrackThatEndsEarlyIsRefusedOrHoldsNoNotes() throws Exception {
        Path file = new MidiBytes().note(60, 100, BEAT).end().write(file(), 0, 1, BEAT, 1_000_000);
        Path empty = new MidiBytes().write(folder.resolve("empty.mid"), 0, 1, BEAT);

        assertFalse(refusal(file).isEmpty());
        assertFalse(refusal(empty).isEmpty());
    }

    @Test
    void aSystemExclusiveMessageLongerThanTheFileIsRefused() throws Exception {
        Path file = new MidiBytes().event(0, 0xf0, 0xff, 0xff, 0xff, 0x7f, 1, 2).write(file(), 0, 1, BEAT);

        assertFalse(refusal(file).isEmpty());
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
    void aTempoOfTheWrongLengthIsIgnoredOrRefused() throws Exception {
        Path file = new MidiBytes()
                .event(0, 0xff, 0x51, 2, 1, 1)
                .note(60, 100, BEAT)
                .end()
                .write(file(), 0, 1, BEAT);

        assertEquals(0.5, notes(file).get(0).endSeconds());
    }

    @Test
    void theFastestTempoKeepsNotesApart() throws Exception {
        Path file = new MidiBytes()
                .event(0, 0xff, 0x51, 3, 0, 0, 1)
                .note(60, 100, BEAT)
                .note(62, 100, BEAT)
                .end()
                .write(file(), 0, 1, BEAT);

        List<Note> notes = notes(file);
        assertEquals(1e-6, notes.get(0).endSeconds(), 1e-15);
        assertEquals(2e-6, notes.get(1).endSeconds(), 1e-15);
    }

    @Test
    void aNoteWithoutLengthIsLeftOut() throws Exception {
        Path file = new MidiBytes().note(60, 100, 0).note(64, 90, BEAT).end().write(file(), 0, 1, BEAT);

        assertEquals(List.of(new Note(0, 0.5, 0, 64, 90)), notes(file));
    }

    @Test
    void theLowestAndHighestPitchAndVelocityAreRead() throws Exception {
        Path file = new MidiBytes().note(0, 1, BEAT).note(127, 127, BEAT).end().write(file(), 0, 1, BEAT);

        assertEquals(List.of(new Note(0, 0.5, 0, 0, 1), new Note(0.5, 1, 0, 127, 127)), notes(file));
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
