package ganglion.study.compose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.cochlea.resample.Resampler;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.HiddenPlace;
import ganglion.documents.output.MoveGate;
import ganglion.documents.output.PlaceClaim;
import ganglion.documents.table.CsvCell;
import ganglion.kernel.random.CounterRandom;
import ganglion.scenario.experiment.data.MixedSounds;
import ganglion.study.compose.NoteLibrary.Instrument;
import ganglion.study.compose.NoteLibrary.Recording;
import ganglion.study.compose.RandomWalk.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes mixtures and writes them into a folder in the layout of NSynth: {@code examples.json}, {@code audio/NAME.wav}, and
 * {@code labels/NAME.csv} with the notes. The list comes last, so that a folder with a list is complete. The random
 * numbers of a mixture depend only on the seed and its position in the call.
 */
final class MixtureMaker {

    static final String LIST = "examples.json";

    /** Largest change of pitch of a recording, in semitones; notes beyond it are left out. */
    private static final int LARGEST_SHIFT = 12;

    private static final double SEMITONES = 12;
    private static final double FADE_SECONDS = 0.05;
    private static final double CEILING = 0.99;
    private static final int INSTRUMENTS = 0;
    private static final int PARTS = 1;
    private static final int MUSIC = 2;

    private final NoteLibrary library;
    private final Settings settings;
    private final Path folder;
    private final Map<Speed, Resampler> resamplers = new HashMap<>();

    private record Speed(double recordedHertz, int semitones) {}

    /**
     * What is to be made.
     *
     * @param seed of all draws
     * @param rateHertz sample rate
     * @param count of mixtures
     * @param seconds length of each
     * @param families that are drawn from, each at most once for a mixture
     * @param fewestParts lowest number of instruments
     * @param mostParts highest number of instruments
     */
    record Settings(
            long seed,
            int rateHertz,
            int count,
            double seconds,
            List<String> families,
            int fewestParts,
            int mostParts) {

        private static final int LOWEST_RATE_HERTZ = 4000;
        private static final int HIGHEST_RATE_HERTZ = 48_000;
        private static final int MOST_MIXTURES = 100_000;
        private static final double LONGEST_SECONDS = 600;

        /** @throws IllegalArgumentException if a number is out of range */
        Settings {
            families = List.copyOf(families);
            check(
                    rateHertz >= LOWEST_RATE_HERTZ && rateHertz <= HIGHEST_RATE_HERTZ,
                    "a sample rate of " + rateHertz + " Hz, expected " + LOWEST_RATE_HERTZ + " to "
                            + HIGHEST_RATE_HERTZ);
            check(count >= 1 && count <= MOST_MIXTURES, count + " mixtures, expected 1 to " + MOST_MIXTURES);
            check(
                    seconds > 0 && seconds <= LONGEST_SECONDS,
                    seconds + " s of music, expected more than 0 and at most " + LONGEST_SECONDS);
            check(!families.isEmpty(), "no family of instruments, expected one or more");
            check(
                    fewestParts >= 1 && mostParts >= fewestParts && mostParts <= families.size(),
                    fewestParts + " to " + mostParts + " parts, expected 1 to " + families.size()
                            + ", as each is of another family");
        }

        private static void check(boolean met, String message) {
            if (!met) {
                throw new IllegalArgumentException("found " + message);
            }
        }
    }

    /**
     * A mixture that was made.
     *
     * @param name of its files
     * @param families that sound in it, in ascending order
     * @param instruments that sound in it, in the order of their first notes
     * @param notes that were played
     * @param leftOut notes that no recording is near enough to
     * @param scale that it was multiplied by so that it does not clip, at most 1
     * @param peak of its samples, at most 0.99
     */
    record Mixture(
            String name,
            Set<String> families,
            Set<String> instruments,
            int notes,
            int leftOut,
            double scale,
            double peak) {}

    /** @param folder folder for all files; files of the same names are replaced */
    MixtureMaker(NoteLibrary library, Settings settings, Path folder) {
        this.library = library;
        this.settings = settings;
        this.folder = folder;
    }

