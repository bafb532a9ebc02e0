package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.InputException;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variables of scenarios: files, the command line, sweeps, and where problems are. */
class ScenarioVariablesTest {

    private static final String CONTENT = ScenarioFolderFixture.edited("    size: 3", "    size: ${round(30 * scale)}")
                    .replace("duration: 200 ms", "duration: '${scale * 2} s'")
            + "variables: {scale: 0.1}\n";

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new ScenarioFolderFixture(folder);
    }

    @Test
    void numbersAndQuantitiesAreCalculated() throws Exception {
        Scenario scenario = fixture.read(CONTENT);

        assertEquals(3, scenario.inputs().get(0).size());
        assertEquals(100, scenario.durationTicks().orElseThrow());
    }

    @Test
    void aSweepVariesAVariable() throws Exception {
        String content = CONTENT + "sweep: {/variables/scale: [0.1, 0.2]}\n";
        List<RunPoint> points = fixture.read(content).points();

        assertEquals(
                List.of("scale 0.1", "scale 0.2"),
                points.stream().map(RunPoint::label).toList());
        assertEquals(
                6,
                fixture.read(content, ScenarioOverrides.NONE.at(points.get(1)))
                        .inputs()
                        .get(0)
                        .size());
    }

    /** The words of {@code --set}. */
    @Test
    void aSweepNamesAVariableAsTheCommandLineDoes() throws Exception {
        List<RunPoint> points =
                fixture.read(CONTENT + "sweep: {variables.scale: [0.1, 0.2]}\n").points();

        assertEquals(
                List.of(Map.of("/variables/scale", "0.1"), Map.of("/variables/scale", "0.2")),
                points.stream().map(RunPoint::settings).toList());
        assertEquals(
                List.of(
                        "s.yaml:25: /sweep/variables.nothing: found \"variables.nothing\", expected the JSON pointer of a value in the"
                                + " scenario"),
                fixture.problems(CONTENT + "sweep: {variables.nothing: [0.1, 0.2]}\n"));
    }

    @Test
    void whatAnExpressionGivesIsHeldToTheSchemaAtItsLine() {
        assertEquals(
                List.of("s.yaml:7: /inputs/0/size: found -30, expected at least 1"),
                fixture.problems(CONTENT.replace("scale: 0.1", "scale: -1")).stream()
                        .filter(problem -> problem.contains("/size"))
                        .toList());
        fixture.write("base.yaml", CONTENT.replace("30 * scale", "30 * scal"));
        assertEquals(
                List.of(
                        "base.yaml:7: /inputs/0/size: found the unknown variable \"scal\", expected one of scale, did you"
                                + " mean \"scale\"?"),
                fixture.problems("extends: base.yaml\n"));
    }

    @Test
    void aVariableThatNobodyDeclaredCannotBeSet() {
        InputException refusal = assertThrows(
                InputException.class,
                () -> fixture.read(
                        CONTENT,
                        new ScenarioOverrides(
                                Map.of("/variables/skale", "1"), OptionalLong.empty(), List.of(), false)));

        assertEquals(
                "--set: /variables/skale: found the unknown variable \"skale\", expected one of scale, did you mean \"scale\"?",
                refusal.problems().get(0).oneLine());
    }
}
