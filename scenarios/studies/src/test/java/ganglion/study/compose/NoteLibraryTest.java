package ganglion.study.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteLibraryTest {

    @TempDir
    private Path folder;

    @Test
    void sortsNotesByFamilyAndInstrument() throws Exception {
        NoteLibrary library = NoteLibrary.read(NotesOnDisk.band(folder));

        assertEquals(List.of("bass", "flute"), library.families());
        assertEquals(
                List.of("flute_a", "flute_b"),
                library.instruments("flute").stream().map(Instrument::name).toList());
        assertEquals(72, library.instruments("flute").get(0).lowestPitch());
        assertEquals(79, library.instruments("flute").get(0).highestPitch());
        assertEquals(List.of(), library.instruments("harp"));
    }

    @ParameterizedTest
    @CsvSource({"72, 127, 72, 127", "72, 60, 72, 50", "75, 120, 72, 127", "76, 120, 79, 127", "100, 1, 79, 127"})
    void theNearestRecordingIsThatOfTheNearestPitchAndThenVelocity(int pitch, int velocity, int near, int loud)
            throws Exception {
        Instrument flute =
                NoteLibrary.read(NotesOnDisk.band(folder)).instruments("flute").get(0);

        WaveRecording found = flute.nearest(pitch, velocity);

        assertEquals(near, found.pitch());
        assertEquals(loud, found.velocity());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            delimiter = '|',
            value = {
                "{\"pitch\": 60, \"velocity\": 1} | instrument_str 'nothing'",
                "{\"instrument_str\": \"a+b\"} | instrument_str 'a+b'",
                "{\"instrument_str\": \"a\", \"pitch\": 128, \"velocity\": 1} | pitch '128'",
                "{\"instrument_str\": \"a\", \"pitch\": 60, \"velocity\": 0} | velocity '0'",
                "{\"instrument_str\": \"a\", \"pitch\": 60, \"velocity\": 9.5} | velocity '9.5'",
                "{\"instrument_str\": \"a\", \"pitch\": 60, \"velocity\": 9} | instrument_family_str 'nothing'",
            })
    void aNoteThatSaysTooLittleIsNamed(String attributes, String part) throws Exception {
        new NotesOnDisk(folder).withEntry("\"odd\": " + attributes);

        ComposeException refusal = assertThrows(ComposeException.class, () -> NoteLibrary.read(folder));

        assertTrue(refusal.getMessage().contains("examples.json: odd.wav has the " + part), refusal.getMessage());
    }

    @Test
    void aFolderWithoutNotesIsRefused() throws Exception {
        assertThrows(ComposeException.class, () -> NoteLibrary.read(folder.resolve("none")));
        Files.writeString(folder.resolve("examples.json"), "{}");
        ComposeException refusal = assertThrows(ComposeException.class, () -> NoteLibrary.read(folder));
        assertTrue(refusal.getMessage().endsWith("holds no notes"), refusal.getMessage());
    }
}