    /**
     * Makes all mixtures. They appear when the last one is made; if one cannot be made, the folder stays as it was.
     *
     * @param made receives each mixture
     * @throws InputException if a recording cannot be read
     * @throws IOException if a file cannot be written, or a list would be replaced that is not one of mixtures
     * @throws OutputException if another process makes mixtures there, or nothing can be written there
     */
    void make(Consumer<Mixture> made) throws InputException, IOException, OutputException {
        PlaceClaim claim = PlaceClaim.within(folder);
        try (claim) {
            if (Files.exists(folder.resolve(LIST)) && !isOfMixtures(folder.resolve(LIST))) {
                throw new IOException("holds " + LIST
                        + ", which ganglion compose did not write; expected it elsewhere, or another --out");
            }
            try (HiddenPlace hidden = HiddenPlace.beside(folder.resolve("mixtures"))) {
                Files.createDirectories(hidden.path().resolve("audio"));
                Files.createDirectories(hidden.path().resolve("labels"));
                ObjectNode list = JsonNodeFactory.instance.objectNode();
                for (int number = 0; number < settings.count(); number++) {
                    String name = String.format(Locale.ROOT, "walk-%03d", number);
                    Mixture mixture = make(hidden.path(), name, CounterRandom.of(settings.seed(), number));
                    list.set(name, entry(mixture));
                    made.accept(mixture);
                }
                // Line breaks that do not depend on the system: the same seed is to give the same bytes.
                String json = new ObjectMapper()
                        .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
                        .writeValueAsString(list);
                Files.writeString(hidden.path().resolve(LIST), json + "\n");
                MoveGate.pass(() -> move(hidden.path()));
            }
        }
    }

