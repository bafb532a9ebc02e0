package ganglion.scenario.experiment.ear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.encode.LifEncoder;
import ganglion.cochlea.encode.LifReset;
import ganglion.documents.InputException;
import ganglion.learning.compile.Verification;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Model;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.reference.layer.Sequence;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.ToneNotes;
import ganglion.scenario.experiment.compile.CompiledClip;
import ganglion.scenario.experiment.compile.ScenarioCompiler;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.ExperimentRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Front ends that learn with their network: what is trained is what is heard afterwards, to the last spike. */
class EarTrainingTest {

    private static final String EXPERIMENT = """
            experiment: tones
            seed: 3
            data:
              training: {kind: folders, path: notes}
              hold-out: {by: sample, share: 0.3}
            features:
              duration: 300 ms
              as: spikes
              frontend:
                sample-rate: 8 kHz
                window: 32 ms
                hop: 10 ms
                mel-bands: 12
                ear-transfer: bs-1387
                gain: {decibels: {range-db: 60}}
                lateral-inhibition: {width: 1}
              encoder: {lif: {beta: 0.8, threshold: 1.5, reset: zero}}
            network:
              layers: [{kind: dense, outputs: 3}, {kind: leaky, beta: 0.9}]
            training:
              epochs: 4
              batch: 4
              optimiser: {kind: adam, learning-rate: 0.01}
              ear: {learning-rate: 0.05}
            """;
    private static final TrainingSettings ALONE = new TrainingSettings(1, Optional.empty(), Optional.empty());

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeNotes() throws IOException {
        folder = new ExperimentFolder(temporary);
        ToneNotes.write(temporary.resolve("notes"), 5, 0.3);
    }

    private Classification read(String text) throws IOException, InputException {
        return (Classification) folder.read(text);
    }

    private TrainingOutcome train(String text) throws IOException, InputException {
        return ExperimentRunner.run(read(text), ALONE, new TrainingProgress() {});
    }

    private TrainedClassifier saved(TrainingOutcome outcome) throws IOException, InputException {
        Path file = temporary.resolve("model.zip");
        ModelFiles.write((TrainedModel) outcome.model().orElseThrow(), file);
        return TrainedClassifier.read(file);
    }

    private static CochleaParameters ear(TrainedClassifier classifier) {
        return ((Features.Heard) classifier.features()).settings().ear();
    }

    @Test
    void theModelHearsWithTheFrontEndThatWasLearned() throws IOException, InputException {
        TrainingOutcome outcome = train(EXPERIMENT);

        TrainedClassifier classifier = saved(outcome);
        CochleaParameters ear = ear(classifier);
        JsonNode section = outcome.result().get("ear");
        assertEquals(12, ear.mel().triangles().size());
        for (int band = 0; band < 12; band++) {
            double peak = ear.mel().triangles().get(band).peakHertz();
            assertEquals(section.at("/trianglesHertz/" + band + "/1").doubleValue(), peak);
            assertNotEquals(section.at("/startTrianglesHertz/" + band + "/1").doubleValue(), peak);
        }
        LifEncoder encoder = (LifEncoder) ear.encoder();
        assertTrue(encoder.beta() != 0.8 && encoder.threshold() != 1.5, encoder::toString);
        assertEquals(12, classifier.trained().model().input().size());
        assertFalse(classifier.trained().experiment().contains("\"ear\""));
        assertEquals(0, outcome.result().at("/validation/confusion/0/1").asInt());
        assertTrue(
                outcome.summary().stream().anyMatch(line -> line.startsWith("front end: peaks of bands moved by up")));
    }

    @Test
    void aScenarioFiresTheSpikesOfTheModel() throws IOException, InputException {
        TrainedClassifier classifier = saved(train(EXPERIMENT));
        ScenarioCompiler compiler = ScenarioCompiler.of(classifier);
        Path scenario = temporary.resolve("out/scenario.yaml");
        Path note = temporary.resolve("notes/flute/flute-1.wav");

        compiler.write(scenario, List.of(new CompiledClip(note, "flute")));
        Verification verification = compiler.verify(
                scenario,
                ExperimentSamples.read(read(EXPERIMENT).withFeatures(classifier.features()))
                        .training());

        assertEquals(List.of(), verification.differences());
        assertTrue(verification.spikes() > 10, "only " + verification.spikes() + " spikes were compared");
    }

    @Test
    void anInterruptedTrainingGoesOnToTheSameFrontEnd() throws IOException, InputException {
        Path checkpoint = temporary.resolve("checkpoint.zip");
        int[] epochs = new int[1];
        TrainingProgress twoEpochs = new TrainingProgress() {
            @Override
            public void epochDone(String line) {
                epochs[0]++;
            }

            @Override
            public boolean stopRequested() {
                return epochs[0] == 2;
            }
        };
        ExperimentRunner.run(
                read(EXPERIMENT), new TrainingSettings(1, Optional.of(checkpoint), Optional.empty()), twoEpochs);

        TrainingOutcome resumed = ExperimentRunner.run(
                read(EXPERIMENT),
                new TrainingSettings(1, Optional.empty(), Optional.of(checkpoint)),
                new TrainingProgress() {});

        assertEquals(train(EXPERIMENT).result().get("ear"), resumed.result().get("ear"));
    }

