package ganglion.scenario.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RunPointTest {

    private static Map<String, String> settings(String... pointersAndValues) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < pointersAndValues.length; i += 2) {
            settings.put(pointersAndValues[i], pointersAndValues[i + 1]);
        }
        return settings;
    }

    @Test
    void saysWhatIsVariedInTheOrderOfTheSweep() {
        RunPoint point = new RunPoint(
                3, settings("/b/weights", "0.5", "/a/beta", "0.9", "/a/delay", "\"2 ms\""), OptionalLong.of(43));

        assertEquals("weights 0.5, beta 0.9, delay 2 ms, seed 43", point.label());
        assertEquals("", RunPoint.ONLY.label());
    }

    @Test
    void keepsItsOwnCopyOfTheSettings() {
        Map<String, String> settings = settings("/a", "1");
        RunPoint point = new RunPoint(0, settings, OptionalLong.empty());

        settings.put("/b", "2");

        assertEquals("a 1", point.label());
        assertThrows(UnsupportedOperationException.class, () -> point.settings().put("/c", "3"));
    }

    /** The point of a sweep counts where the command line sets the same value, and its seed where both have one. */
    @Test
    void isLaidOverWhatTheCommandLineSays() {
        ScenarioOverrides overrides =
                new ScenarioOverrides(settings("/a", "1", "/b", "2"), OptionalLong.of(7), List.of("loihi"), true);

        ScenarioOverrides seeded = overrides.at(new RunPoint(0, settings("/b", "3"), OptionalLong.of(8)));
        ScenarioOverrides unseeded = overrides.at(new RunPoint(0, Map.of(), OptionalLong.empty()));

        assertEquals(settings("/a", "1", "/b", "3"), seeded.settings());
        assertEquals(OptionalLong.of(8), seeded.seed());
        assertEquals(List.of("loihi"), seeded.profiles());
        assertEquals(true, seeded.allowOutsidePaths());
        assertEquals(overrides, unseeded);
    }
}
