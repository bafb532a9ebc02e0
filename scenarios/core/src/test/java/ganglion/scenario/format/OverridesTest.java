package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.InputException;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new ScenarioFolderFixture(folder);
    }

    private static ScenarioOverrides setting(String pointer, String value) {
        return new ScenarioOverrides(Map.of(pointer, value), OptionalLong.empty(), List.of(), false);
    }

    private Scenario read(ScenarioOverrides overrides) throws InputException {
        return fixture.read(ScenarioFolderFixture.BASE, overrides);
    }

    @Test
    void addsObjectsAndElements() throws InputException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("/record/membrane", "[out]");
        settings.put("/expect/-", "{first-spike: {population: out}, before: 1 s}");
        settings.put("/description", "'a: b'");

        Scenario scenario = read(new ScenarioOverrides(settings, OptionalLong.empty(), List.of(), false));

        assertEquals(List.of("out"), scenario.recording().membranes());
        assertEquals(2, scenario.expectations().size());
        assertEquals("a: b", scenario.description());
    }

    @Test
    void replacesSeedAndHardware() throws InputException {
        Scenario scenario =
                read(new ScenarioOverrides(Map.of(), OptionalLong.of(99), List.of("truenorth", "stm32u575"), false));

        assertEquals(99, scenario.seed());
        assertEquals(List.of("truenorth", "stm32u575"), names(scenario));
    }

    private static List<String> names(Scenario scenario) {
        return scenario.hardware().stream().map(spec -> spec.profile().name()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /clock/tick                   | 3     | s.yaml: /clock/tick: found 3, expected a time such as 2 ms (s, ms, us, ns, ps)
            /clock/duration               | 3 ms  | s.yaml: /clock/duration: found "3 ms", expected a multiple of the tick of 2 ms
            /network/populations/0/siz    | 3     | s.yaml: /network/populations/0/siz: found the unknown key "siz", expected one of name, size, model, parameters, start, currents, labels, did you mean "size"?
            /seed                         | [3    | --set: /seed: not valid YAML: found the end of the file in column 3, expected the end of what was begun in line 1
            """)
    void namesThePointerOfWhatCannotBeSet(String pointer, String value, String expected) {
        List<String> problems =
                fixture.problems(ScenarioFolderFixture.BASE, setting(pointer == null ? "" : pointer, value));

        assertEquals(List.of(expected), problems);
    }

    @Test
    void refusesProfilesThatDoNotExist() {
        ScenarioOverrides overrides =
                new ScenarioOverrides(Map.of(), OptionalLong.empty(), List.of("lohi", "none.yaml"), false);

        List<String> problems = fixture.problems(ScenarioFolderFixture.BASE, overrides);

        assertEquals(
                List.of(
                        "--profile: found \"lohi\", expected a name of \"ganglion profile list\", or a profile file"
                                + " ending in .yaml or .json, did you mean \"loihi\"?",
                        "none.yaml: there is no such file"),
                problems);
    }
}
