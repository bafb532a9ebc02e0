package ganglion.study.compose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.data.NsynthFolder;
import ganglion.cochlea.data.SoundFile;
import ganglion.study.score.Note;
import ganglion.study.score.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixtureMakerTest {

    private static final int RATE_HERTZ = NotesOnDisk.RATE_HERTZ;

    @TempDir
    private Path folder;

    private NoteLibrary library;

    @BeforeEach
    void recordNotes() throws Exception {
        library = NoteLibrary.read(NotesOnDisk.band(folder.resolve("notes")));
    }

    private static MixtureSettings settings(long seed, int count, double seconds) {
        return new MixtureSettings(seed, RATE_HERTZ, count, seconds, List.of("bass", "flute"), 1, 2);
    }

    private List<Mixture> make(String out, MixtureSettings settings) throws Exception {
        List<Mixture> made = new ArrayList<>();
        new MixtureMaker(library, settings, folder.resolve(out)).make(made::add);
        return made;
    }

    /** A mixture of given notes for the first flute and the bass. */
    private Mixture write(Note... notes) throws Exception {
        MixtureFiles files = new MixtureFiles(folder.resolve("out"), RATE_HERTZ);
        files.begin();
        List<Instrument> instruments = List.of(
                library.instruments("flute").get(0), library.instruments("bass").get(0));
        Score score = new Score(1, List.of("flute", "bass"), List.of(notes));
        return files.write("piece", new NoteMixer(score, instruments, RATE_HERTZ, new RecordedNotes(RATE_HERTZ)));
    }

    private double[] sound(String out, Mixture mixture) throws Exception {
        return AudioFiles.read(folder.resolve(out).resolve("audio/" + mixture.name() + ".wav"))
                .samples();
    }

    private Map<String, byte[]> files(String out) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder.resolve(out))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.resolve(out).relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void theSameSeedGivesTheSameBytesAndNothingElseIsLeft() throws Exception {
        make("a", settings(5, 3, 2));
        make("b", settings(5, 3, 2));
        make("c", settings(6, 3, 2));

        Map<String, byte[]> first = files("a");
        Map<String, byte[]> second = files("b");
        assertEquals(7, first.size(), first.keySet()::toString);
        assertEquals(first.keySet(), second.keySet());
        first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
        assertFalse(Arrays.equals(first.get("audio/walk-000.wav"), files("c").get("audio/walk-000.wav")));
    }

    @Test
    void labelsSayWhatSoundsWhen() throws Exception {
        Mixture made = write(new Note(0, 0.5, 0, 72, 127), new Note(0.25, 0.75, 1, 41, 100));

        List<String> lines = Files.readAllLines(folder.resolve("out/labels/" + made.name() + ".csv"));

        assertEquals("start_seconds,end_seconds,family,instrument,pitch,velocity,recording,semitones", lines.get(0));
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith("0.000000,0.500000,flute,flute_"), lines.get(1));
        assertEquals("0.250000,0.750000,bass,bass_a,41,100,bass_a-040-127.wav,1", lines.get(2));
        assertEquals(List.of("bass", "flute"), made.families());
        assertEquals(2, made.instruments().size());
    }

    @Test
    void loudMusicIsScaledAndNothingClips() throws Exception {
        Note[] chord = new Note[8];
        Arrays.setAll(chord, i -> new Note(0, 0.9, i % 2, i % 2 == 0 ? 72 : 40, 127));
        Mixture made = write(chord);

        double peak = Arrays.stream(sound("out", made)).map(Math::abs).max().orElseThrow();

        assertTrue(made.scale() < 0.5, made::toString);
        assertEquals(0.99, peak, 1e-4);
        assertEquals(0.99, made.peak(), 1e-12);
    }

    @Test
    void theFolderIsADataSet() throws Exception {
        List<Mixture> made = make("out", settings(9, 4, 3));

        List<SoundFile> read = NsynthFolder.read(folder.resolve("out"), "families_str");

        assertEquals(made.size(), read.size());
        for (int i = 0; i < made.size(); i++) {
            assertEquals(String.join("+", made.get(i).families()), read.get(i).label());
            assertEquals("9", read.get(i).attributes().get("seed"));
            assertTrue(Files.exists(read.get(i).file()));
        }
    }

    @Test
    void noMoreThanSixtyFourNotesSoundAtOnce() throws Exception {
        Note[] many = new Note[70];
        Arrays.fill(many, new Note(0, 0.5, 0, 72, 100));

        Mixture made = write(many);

        assertEquals(64, made.notes());
        assertEquals(6, made.leftOut());
    }

    @Test
    void theListOfSomebodysRecordingsIsNotReplaced() throws Exception {
        byte[] before = Files.readAllBytes(folder.resolve("notes/examples.json"));

        IOException refusal = assertThrows(IOException.class, () -> make("notes", settings(1, 1, 1)));

        assertEquals(
                "holds examples.json, which ganglion compose did not write; expected it elsewhere, or another --out",
                refusal.getMessage());
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("notes/examples.json")));
    }

    @Test
    void aMissingRecordingIsNamed() throws Exception {
        Files.delete(folder.resolve("notes/audio/bass_a-040-127.wav"));

        ComposeException refusal = assertThrows(ComposeException.class, () -> write(new Note(0, 1, 1, 40, 64)));

        assertTrue(refusal.getMessage().contains("bass_a-040-127.wav: no such file"), refusal.getMessage());
    }
}