    @Test
    void whatHasTheRateZeroStays() throws IOException, InputException {
        String text = EXPERIMENT.replace("{learning-rate: 0.05}", "{learning-rate: 0, encoder-learning-rate: 0}");

        CochleaParameters ear = ear(saved(train(text)));

        assertEquals(new LifEncoder(0.8, 1.5, false, LifReset.ZERO), ear.encoder());
        assertArrayEquals(
                new Cochlea(((Features.Heard) read(text).features()).settings().ear()).bandCentresHertz(),
                new Cochlea(ear).bandCentresHertz(),
                1e-9);
    }

    /** A threshold of 0 or below, after the last epoch, would cost the whole training. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 20})
    void theThresholdOfTheEncoderStaysAboveZero(double rate) throws IOException, InputException {
        String text = EXPERIMENT.replace(
                "{learning-rate: 0.05}", "{learning-rate: 0.05, encoder-learning-rate: " + rate + "}");

        LifEncoder encoder = (LifEncoder) ear(saved(train(text))).encoder();

        assertTrue(encoder.threshold() >= 0.015, encoder::toString);
    }

    /** In double precision, what is trained fires the spikes of the front end that it becomes. */
    @ParameterizedTest
    @ValueSource(strings = {"zero", "subtract-after-decay"})
    void whatIsTrainedFiresTheSpikesOfTheFrontEnd(String reset)
            throws IOException, InputException, AudioFormatException {
        EarTraining training = new EarTraining(read(EXPERIMENT.replace("zero", reset)));
        Classification experiment = read(EXPERIMENT.replace("zero", reset));
        Model network =
                Model.create(experiment.network().input(), experiment.network().layers(), 1);
        Model trained = training.behindEar(network);
        Arrays.setAll(trained.parameter(0, "gap").values(), i -> 0.1 * Math.sin(i));
        Arrays.setAll(trained.parameter(0, "width").values(), i -> 0.1 * Math.cos(2 * i));
        trained.parameter(1, "beta").values()[0] = 0.7;
        trained.parameter(1, "threshold").values()[0] = 1.1;
        AudioClip clip = AudioFiles.read(temporary.resolve("notes/flute/flute-1.wav"));

        LearnedEar ear = training.learned(trained);
        CochleaOutput heard = new Cochlea(ear.after()).hear(clip);
        float[][] spectra = new Cochlea(ear.before()).spectra(clip, heard.frames());
        ReferenceNetwork reference = new ReferenceNetwork(trained, 0);
        double[] flat = new double[spectra.length * spectra[0].length];
        Arrays.setAll(flat, i -> spectra[i / spectra[0].length][i % spectra[0].length]);
        reference.forward(new Sequence(spectra.length, 1, spectra[0].length, flat), false);

        Sequence spikes = reference.trace(1).spikes();
        double[] expected = new double[spikes.values().length];
        for (int k = 0; k < heard.spikes().size(); k++) {
            expected[(int) heard.spikes().tick(k) * 12 + heard.spikes().neuron(k)] = 1;
        }
        assertTrue(heard.spikes().size() > 20, heard.spikes().size() + " spikes");
        assertArrayEquals(expected, spikes.values());
    }

    @Test
    void drivesAreLearnedWithoutAnEncoder() throws IOException, InputException {
        TrainingOutcome outcome = train(EXPERIMENT
                .replace("as: spikes", "as: drive")
                .replace("  encoder: {lif: {beta: 0.8, threshold: 1.5, reset: zero}}\n", ""));

        assertTrue(outcome.result().get("ear").path("beta").isMissingNode());
        assertEquals(12, ear(saved(outcome)).mel().triangles().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gain: {decibels: {range-db: 60}} | mel-norm: none | found another gain, expected decibels",
                "lateral-inhibition: {width: 1} | lateral-inhibition: {width: 3} | found lateral inhibition",
                "mel-bands: 12 | triangles: [[10, 20, 30]] | found other bands",
                "reset: zero | reset: subtract | found another encoder",
                "as: spikes | as: contour | found other features"
            })
    void refusesWhatIsNotLearned(String right, String wrong, String expected) throws IOException {
        String text = EXPERIMENT.replace(right, wrong);
        assertNotEquals(EXPERIMENT, text);
        String refusal = String.join("\n", folder.problems(text));

        assertTrue(refusal.contains(expected), refusal);
    }
}
