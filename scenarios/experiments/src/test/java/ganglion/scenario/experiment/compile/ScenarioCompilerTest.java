package ganglion.scenario.experiment.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.learning.compile.Verification;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.DataSet;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of many kinds are written as scenarios, read back, and held against the model spike for spike. */
class ScenarioCompilerTest {

    private static final int INPUTS = 12;
    private static final int STEPS = 30;

    @TempDir
    private Path folder;

    private TrainedClassifier classifier(String layers, String readOut) throws IOException, InputException {
        Files.createDirectories(folder.resolve("patterns"));
        Path file = Files.writeString(folder.resolve("e.yaml"), """
                experiment: patterns
                data: {training: {kind: spike-lists, path: patterns}, classes: [a, b, c]}
                features: {step: 2 ms, channels: 12, duration: 60 ms}
                network: {input: [1, 1, 12], layers: [%s]}
                training: {epochs: 1, read-out: %s}
                """.formatted(layers, readOut));
        Classification experiment = (Classification) ExperimentFiles.read(file, ScenarioOverrides.NONE);
        Model model =
                Model.create(experiment.network().input(), experiment.network().layers(), 5);
        makeLively(model);
        Path modelFile = folder.resolve("model.zip");
        ModelFiles.write(
                new TrainedModel(
                        model, List.of("a", "b", "c"), experiment.head().document()),
                modelFile);
        return TrainedClassifier.read(modelFile);
    }

    /** Fresh weights let little through. */
    private static void makeLively(Model model) {
        for (Parameter parameter : model.allParameters()) {
            for (int i = 0; parameter.name().endsWith("weight") && i < parameter.size(); i++) {
                parameter.values()[i] *= 2.5;
            }
        }
    }

    private static DataSet samples() {
        Random random = new Random(7);
        List<Sample> samples = new ArrayList<>();
        for (int s = 0; s < 6; s++) {
            samples.add(new Sample(RandomSpikes.of(INPUTS, STEPS, 0.4, random), s % 3));
        }
        return DataSet.of(samples);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: dense, outputs: 20}, {kind: leaky, beta: 0.9}, {kind: dense, outputs: 3}, {kind: leaky, beta: 0.8}",
                "{kind: dense, outputs: 20, bias: false}, {kind: leaky, beta: 0.9, reset: zero},"
                        + " {kind: dense, outputs: 3}, {kind: leaky, beta: 0.8, reset: none}",
                "{kind: dense, outputs: 20}, {kind: synaptic, alpha: 0.6, beta: 0.9, reset: zero},"
                        + " {kind: dense, outputs: 3}, {kind: synaptic, alpha: 0.5, beta: 0.8}",
                "{kind: gain, initial: 0.7}, {kind: leaky, beta: {initial: 0.9, per-neuron: true}},"
                        + " {kind: dense, outputs: 3}, {kind: leaky, beta: 0.9, recurrence: all-to-all}",
                "{kind: convolution, channels: 3, width: 3, padding-width: 1}, {kind: batch-normalisation},"
                        + " {kind: leaky, beta: 0.7}, {kind: pooling, width: 2,"
                        + " stride: 2}, {kind: flatten}, {kind: dropout, rate: 0.5}, {kind: dense, outputs: 3},"
                        + " {kind: leaky, beta: 0.9, recurrence: all-to-all, reset: zero}",
                "{kind: dense, outputs: 20, delays: {longest: 6}}, {kind: leaky, beta: 0.9},"
                        + " {kind: dense, outputs: 3, delays: {longest: 9, learned: false}}, {kind: leaky, beta: 0.8}",
            })
    void aScenarioFiresTheSpikesOfItsModel(String layers) throws IOException, InputException {
        TrainedClassifier classifier = classifier(layers, "spike-count");
        Path scenario = folder.resolve("out/scenario.yaml");
        ScenarioCompiler compiler = ScenarioCompiler.of(classifier);

        List<Path> written = compiler.write(scenario, List.of());
        Verification verification = compiler.verify(scenario, samples());

        assertEquals(scenario, written.get(0));
        assertEquals(List.of(), verification.differences());
        assertEquals(6, verification.samples());
        assertTrue(verification.spikes() > 100, "only " + verification.spikes() + " spikes were compared");
    }

    @Test
    void aChangedWeightIsNoticed() throws IOException, InputException {
        TrainedClassifier classifier = classifier("{kind: dense, outputs: 3}, {kind: leaky, beta: 0.9}", "spike-count");
        Path scenario = folder.resolve("out/scenario.yaml");
        ScenarioCompiler compiler = ScenarioCompiler.of(classifier);
        compiler.write(scenario, List.of());
        Files.writeString(scenario, Files.readString(scenario).replace("beta: 0.9", "beta: 0.5"));

        Verification verification = compiler.verify(scenario, samples());

        assertTrue(verification.differenceCount() > 0);
    }

    @Test
    void potentialsOfNeuronsThatFireAreNotRead() throws IOException, InputException {
        TrainedClassifier classifier =
                classifier("{kind: dense, outputs: 3}, {kind: leaky, beta: 0.9}", "mean-membrane");

        InputException refusal = assertThrows(InputException.class, () -> ScenarioCompiler.of(classifier));

        assertTrue(refusal.getMessage().contains("expected integrators"), refusal.getMessage());
    }

    @Test
    void whatTheSimulatorCannotDoIsRefusedWithItsLayer() throws IOException, InputException {
        TrainedClassifier classifier =
                classifier("{kind: dense, outputs: 3}, {kind: leaky, beta: 0.6, threshold: -1}", "spike-count");

        InputException refusal = assertThrows(InputException.class, () -> ScenarioCompiler.of(classifier));

        assertTrue(refusal.getMessage().contains("layer 1: "), refusal.getMessage());
    }
}
