package ganglion.live.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be heard live, and what is said of the rest. */
class LiveScenarioTest {

    @Test
    void anEarThatLooksAtTheWholeClipIsToldWhatToWrite() {
        String line = refusal("pitch-detector", "/inputs/0/frontend/gain", "{normalised: {}}");

        assertTrue(line.contains("looks at the whole clip"), line);
        assertTrue(line.contains("running-maximum"), line);
        assertTrue(line.contains("/inputs/0"), line);
    }

    @Test
    void aScenarioWithoutSoundIsToldWhatIsExpected() throws Exception {
        Scenario scenario = ScenarioFiles.read(
                Path.of("..", "gallery", "winner-take-all", "scenario.yaml"), ScenarioOverrides.NONE);

        String line = assertThrows(InputException.class, () -> LiveScenario.of(scenario))
                .problems()
                .get(0)
                .oneLine();

        assertTrue(line.contains("found no sound among the inputs"), line);
    }

    @Test
    void severalEarsAreTooMany() throws Exception {
        Scenario scenario =
                ScenarioFiles.read(Path.of("..", "gallery", "hearing", "leakage.yaml"), ScenarioOverrides.NONE);

        String line = assertThrows(InputException.class, () -> LiveScenario.of(scenario))
                .problems()
                .get(0)
                .oneLine();

        assertTrue(line.contains("found a second input with sound"), line);
    }

    @ParameterizedTest
    @CsvSource({"first-spike", "contour"})
    void whatNeedsAnEndIsRefused(String what) {
        String line = what.equals("contour")
                ? refusal(
                        "tone-map",
                        "/inputs/0/encoder",
                        "{currents: {features: contour}}",
                        "/network/projections",
                        "[{from: ear, to: octave, weights: 0.1}]")
                : refusal("pitch-detector", "/decision", "{population: out, read-out: first-spike}");

        assertTrue(line.contains("expected"), line);
        assertTrue(line.contains(what), line);
    }

    @Test
    void withoutADecisionThereAreNoClasses() throws Exception {
        Scenario scenario = ScenarioFiles.read(
                Path.of("..", "gallery", "hearing", "loudness.yaml"),
                new ScenarioOverrides(
                        Map.of("/inputs/0/frontend/gain", LiveScenarios.CAUSAL),
                        OptionalLong.empty(),
                        List.of(),
                        false));
        LiveScenario live = LiveScenario.of(scenario);

        assertEquals(List.of(), live.classes());
        assertTrue(live.readOut().isEmpty());
    }

    private static String refusal(String name, String... settings) {
        String clip = name.equals("tone-map") ? "tone-500.flac" : "audio/flute-c-sharp-5.flac";
        InputException refusal =
                assertThrows(InputException.class, () -> LiveScenario.of(LiveScenarios.read(name, clip, settings)));
        assertEquals(1, refusal.problems().size());
        return refusal.problems().get(0).oneLine();
    }
}
