package ganglion.study.compose;

import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.NsynthFolder;
import ganglion.cochlea.data.SoundFile;
import ganglion.documents.InputException;
import ganglion.study.compose.RandomWalk.Range;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Recorded single notes by family and instrument, from a folder in the layout of NSynth whose list gives {@code
 * instrument_family_str}, {@code instrument_str}, {@code pitch} and {@code velocity}. Sounds are read only when they are played.
 *
 * @param families the instruments of each family, in the order of the list
 */
record NoteLibrary(TreeMap<String, List<Instrument>> families) {

    private static final String FAMILY = "instrument_family_str";
    private static final String INSTRUMENT = "instrument_str";

    /** Pattern of the names of families, which are joined by +, and of instruments. */
    private static final String WORD = "[A-Za-z0-9_-]{1,64}";

    /** A recorded note: MIDI key number, and velocity from 1 to 127. */
    record Recording(Path file, int pitch, int velocity) {}

    /** An instrument with its recordings, at least one. */
    record Instrument(String name, String family, List<Recording> recordings) {

        private static final int VELOCITY_STEPS_A_SEMITONE = 32;

        Range range() {
            return new Range(
                    recordings.stream().mapToInt(Recording::pitch).min().orElseThrow(),
                    recordings.stream().mapToInt(Recording::pitch).max().orElseThrow());
        }

        /** The recording of the nearest pitch, and of the nearest velocity among equally near ones. */
        Recording nearest(int pitch, int velocity) {
            return recordings.stream()
                    .min(Comparator.comparingInt(
                            recording -> VELOCITY_STEPS_A_SEMITONE * Math.abs(recording.pitch() - pitch)
                                    + Math.abs(recording.velocity() - velocity)))
                    .orElseThrow();
        }
    }

    /** @throws InputException if the list cannot be read, is empty, or a note lacks an attribute */
    static NoteLibrary read(Path folder) throws InputException {
        Path list = folder.resolve(MixtureMaker.LIST);
        Map<String, Instrument> instruments = new LinkedHashMap<>();
        for (SoundFile note : notes(folder)) {
            String name = word(list, note, INSTRUMENT);
            Recording recording =
                    new Recording(note.file(), number(list, note, "pitch", 0), number(list, note, "velocity", 1));
            String family = word(list, note, FAMILY);
            instruments
                    .computeIfAbsent(name, any -> new Instrument(name, family, new ArrayList<>()))
                    .recordings()
                    .add(recording);
        }
        TreeMap<String, List<Instrument>> families = new TreeMap<>();
        instruments
                .values()
                .forEach(instrument -> families.computeIfAbsent(instrument.family(), any -> new ArrayList<>())
                        .add(instrument));
        return new NoteLibrary(families);
    }

    private static List<SoundFile> notes(Path folder) throws InputException {
        try {
            List<SoundFile> notes = NsynthFolder.read(folder, "");
            if (notes.isEmpty()) {
                throw refusal(folder, "the list holds no notes");
            }
            return notes;
        } catch (DataSetException e) {
            throw new InputException("", e.getMessage());
        }
    }

    private static String word(Path list, SoundFile note, String attribute) throws InputException {
        return checked(list, note, attribute, WORD, "a word of letters, digits, - and _");
    }

    private static int number(Path list, SoundFile note, String attribute, int lowest) throws InputException {
        String expected = "a whole number from " + lowest + " to " + RandomWalk.HIGHEST;
        int number = Integer.parseInt(checked(list, note, attribute, "\\d{1,3}", expected));
        if (number < lowest || number > RandomWalk.HIGHEST) {
            throw wrong(list, note, attribute, expected);
        }
        return number;
    }

    private static String checked(Path list, SoundFile note, String attribute, String form, String expected)
            throws InputException {
        String value = note.attributes().getOrDefault(attribute, "");
        if (!value.matches(form)) {
            throw wrong(list, note, attribute, expected);
        }
        return value;
    }

    private static InputException wrong(Path list, SoundFile note, String attribute, String expected) {
        String found = note.attributes().getOrDefault(attribute, "nothing");
        return refusal(
                list, note.file().getFileName() + " has the " + attribute + " '" + found + "', expected " + expected);
    }

    static InputException refusal(Path place, String message) {
        return new InputException(place, message);
    }
}
