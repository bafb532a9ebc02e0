package ganglion.study.compose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.data.NsynthFolder;
import ganglion.cochlea.data.SoundFile;
import ganglion.documents.InputException;
import ganglion.study.compose.MixtureMaker.Mixture;
import ganglion.study.compose.RandomWalk.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private MixtureMaker maker(String out, long seed, int count, double seconds) {
        return new MixtureMaker(
                library,
                new MixtureMaker.Settings(seed, RATE_HERTZ, count, seconds, List.of("bass", "flute"), 1, 2),
                folder.resolve(out));
    }

    private List<Mixture> make(String out, long seed, int count, double seconds) throws Exception {
        List<Mixture> made = new ArrayList<>();
        maker(out, seed, count, seconds).make(made::add);
        return made;
    }

    /** A mixture of one second: of given notes for the first flute and the bass. */
    private Mixture write(Note... notes) throws Exception {
        Files.createDirectories(folder.resolve("out/audio"));
        Files.createDirectories(folder.resolve("out/labels"));
        return maker("out", 1, 1, 1)
                .write(
                        folder.resolve("out"),
                        "piece",
                        List.of(
                                library.families().get("flute").get(0),
                                library.families().get("bass").get(0)),
                        List.of(notes));
    }

    private double[] written() throws Exception {
        return AudioFiles.read(folder.resolve("out/audio/piece.wav")).samples();
    }

    private double energy(double fromSeconds, double untilSeconds) throws Exception {
        double[] samples = written();
        return Arrays.stream(samples, (int) (fromSeconds * RATE_HERTZ), (int) (untilSeconds * RATE_HERTZ))
                .map(sample -> sample * sample)
                .sum();
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
        make("a", 5, 3, 2);
        make("b", 5, 3, 2);
        make("c", 6, 3, 2);

        Map<String, byte[]> first = files("a");
        Map<String, byte[]> second = files("b");
        assertEquals(7, first.size(), first.keySet()::toString);
        assertEquals(first.keySet(), second.keySet());
        first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
        assertFalse(Arrays.equals(first.get("audio/walk-000.wav"), files("c").get("audio/walk-000.wav")));
    }

    @Test
    void theFolderIsADataSet() throws Exception {
        List<Mixture> made = make("out", 9, 4, 3);

        List<SoundFile> read = NsynthFolder.read(folder.resolve("out"), "families_str");

        assertEquals(made.size(), read.size());
        for (int i = 0; i < made.size(); i++) {
            assertEquals(String.join("+", made.get(i).families()), read.get(i).label());
            assertEquals("9", read.get(i).attributes().get("seed"));
            assertTrue(Files.exists(read.get(i).file()));
        }
    }

    @Test
    void labelsSayWhatSoundsWhen() throws Exception {
        Mixture made = write(new Note(0, 0.5, 0, 72, 127), new Note(0.25, 0.75, 1, 41, 100));

        List<String> lines = Files.readAllLines(folder.resolve("out/labels/piece.csv"));

        assertEquals("start_seconds,end_seconds,family,instrument,pitch,velocity,recording,semitones", lines.get(0));
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith("0.000000,0.500000,flute,flute_"), lines.get(1));
        assertEquals("0.250000,0.750000,bass,bass_a,41,100,bass_a-040-127.wav,1", lines.get(2));
        assertEquals(Set.of("bass", "flute"), made.families());
        assertEquals(2, made.instruments().size());
    }

    @Test
    void loudMusicIsScaledAndNothingClips() throws Exception {
        Note[] chord = new Note[8];
        Arrays.setAll(chord, i -> new Note(0, 0.9, i % 2, i % 2 == 0 ? 72 : 40, 127));
        Mixture made = write(chord);

        assertTrue(made.scale() < 0.5, made::toString);
        assertEquals(0.99, Arrays.stream(written()).map(Math::abs).max().orElseThrow(), 1e-4);
        assertEquals(0.99, made.peak(), 1e-12);
    }

    @Test
    void aNoteSoundsFromItsStartAndFadesAfterItsEnd() throws Exception {
        write(new Note(0.25, 0.5, 0, 72, 127));

        assertEquals(RATE_HERTZ, written().length);
        assertEquals(0, energy(0, 0.25));
        assertTrue(energy(0.3, 0.4) > 10);
        assertTrue(energy(0.5, 0.55) > 0, "the fade");
        assertTrue(energy(0.5, 0.55) < energy(0.45, 0.5) / 2);
        assertEquals(0, energy(0.551, 1));
    }

    @Test
    void anOctaveHigherHasTwiceTheFrequencyAndEndsWithItsRecording() throws Exception {
        write(new Note(0, 0.9, 0, 72, 127));
        double crossings = crossings();
        write(new Note(0, 0.9, 0, 91, 127));

        assertEquals(2 * NotesOnDisk.hertz(72) * 1000 / RATE_HERTZ, crossings, 2);
        assertEquals(2 * NotesOnDisk.hertz(91) * 1000 / RATE_HERTZ, crossings(), 4);
        List<String> lines = Files.readAllLines(folder.resolve("out/labels/piece.csv"));
        assertEquals("0.500000", lines.get(1).split(",")[1], "a second, an octave higher");
        assertEquals(0, energy(0.51, 1));
    }

    private int crossings() throws Exception {
        double[] samples = written();
        int crossings = 0;
        for (int i = 1001; i < 2000; i++) {
            crossings += samples[i - 1] < 0 != samples[i] < 0 ? 1 : 0;
        }
        return crossings;
    }

    @Test
    void theListOfSomebodysRecordingsIsNotReplaced() throws Exception {
        byte[] before = Files.readAllBytes(folder.resolve("notes/examples.json"));

        IOException refusal = assertThrows(IOException.class, () -> make("notes", 1, 1, 1));

        assertEquals(
                "holds examples.json, which ganglion compose did not write; expected it elsewhere, or another --out",
                refusal.getMessage());
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("notes/examples.json")));
    }

    @Test
    void aMissingRecordingIsNamed() throws Exception {
        Files.delete(folder.resolve("notes/audio/bass_a-040-127.wav"));

        InputException refusal = assertThrows(InputException.class, () -> write(new Note(0, 1, 1, 40, 64)));

        assertTrue(refusal.getMessage().contains("bass_a-040-127.wav: no such file"), refusal.getMessage());
    }
}