    private static boolean isOfMixtures(Path list) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(list.toFile())) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && parser.nextToken() == JsonToken.FIELD_NAME
                    && parser.nextToken() == JsonToken.START_OBJECT
                    && MixedSounds.FAMILIES.equals(parser.nextFieldName());
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private ObjectNode entry(Mixture mixture) {
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put(MixedSounds.FAMILIES, String.join(MixedSounds.JOINT, mixture.families()));
        mixture.families().forEach(entry.putArray("families")::add);
        mixture.instruments().forEach(entry.putArray("instruments")::add);
        return entry.put("notes", mixture.notes())
                .put("notes_left_out", mixture.leftOut())
                .put("seconds", Math.round(settings.seconds() * settings.rateHertz()) / (double) settings.rateHertz())
                .put("sample_rate", settings.rateHertz())
                .put("seed", settings.seed())
                .put("scale", mixture.scale())
                .put("peak", mixture.peak());
    }

    /** The list goes first and comes last. */
    private void move(Path made) throws IOException {
        Files.deleteIfExists(folder.resolve(LIST));
        for (String part : List.of("audio", "labels")) {
            if (!Files.isDirectory(folder.resolve(part))) {
                Files.createDirectory(folder.resolve(part));
            }
            try (Stream<Path> files = Files.list(made.resolve(part))) {
                for (Path file : files.toList()) {
                    move(file, folder.resolve(part));
                }
            }
        }
        move(made.resolve(LIST), folder);
    }

    private static void move(Path file, Path folder) throws IOException {
        Files.move(
                file,
                folder.resolve(file.getFileName()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private Mixture make(Path place, String name, CounterRandom random) throws InputException, IOException {
        List<Instrument> instruments = new ArrayList<>();
        for (String family : drawn(random.branch(PARTS))) {
            List<Instrument> choice = library.families().get(family);
            instruments.add(choice.get(random.branch(INSTRUMENTS).below(instruments.size(), choice.size())));
        }
        List<Note> notes = RandomWalk.compose(
                random.branch(MUSIC),
                instruments.stream().map(Instrument::range).toList(),
                settings.seconds());
        return write(place, name, instruments, notes);
    }

    /** Families of a piece, each at most once: the first of a shuffled list. */
    private List<String> drawn(CounterRandom random) {
        int parts = settings.fewestParts() + random.below(0, settings.mostParts() - settings.fewestParts() + 1);
        List<String> left = new ArrayList<>(settings.families());
        List<String> drawn = new ArrayList<>();
        while (drawn.size() < parts) {
            drawn.add(left.remove(random.below(1 + drawn.size(), left.size())));
        }
        return drawn;
    }

    /** Plays notes and writes the sound and the labels. */
    Mixture write(Path place, String name, List<Instrument> instruments, List<Note> notes)
            throws InputException, IOException {
        double rate = settings.rateHertz();
        double[] sound = new double[(int) Math.round(settings.seconds() * rate)];
        Set<String> families = new TreeSet<>();
        Set<String> heard = new LinkedHashSet<>();
        StringBuilder labels =
                new StringBuilder("start_seconds,end_seconds,family,instrument,pitch,velocity,recording,semitones\n");
        int played = 0;
        for (Note note : notes) {
            Instrument instrument = instruments.get(note.part());
            Recording recording = instrument.nearest(note.pitch(), note.velocity());
            int semitones = note.pitch() - recording.pitch();
            if (Math.abs(semitones) <= LARGEST_SHIFT) {
                int end = play(note, recording, sound);
                families.add(instrument.family());
                heard.add(instrument.name());
                labels.append(String.format(
                        Locale.ROOT,
                        "%.6f,%.6f,%s,%s,%d,%d,%s,%d\n",
                        Math.round(note.startSeconds() * rate) / rate,
                        end / rate,
                        instrument.family(),
                        instrument.name(),
                        note.pitch(),
                        note.velocity(),
                        CsvCell.of(recording.file().getFileName().toString()),
                        semitones));
                played++;
            }
        }
        Files.writeString(place.resolve("labels").resolve(name + ".csv"), labels);
        double peak = (float) Arrays.stream(sound).map(Math::abs).max().orElse(0);
        double scale = Math.min(1, CEILING / peak);
        try (WaveWriter wave =
                new WaveWriter(place.resolve("audio").resolve(name + ".wav"), settings.rateHertz(), 1, sound.length)) {
            for (double sample : sound) {
                wave.write(scale * (float) sample);
            }
        }
        return new Mixture(name, families, heard, played, notes.size() - played, scale, peak * scale);
    }

    /** Adds a note to a sound and returns the sample at which its key is released, or its recording ends. */
    private int play(Note note, Recording recording, double[] sound) throws InputException {
        int start = (int) Math.round(note.startSeconds() * settings.rateHertz());
        int released = (int) Math.min(sound.length, Math.round(note.endSeconds() * settings.rateHertz()));
        int fade = (int) Math.round(FADE_SECONDS * settings.rateHertz());
        double[] samples = samples(recording, note.pitch() - recording.pitch(), released - start + fade);
        double gain = gain(note.velocity()) / gain(recording.velocity());
        int release = Math.min(released, start + samples.length);
        int end = Math.min(sound.length, Math.min(release + fade, start + samples.length));
        for (int sample = start; sample < end; sample++) {
            double share = sample < release ? 1 : 1 - (double) (sample - release) / fade;
            sound[sample] += gain * share * samples[sample - start];
        }
        return release;
    }

    /** Gain of a velocity: its square (MIDI Association, Downloadable Sounds Level 1, 1999: 40 log10(127 / velocity) dB). */
    private static double gain(int velocity) {
        double share = (double) velocity / RandomWalk.HIGHEST;
        return share * share;
    }

    /** The beginning of a recording at another pitch: played faster or slower, as a tape. */
    private double[] samples(Recording recording, int semitones, int mostSamples) throws InputException {
        AudioClip clip;
        try {
            clip = AudioFiles.read(recording.file());
        } catch (AudioFormatException e) {
            throw NoteLibrary.refusal(recording.file(), e.getMessage());
        }
        double outputHertz = settings.rateHertz() * StrictMath.pow(2, -semitones / SEMITONES);
        Resampler resampler = resamplers.computeIfAbsent(
                new Speed(clip.sampleRateHertz(), semitones), speed -> new Resampler(speed.recordedHertz, outputHertz));
        double needed = mostSamples * clip.sampleRateHertz() / outputHertz + resampler.delaySamples() + 1;
        double[] moved = resampler.resample(
                Arrays.copyOf(clip.samples(), (int) Math.min(clip.samples().length, Math.ceil(needed))));
        return Arrays.copyOf(moved, Math.min(moved.length, mostSamples));
    }
}
