package ganglion.study.compose;

import ganglion.documents.OutputException;
import ganglion.documents.output.HiddenPlace;
import ganglion.documents.output.MoveGate;
import ganglion.documents.output.PlaceClaim;
import ganglion.kernel.random.CounterRandom;
import ganglion.study.score.RandomWalk;
import ganglion.study.score.RandomWalk.Range;
import ganglion.study.score.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes mixtures and writes them into a folder in the layout of NSynth: {@code examples.json}, {@code audio/NAME.wav}, and
 * {@code labels/NAME.csv} with the notes. The list comes last, so that a folder with a list is complete. The random
 * numbers of a mixture depend only on the seed and its position in the call.
 */
public final class MixtureMaker {

    private static final int INSTRUMENTS = 0;
    private static final int PARTS = 1;
    private static final int MUSIC = 2;
    private static final int NOISE = 3;
    private static final int LEVEL = 2;

    private final NoteLibrary library;
    private final Optional<NoiseFolder> noises;
    private final MixtureSettings settings;
    private final Path folder;
    private final RecordedNotes recorded;

    /**
     * @param noises noise to add, empty for none
     * @param folder folder for all files; files of the same names are replaced
     */
    public MixtureMaker(NoteLibrary library, Optional<NoiseFolder> noises, MixtureSettings settings, Path folder) {
        this.library = library;
        this.noises = noises;
        this.settings = settings;
        this.folder = folder;
        this.recorded = new RecordedNotes(settings.rateHertz());
    }

    /**
     * Makes all mixtures. They appear when the last one is made; if one cannot be made, the folder stays as it was.
     *
     * @param scores scores to play; if there are none, pieces are composed at random
     * @param made receives each mixture
     * @throws ComposeException if a recording cannot be read, or nothing of a score can be played
     * @throws IOException if a file cannot be written, or a list would be replaced that is not one of mixtures
     * @throws OutputException if another process makes mixtures there, or nothing can be written there
     */
    public void make(List<Score> scores, Consumer<Mixture> made) throws ComposeException, IOException, OutputException {
        PlaceClaim claim = PlaceClaim.within(folder);
        try (claim) {
            Path list = folder.resolve(MixtureList.NAME);
            if (Files.exists(list) && !MixtureList.isOfMixtures(list)) {
                throw new IOException("holds " + MixtureList.NAME
                        + ", which ganglion compose did not write; expected it elsewhere, or another --out");
            }
            try (HiddenPlace hidden = HiddenPlace.beside(folder.resolve("mixtures"))) {
                MixtureFiles files = new MixtureFiles(hidden.path(), settings.rateHertz());
                files.begin();
                writeAll(scores, made, hidden.path(), files);
                MoveGate.pass(() -> files.moveTo(folder));
            }
        }
    }

    private void writeAll(List<Score> scores, Consumer<Mixture> made, Path place, MixtureFiles files)
            throws ComposeException, IOException {
        try (MixtureList list = new MixtureList(place, settings)) {
            int pieces = Math.max(1, scores.size());
            for (int number = 0; number < pieces * settings.count(); number++) {
                CounterRandom random = CounterRandom.of(settings.seed(), number);
                Optional<Score> score =
                        scores.isEmpty() ? Optional.empty() : Optional.of(scores.get(number / settings.count()));
                String name = String.format(
                        Locale.ROOT,
                        "%s-%03d",
                        score.map(Score::name).orElse("walk").replaceAll("[^A-Za-z0-9_-]+", "-"),
                        number);
                Mixture mixture = make(name, score, random, files);
                list.add(mixture);
                made.accept(mixture);
            }
            list.complete();
        }
    }

    private Mixture make(String name, Optional<Score> given, CounterRandom random, MixtureFiles files)
            throws ComposeException, IOException {
        List<Optional<Instrument>> instruments = new ArrayList<>();
        for (String family : given.map(Score::families).orElseGet(() -> drawn(random.branch(PARTS)))) {
            List<Instrument> choice = library.instruments(family);
            int index = choice.isEmpty() ? 0 : random.branch(INSTRUMENTS).below(instruments.size(), choice.size());
            instruments.add(choice.isEmpty() ? Optional.empty() : Optional.of(choice.get(index)));
        }
        Score score = given.map(whole -> whole.first(settings.seconds()))
                .orElseGet(() -> composed(name, instruments, random.branch(MUSIC)));
        NoteMixer mixer = new NoteMixer(score, instruments, settings.rateHertz(), recorded);
        return files.write(name, score, mixer, overlay(random.branch(NOISE)));
    }

    private MixtureFiles.Overlay overlay(CounterRandom random) throws ComposeException {
        if (noises.isEmpty()) {
            return new MixtureFiles.Overlay("", Optional.empty(), Double.NaN);
        }
        Path noise = noises.get().draw(random);
        NoiseBed bed = noises.get().bed(noise, settings.rateHertz(), random);
        double decibels = settings.lowestDecibels()
                + random.uniform(LEVEL) * (settings.highestDecibels() - settings.lowestDecibels());
        return new MixtureFiles.Overlay(noise.getFileName().toString(), Optional.of(bed), decibels);
    }

    /** Families of a composed piece, each at most once: the first of a shuffled list. */
    private List<String> drawn(CounterRandom random) {
        int parts = settings.fewestParts() + random.below(0, settings.mostParts() - settings.fewestParts() + 1);
        List<String> left = new ArrayList<>(settings.families());
        List<String> drawn = new ArrayList<>();
        while (drawn.size() < parts) {
            drawn.add(left.remove(random.below(1 + drawn.size(), left.size())));
        }
        return drawn;
    }

    private Score composed(String name, List<Optional<Instrument>> instruments, CounterRandom random) {
        List<Range> ranges = instruments.stream()
                .map(Optional::orElseThrow)
                .map(instrument -> new Range(instrument.family(), instrument.lowestPitch(), instrument.highestPitch()))
                .toList();
        return RandomWalk.compose(random, name, ranges, settings.seconds());
    }
}
