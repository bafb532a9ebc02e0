package ganglion.rule.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.learning.tempotron.MapTempotron;
import ganglion.learning.tempotron.SelfOrganisingMap;
import ganglion.learning.tempotron.Tempotron;
import ganglion.rule.experiment.ClassifierRule.MapAndTempotrons;
import ganglion.rule.experiment.ClassifierRule.RuleClassification;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleKeysTest {

    private static final String DATA = """
            experiment: words
            seed: 3
            data:
              training: {kind: folders, path: folders}
              hold-out: {share: 0.25}
            features:
              as: %s
              frontend: {hop: 10 ms, mel-bands: 40}
              duration: 1 s
            """;
    private static final String MAP = DATA.formatted("drive") + """
            task: map-tempotron
            map: {width: 6, height: 4, epochs: 7, first-rate: 0.4, last-rate: 0.02, first-radius: 2, last-radius: 0.4,
              units-per-frame: 2}
            tempotrons: {epochs: 60, per-class: 3, membrane: 150 ms, synapses: 25 ms, learning-rate: 0.05, momentum: 0.2,
              margin: 0.1}
            """;

    @TempDir
    private Path folder;

    private RuleClassification read(String text) throws IOException, InputException {
        Files.createDirectories(folder.resolve("folders"));
        Path file = Files.writeString(folder.resolve("rule.yaml"), text);
        return assertInstanceOf(RuleClassification.class, ExperimentFiles.read(file, ScenarioOverrides.NONE));
    }

    @Test
    void mapAndTempotronsAreThoseOfTheLearner() throws IOException, InputException {
        RuleClassification experiment = read(MAP);

        MapTempotron.Settings expected = new MapTempotron.Settings(
                new SelfOrganisingMap.Settings(6, 4, 7, 0.4, 0.02, 2, 0.4),
                2,
                new Tempotron.Settings(15, 2.5, 1, 0.05, 0.2),
                3,
                0.1,
                60);
        assertEquals(new MapAndTempotrons(expected), experiment.rule());
        assertEquals(40, experiment.features().inputs());
        assertTrue(experiment.data().holdOut().isPresent());
        assertTrue(experiment.outputs().isEmpty(), "there are as many as classes");
    }

    @Test
    void whatIsLeftOutIsAsTheLearnerHasIt() throws IOException, InputException {
        String text = DATA.formatted("drive")
                + "task: map-tempotron\nmap: {width: 12, height: 12}\ntempotrons: {epochs: 60}\n";

        RuleClassification experiment = read(text);

        assertEquals(new MapAndTempotrons(MapTempotron.Settings.of(12, 10, 60)), experiment.rule());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width: 6|width: 0|/map/width: found 0, expected at least 1",
                "membrane: 150 ms|membrane: 20 ms|/tempotrons: time constants of 2.0 and 2.5 steps, expected",
                "path: folders|path: gone|/data/training/path: found \"gone\", but there is no such folder",
                "per-class: 3|per-clas: 3|/tempotrons/per-clas: found the unknown key",
                "width: 6, |''|/map: found no \"width\", which is required",
                "margin: 0.1|margin: -1|/tempotrons/margin: found -1, expected at least 0",
                "tempotrons: {|tempotron: {|/tempotron: found the unknown key \"tempotron\"",
                "tempotrons: {|others: {|: found no \"tempotrons\", which is required",
            })
    void aMistakeIsToldWithItsPlace(String right, String wrong, String expected) {
        String text = MAP.replace(right, wrong);
        assertFalse(text.equals(MAP), right + " is not in the text");

        InputException refusal = assertThrows(InputException.class, () -> read(text));

        List<String> lines = refusal.problems().stream().map(Problem::oneLine).toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains(expected)), lines::toString);
    }
}
