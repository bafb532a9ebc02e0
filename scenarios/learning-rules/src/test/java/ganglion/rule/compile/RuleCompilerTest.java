package ganglion.rule.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import ganglion.learning.compile.Verification;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedRule;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.tempotron.MapTempotron;
import ganglion.learning.tempotron.SelfOrganisingMap;
import ganglion.learning.tempotron.Tempotron;
import ganglion.learning.train.DataSet;
import ganglion.scenario.expect.Decider;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.ToneNotes;
import ganglion.scenario.experiment.compile.ClassifierCompiler;
import ganglion.scenario.experiment.compile.CompiledClip;
import ganglion.scenario.experiment.compile.RandomSpikes;
import ganglion.scenario.experiment.compile.ScenarioNetworks;
import ganglion.scenario.experiment.format.RuleTrainedClassifier;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.ExperimentRunner;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classifiers with random numbers are written as scenarios, read back, and held against the model. */
class RuleCompilerTest {

    private static final int INPUTS = 7;
    private static final int STEPS = 25;
    private static final List<String> CLASSES = List.of("a", "b", "c");

    @TempDir
    private Path folder;

    private static MapTempotron map(Random random) {
        SelfOrganisingMap.Settings ofMap = SelfOrganisingMap.Settings.of(5, 4, 1);
        double[][] prototypes = new double[20][];
        Arrays.setAll(prototypes, k -> random.doubles(INPUTS, 0, 1).toArray());
        double[][][] weights = new double[3][4][];
        for (double[][] group : weights) {
            Arrays.setAll(group, k -> random.doubles(20, -0.6, 1).toArray());
        }
        MapTempotron.Settings settings =
                new MapTempotron.Settings(ofMap, 2, new Tempotron.Settings(6.5, 1.7, 1, 0.01, 0.5), 4, 0.25, 1);
        return MapTempotron.of(settings, CLASSES, SelfOrganisingMap.of(ofMap, prototypes), weights);
    }

    private RuleTrainedClassifier classifier(long seed) throws IOException, InputException {
        Path file = folder.resolve("model.zip");
        String experiment = """
                {"experiment": "patterns", "task": "map-tempotron", "seed": 1,
                 "data": {"training": {"kind": "spike-lists", "path": "patterns"}},
                 "features": {"step": "2 ms", "channels": 7, "duration": "50 ms"},
                 "map": {"width": 5, "height": 4}, "tempotrons": {"epochs": 1}}
                """;
        ModelFiles.write(new TrainedRule(map(new Random(seed)), experiment), file);
        return (RuleTrainedClassifier) SavedClassifier.read(file);
    }

    private static DataSet samples() {
        Random random = new Random(3);
        List<Sample> samples = new ArrayList<>();
        for (int s = 0; s < 12; s++) {
            samples.add(new Sample(RandomSpikes.of(INPUTS, STEPS, 0.05 * s, random), s % 3));
        }
        return DataSet.of(samples);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void spikesAndDecisionsOfTheScenarioAreThoseOfTheModel(long seed) throws IOException, InputException {
        RuleTrainedClassifier classifier = classifier(seed);
        ClassifierCompiler compiler = ClassifierCompiler.of(classifier);
        Path file = folder.resolve("out/scenario.yaml");
        compiler.write(file, List.of());

        Verification verification = compiler.verify(file, samples());

        assertEquals(List.of(), verification.differences());
        assertTrue(verification.spikes() > 50, verification.spikes() + " spikes were compared");
        Scenario scenario = ScenarioFiles.read(file, ScenarioOverrides.NONE);
        CompiledTempotrons compiled = new CompiledTempotrons((MapTempotron) classifier.classifier());
        ScenarioNetworks networks = ScenarioNetworks.of(file);
        for (int i = 0; i < samples().size(); i++) {
            SpikeInput input = (SpikeInput) samples().sample(i, 0).input();
            Network network = networks.of(compiled.inputOf(input));
            SimulationResult result = SequentialSimulation.run(
                    network,
                    Partition.whole(network),
                    STEPS + 1,
                    scenario.recording().membranes());
            int expected = classifier.classifier().decide(input).label();
            assertEquals(
                    CLASSES.get(expected),
                    Decider.decide(scenario, List.of(), result).get(0).winner(),
                    "sample " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"decay", "gain"})
    void aScenarioThatWasChangedIsNoticed(String parameter) throws IOException, InputException {
        ClassifierCompiler compiler = ClassifierCompiler.of(classifier(1));
        Path file = folder.resolve("out/scenario.yaml");
        compiler.write(file, List.of());
        String text = Files.readString(file);
        String changed = text.replaceFirst(parameter + ": [0-9.]+", parameter + ": 0.4");
        assertNotEquals(text, changed);
        Files.writeString(file, changed);

        Verification verification = compiler.verify(file, samples());

        assertTrue(verification.differenceCount() > 0);
        assertTrue(verification.differences().size() <= 100);
    }

    @Test
    void aModelWithTheExperimentOfAnotherTaskIsRefused() throws IOException, InputException {
        String other = """
                {"experiment": "patterns", "task": "eventprop",
                 "data": {"training": {"kind": "spike-lists", "path": "patterns"}},
                 "features": {"step": "2 ms", "channels": 7, "duration": "50 ms"},
                 "network": {"hidden": [4], "membrane": "20 ms"}, "training": {"epochs": 1}}
                """;
        Path file = folder.resolve("mixed.zip");
        ModelFiles.write(new TrainedRule(classifier(1).classifier(), other), file);

        InputException refusal = assertThrows(InputException.class, () -> SavedClassifier.read(file));

        assertTrue(
                refusal.getMessage().contains("found a model of kind map-tempotron with an experiment of the task"),
                refusal.getMessage());
    }

    @Test
    void aMapWritesItsSpikesForEachRecording() throws IOException, InputException {
        ExperimentFolder experiments = new ExperimentFolder(folder);
        ToneNotes.write(folder.resolve("notes"), 1, 0.1);
        TrainingOutcome outcome = ExperimentRunner.run(
                experiments.read("""
                        experiment: tones
                        task: map-tempotron
                        data: {training: {kind: folders, path: notes}}
                        features: {as: drive, duration: 100 ms, frontend: {hop: 10 ms}}
                        map: {width: 2, height: 2, epochs: 1}
                        tempotrons: {epochs: 2, per-class: 1}
                        """),
                new TrainingSettings(1, Optional.empty(), Optional.empty()),
                new TrainingProgress() {});
        Path model = folder.resolve("model.zip");
        ModelFiles.write(outcome.model().orElseThrow(), model);
        ClassifierCompiler compiler = ClassifierCompiler.of(SavedClassifier.read(model));
        Path scenario = folder.resolve("out/scenario.yaml");

        List<Path> written = compiler.write(scenario, List.of(clip("flute"), clip("bass")));

        Path first = folder.resolve("out/spikes/001-flute-0.wav.spikes.csv").toAbsolutePath();
        assertTrue(written.contains(first), written::toString);
        assertTrue(Files.exists(folder.resolve("out/spikes/002-bass-0.wav.spikes.csv")));
        List<String> lines = Files.readAllLines(first);
        assertEquals("tick,neuron", lines.get(0));
        assertEquals(11, lines.size(), "one unit fires per step");
        assertTrue(compiler.notes().stream()
                .anyMatch(note -> note.startsWith("the map is not part of the scenario, because ")));
        ScenarioFiles.read(scenario, ScenarioOverrides.NONE);
    }

    private CompiledClip clip(String label) {
        return new CompiledClip(folder.resolve("notes").resolve(label).resolve(label + "-0.wav"), label);
    }
}
