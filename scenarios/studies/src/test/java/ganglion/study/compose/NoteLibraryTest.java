package ganglion.study.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.study.compose.NoteLibrary.Instrument;
import ganglion.study.compose.NoteLibrary.Recording;
import ganglion.study.compose.RandomWalk.Range;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

        assertEquals(Set.of("bass", "flute"), library.families().keySet());
        assertEquals(
                List.of("flute_a", "flute_b"),
                library.families().get("flute").stream().map(Instrument::name).toList());
        assertEquals(new Range(72, 79), library.families().get("flute").get(0).range());
    }

    @ParameterizedTest
    @CsvSource({"72, 127, 72, 127", "72, 60, 72, 50", "75, 120, 72, 127", "76, 120, 79, 127", "100, 1, 79, 127"})
    void theNearestRecordingIsThatOfTheNearestPitchAndThenVelocity(int pitch, int velocity, int near, int loud)
            throws Exception {
        Instrument flute = NoteLibrary.read(NotesOnDisk.band(folder))
                .families()
                .get("flute")
                .get(0);

        Recording found = flute.nearest(pitch, velocity);

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

        InputException refusal = assertThrows(InputException.class, () -> NoteLibrary.read(folder));

        assertTrue(refusal.getMessage().contains("examples.json: odd.wav has the " + part), refusal.getMessage());
    }

    @Test
    void aFolderWithoutNotesIsRefused() throws Exception {
        assertThrows(InputException.class, () -> NoteLibrary.read(folder.resolve("none")));
        Files.writeString(folder.resolve("examples.json"), "{}");
        InputException refusal = assertThrows(InputException.class, () -> NoteLibrary.read(folder));
        assertTrue(refusal.getMessage().endsWith("holds no notes"), refusal.getMessage());
    }
}
