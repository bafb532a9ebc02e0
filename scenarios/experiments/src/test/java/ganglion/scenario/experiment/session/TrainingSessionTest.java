package ganglion.scenario.experiment.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which seeds are trained, and from which checkpoint. */
class TrainingSessionTest {

    private static final String EXPERIMENT = """
        experiment: e
        data: {training: {kind: spike-lists, path: train}, hold-out: {by: sample, share: 0.25}}
        features: {step: 2 ms, channels: 6, duration: 40 ms}
        network: {layers: [{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]}
        training: {epochs: 2, batch: 4}
        """;

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;
    private Store store;

    @BeforeEach
    void makeData() throws IOException {
        folder = new ExperimentFolder(temporary).withSpikeLists("train", 4, 1);
        store = new Store(temporary.resolve("results"));
    }

    /** A store that remembers what it was told. */
    private static final class Store implements TrainingStore {

        private final Path folder;
        private final List<Long> refused = new ArrayList<>();

        Store(Path folder) {
            this.folder = folder;
        }

        @Override
        public void open() throws OutputException {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new OutputException(folder, e);
            }
        }

        @Override
        public SeedStore alone() {
            return new Seed("alone", -1);
        }

        @Override
        public SeedStore seed(long seed) {
            return new Seed("seed-" + seed, seed);
        }

        private final class Seed implements SeedStore {

            private final Path checkpoint;
            private final long seed;

            Seed(String name, long seed) {
                this.checkpoint = folder.resolve(name + ".checkpoint");
                this.seed = seed;
            }

            @Override
            public void check() throws OutputException {
                if (refused.contains(seed)) {
                    throw new OutputException(checkpoint, new IOException("is not ours"));
                }
            }

            @Override
            public Path checkpoint() {
                return checkpoint;
            }

            @Override
            public Optional<Path> resumable() {
                return Optional.of(checkpoint).filter(Files::exists);
            }
        }
    }

    /** Notes seeds and epochs, and requests a stop after a number of epochs. */
    private static final class Notes implements TrainingProgress {

        private final int mostEpochs;
        private final List<String> lines = new ArrayList<>();

        Notes(int mostEpochs) {
            this.mostEpochs = mostEpochs;
        }

        @Override
        public void seedStarted(long seed) {
            lines.add(Long.toString(seed));
        }

        @Override
        public void epochDone(String line) {
            lines.add(line.substring(0, line.indexOf(':')));
        }

        @Override
        public boolean stopRequested() {
            return lines.stream().filter(line -> line.startsWith("epoch")).count() >= mostEpochs;
        }
    }

    private List<Experiment> seeds(String seeds, int epochs) throws IOException, InputException {
        Path file = folder.write("e.yaml", EXPERIMENT);
        Map<String, String> settings = Map.of("/seeds", seeds, "/training/epochs", Integer.toString(epochs));
        return ExperimentFiles.readSeeds(file, new ScenarioOverrides(settings, OptionalLong.empty(), List.of(), false));
    }

    private SeedOutcomes train(boolean resume, List<Experiment> seeds, Notes notes)
            throws InputException, OutputException {
        return new TrainingSession(store, 1, resume).train(seeds, notes);
    }

    private static List<Long> seedsOf(SeedOutcomes outcomes) {
        return outcomes.each().stream()
                .map(outcome -> outcome.experiment().head().seed())
                .collect(Collectors.toList());
    }

    @Test
    void trainsEverySeedAndStoresEach() throws Exception {
        Notes notes = new Notes(100);

        SeedOutcomes outcomes = train(false, seeds("[8, 5]", 2), notes);

        assertEquals(List.of("8", "epoch 1/2", "epoch 2/2", "5", "epoch 1/2", "epoch 2/2"), notes.lines);
        assertEquals(List.of(8L, 5L), seedsOf(outcomes));
        assertTrue(outcomes.several() && outcomes.together().complete());
        assertEquals(2, outcomes.together().result().get("seeds").size());
        assertTrue(Files.exists(store.seed(8).checkpoint()));
    }

    @Test
    void aFileInTheWayOfAnySeedIsToldBeforeTheFirstIsTrained() throws Exception {
        List<Experiment> seeds = seeds("[8, 5]", 2);
        List<Experiment> alone = seeds("[8]", 2);
        store.refused.addAll(List.of(5L, -1L));
        Notes notes = new Notes(100);

        assertThrows(OutputException.class, () -> train(false, seeds, notes));
        assertThrows(OutputException.class, () -> train(false, alone, notes));

        assertEquals(List.of(), notes.lines);
        assertFalse(Files.exists(store.seed(8).checkpoint()));
    }

    @Test
    void aSeedAloneIsItsOwnOutcome() throws Exception {
        Notes notes = new Notes(100);

        SeedOutcomes outcomes = train(false, seeds("[8]", 2), notes);

        assertEquals(List.of("epoch 1/2", "epoch 2/2"), notes.lines);
        assertFalse(outcomes.several());
        assertSame(outcomes.each().get(0), outcomes.together());
        assertTrue(Files.exists(store.alone().checkpoint()));
    }

    @Test
    void aStopEndsTheSeedAndTrainsNoOther() throws Exception {
        Notes notes = new Notes(1);

        SeedOutcomes outcomes = train(false, seeds("[8, 5]", 2), notes);

        assertEquals(List.of("8", "epoch 1/2"), notes.lines);
        assertEquals(List.of(8L), seedsOf(outcomes));
        assertFalse(outcomes.together().complete());
    }

    @Test
    void resumingTrainsNoEpochAgain() throws Exception {
        SeedOutcomes whole = train(false, seeds("[8, 5]", 2), new Notes(100));
        Files.delete(store.seed(8).checkpoint());
        Files.delete(store.seed(5).checkpoint());
        train(false, seeds("[8, 5]", 2), new Notes(3));

        Notes notes = new Notes(100);
        SeedOutcomes resumed = train(true, seeds("[8, 5]", 2), notes);

        assertEquals(List.of("8", "5", "epoch 2/2"), notes.lines);
        assertEquals(
                whole.together().result().get("seeds"),
                resumed.together().result().get("seeds"));
    }

    @Test
    void aCheckpointThatCannotBeWrittenIsNamed() throws Exception {
        Files.createDirectories(store.alone().checkpoint().resolve("in the way"));

        OutputException refused =
                assertThrows(OutputException.class, () -> train(false, seeds("[8]", 2), new Notes(100)));

        assertTrue(refused.getMessage().startsWith(store.alone().checkpoint().toString() + ": "), refused.getMessage());
    }
}
