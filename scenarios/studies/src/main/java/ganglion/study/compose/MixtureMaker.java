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

    private final NoteLibrary library;
    private final MixtureSettings settings;
    private final Path folder;
    private final RecordedNotes recorded;

    /**
     * @param folder folder for all files; files of the same names are replaced
     */
    public MixtureMaker(NoteLibrary library, MixtureSettings settings, Path folder) {
        this.library = library;
        this.settings = settings;
        this.folder = folder;
        this.recorded = new RecordedNotes(settings.rateHertz());
    }

    /**
     * Makes all mixtures. They appear when the last one is made; if one cannot be made, the folder stays as it was.
     *
     * @param made receives each mixture
     * @throws ComposeException if a recording cannot be read
     * @throws IOException if a file cannot be written, or a list would be replaced that is not one of mixtures
     * @throws OutputException if another process makes mixtures there, or nothing can be written there
     */
    public void make(Consumer<Mixture> made) throws ComposeException, IOException, OutputException {
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
                writeAll(made, hidden.path(), files);
                MoveGate.pass(() -> files.moveTo(folder));
            }
        }
    }

    private void writeAll(Consumer<Mixture> made, Path place, MixtureFiles files) throws ComposeException, IOException {
        try (MixtureList list = new MixtureList(place, settings)) {
            for (int number = 0; number < settings.count(); number++) {
                String name = String.format(Locale.ROOT, "walk-%03d", number);
                Mixture mixture = make(name, CounterRandom.of(settings.seed(), number), files);
                list.add(mixture);
                made.accept(mixture);
            }
            list.complete();
        }
    }

    private Mixture make(String name, CounterRandom random, MixtureFiles files) throws ComposeException, IOException {
        List<Instrument> instruments = new ArrayList<>();
        for (String family : drawn(random.branch(PARTS))) {
            List<Instrument> choice = library.instruments(family);
            instruments.add(choice.get(random.branch(INSTRUMENTS).below(instruments.size(), choice.size())));
        }
        List<Range> ranges = instruments.stream()
                .map(instrument -> new Range(instrument.family(), instrument.lowestPitch(), instrument.highestPitch()))
                .toList();
        Score score = RandomWalk.compose(random.branch(MUSIC), ranges, settings.seconds());
        return files.write(name, new NoteMixer(score, instruments, settings.rateHertz(), recorded));
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
}
