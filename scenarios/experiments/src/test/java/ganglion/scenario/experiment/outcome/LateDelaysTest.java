package ganglion.scenario.experiment.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.run.ExperimentRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateDelaysTest {

    private static final String TEXT = """
            experiment: e
            data: {training: {kind: spike-lists, path: train}}
            features: {step: 2 ms, channels: 6, duration: 40 ms}
            network: {layers: [LAYERS, {kind: leaky, beta: 0.9}]}
            training: {epochs: 1}
            """;

    @TempDir
    private Path temporary;

    private List<String> warnings(String layers) throws IOException, InputException {
        ExperimentFolder folder = new ExperimentFolder(temporary).withSpikeLists("train", 3, 1);
        TrainingOutcome outcome = ExperimentRunner.run(
                folder.read(TEXT.replace("LAYERS", layers)),
                new TrainingSettings(1, Optional.empty(), Optional.empty()),
                new TrainingProgress() {});
        return outcome.warnings().stream()
                .filter(warning -> warning.contains("delays of up to"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|{kind: dense, outputs: 2, delays: {longest: 20}}",
                "2|{kind: dense, outputs: 2}, {kind: leaky, beta: 0.5}, {kind: dense, outputs: 2, delays: {longest: 20}}",
            })
    void delaysAsLongAsASampleAreTold(int layer, String layers) throws IOException, InputException {
        assertEquals(
                List.of("layer " + layer
                        + ": delays of up to 20 steps, but a sample has 20; what is delayed beyond its end"
                        + " is lost"),
                warnings(layers));
    }

    @Test
    void delaysWithinASampleAreFine() throws IOException, InputException {
        assertTrue(warnings("{kind: dense, outputs: 2, delays: {longest: 19}}").isEmpty());
    }
}
