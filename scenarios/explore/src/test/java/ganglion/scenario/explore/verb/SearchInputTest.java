package ganglion.scenario.explore.verb;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.TinyExperiment;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches that are refused before anything is heard or trained, and documents that were given to the wrong command. */
final class SearchInputTest {

    private static final String SEARCH = """
            search: tones
            experiment: spikes.yaml
            devices: [loihi]
            vary:
              hidden: {at: /network/layers/0/outputs, whole: [2, 12]}
              bands: {at: /features/frontend/mel-bands, values: [8, 12]}
            want: {energy: {boundary: marginal}}
            trials: 4
            """;

    @TempDir
    private static Path folder;

    private static Path search;
    private static Path experiment;

    @BeforeAll
    static void write() throws IOException {
        experiment = new TinyExperiment(folder).file("spikes.yaml");
        search = Files.writeString(folder.resolve("search.yaml"), SEARCH);
    }

    @Test
    void aSearchIsValidatedWithItsExperiment() {
        Outcome outcome = ganglion("validate", search);

        outcome.assertFine();
        assertEquals(search + ": valid\n", outcome.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"explore-digits.yaml", "explore-flutes.yaml"})
    void theSearchesOfTheGalleryStayInTheirFolder(String name) {
        ganglion("validate", Path.of("..", "gallery", "study", name)).assertFine();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/devices=[loihi, lohi] | /devices/1: found \"lohi\" | did you mean \"loihi\"?",
                "/experiment=nowhere.yaml | /experiment | nowhere.yaml",
                "/vary/hidden/at=/network/layers/0/outputz | /vary/hidden: found what the experiment does not take | outputz",
                "/vary/hidden={at: /network/layers/0/outputs, number: [-2, -1]} | /vary/hidden: found what the experiment does not take | /network/layers/0/outputs",
                "/vary/bands/values=[-1, 0] | /vary/bands: found what the experiment does not take | /features/frontend/mel-bands",
                "/vary={} | /vary | at least 1",
                "/want={energy: {boundary: marginal, below: 1 kg}} | /want/energy/below | 1 kg",
            })
    void whatIsWrongIsToldByBothCommandsInOneLine(String setting, String first, String second) {
        ganglion("validate", search, "--set", setting).assertRefusedInOneLine("search.yaml", first, second);
        ganglion("explore", search, "--set", setting, "--out", folder.resolve("refused"))
                .assertRefusedInOneLine("search.yaml", first, second);
        assertTrue(Files.notExists(folder.resolve("refused")), "a folder was left behind");
    }

    @Test
    void whatIsWrongWithItsExperimentIsToldInThatFile() throws IOException {
        Path broken = Files.writeString(
                folder.resolve("broken.yaml"), Files.readString(experiment).replace("epochs: 6", "epochs: 0"));
        Path of = Files.writeString(folder.resolve("of-broken.yaml"), SEARCH.replace("spikes.yaml", "broken.yaml"));

        ganglion("validate", of).assertRefusedInOneLine(broken.getFileName().toString(), "/training/epochs", "found 0");
    }

    @ParameterizedTest
    @CsvSource({
        "run, search.yaml, 'found a search, expected a scenario; use ganglion explore for a search'",
        "train, search.yaml, 'found a search, expected an experiment; use ganglion explore'",
        "run, spikes.yaml, 'found an experiment, expected a scenario; use ganglion train'",
        "explore, spikes.yaml, 'found an experiment, expected a search; use ganglion train'",
        "explore, scenario.yaml, 'found a scenario, expected a search; use ganglion run'",
        "train, scenario.yaml, 'found a scenario, expected an experiment; use ganglion run'",
    })
    void aDocumentOfAnotherKindIsToldWithItsCommand(String command, String file, String told) throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), "scenario: any\n");

        ganglion(command, folder.resolve(file), "--out", folder.resolve("refused"))
                .assertRefusedInOneLine(file, told);
    }

    @Test
    void aSearchIsNoScenarioToTest() {
        Outcome outcome = ganglion("test", search, "--out", folder.resolve("refused"));

        assertEquals(ExitCode.BAD_INPUT, outcome.code());
        assertEquals(1, outcome.errorLines().size(), outcome::err);
        assertTrue(outcome.err().contains("found a search, expected a scenario; use ganglion explore"), outcome::err);
    }

    @Test
    void whatADocumentIsMayStandInTheOneThatItExtends() throws IOException {
        Path more = Files.writeString(folder.resolve("more.yaml"), "extends: spikes.yaml\ntraining: {epochs: 3}\n");
        Path slip = Files.writeString(folder.resolve("slip.yaml"), "extends: spikes.yaml\ntraining: {epochs: 0}\n");
        Path wider = Files.writeString(folder.resolve("wider.yaml"), "extends: search.yaml\npoints: 3\n");

        ganglion("validate", more).assertFine();
        ganglion("validate", slip).assertRefusedInOneLine("slip.yaml", "/training/epochs", "found 0");
        ganglion("validate", wider).assertFine();
        ganglion("run", wider, "--out", folder.resolve("refused")).assertRefusedInOneLine("found a search");
    }
}
