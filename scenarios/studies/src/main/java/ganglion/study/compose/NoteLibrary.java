package ganglion.study.compose;

import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.NsynthFolder;
import ganglion.cochlea.data.SoundFile;
import ganglion.study.score.Note;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Recorded single notes by family and instrument, from a folder in the layout of NSynth whose list gives {@code
 * instrument_family_str}, {@code instrument_str}, {@code pitch} and {@code velocity}. Sounds are read only when they are played.
 */
public final class NoteLibrary {

    private static final String FAMILY = "instrument_family_str";
    private static final String INSTRUMENT = "instrument_str";
    /** Pattern of the names of families, which are joined by +, and of instruments. */
    private static final String WORD = "[A-Za-z0-9_-]{1,64}";

    private final Path folder;
    private final TreeMap<String, List<Instrument>> families = new TreeMap<>();

    private NoteLibrary(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads the list of a folder.
     *
     * @throws ComposeException if it cannot be read, is empty, or a note lacks an attribute
     */
    public static NoteLibrary read(Path folder) throws ComposeException {
        NoteLibrary library = new NoteLibrary(folder);
        Map<String, List<WaveRecording>> recordings = new LinkedHashMap<>();
        Map<String, String> familyOf = new LinkedHashMap<>();
        for (SoundFile note : notes(folder)) {
            String instrument = library.word(note, INSTRUMENT);
            WaveRecording recording = new WaveRecording(
                    note.file(), library.number(note, "pitch", 0), library.number(note, "velocity", 1));
            recordings.computeIfAbsent(instrument, any -> new ArrayList<>()).add(recording);
            familyOf.putIfAbsent(instrument, library.word(note, FAMILY));
        }
        recordings.forEach((name, notes) -> library.families
                .computeIfAbsent(familyOf.get(name), any -> new ArrayList<>())
                .add(new Instrument(name, familyOf.get(name), List.copyOf(notes))));
        return library;
    }

    private static List<SoundFile> notes(Path folder) throws ComposeException {
        try {
            List<SoundFile> notes = NsynthFolder.read(folder, "");
            if (notes.isEmpty()) {
                throw new ComposeException(folder, "the list holds no notes");
            }
            return notes;
        } catch (DataSetException e) {
            throw new ComposeException(e);
        }
    }

    private String word(SoundFile note, String attribute) throws ComposeException {
        String value = note.attributes().getOrDefault(attribute, "");
        if (!value.matches(WORD)) {
            throw wrong(note, attribute, "a word of letters, digits, - and _");
        }
        return value;
    }

    private int number(SoundFile note, String attribute, int lowest) throws ComposeException {
        String value = note.attributes().getOrDefault(attribute, "");
        if (!value.matches("\\d{1,3}") || Integer.parseInt(value) < lowest || Integer.parseInt(value) > Note.HIGHEST) {
            throw wrong(note, attribute, "a whole number from " + lowest + " to " + Note.HIGHEST);
        }
        return Integer.parseInt(value);
    }

    private ComposeException wrong(SoundFile note, String attribute, String expected) {
        String found = note.attributes().getOrDefault(attribute, "nothing");
        return new ComposeException(
                folder.resolve("examples.json"),
                note.file().getFileName() + " has the " + attribute + " '" + found + "', expected " + expected);
    }

    /** Names of the families that it has instruments of, in ascending order. */
    public List<String> families() {
        return List.copyOf(families.keySet());
    }

    /** The instruments of a family, in the order of the list; none for an unknown one. */
    List<Instrument> instruments(String family) {
        return families.getOrDefault(family, List.of());
    }
}
