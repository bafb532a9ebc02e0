package ganglion.scenario.format;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.ReadDocument;
import ganglion.scenario.format.expect.ExpectationKeys;
import ganglion.scenario.format.hardware.BatteryKeys;
import ganglion.scenario.format.hardware.HardwareKeys;
import ganglion.scenario.format.recording.RecordingKeys;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The problems that would be found after others were mended. Where these are in parts of a scenario that the rest does not need, the rest
 * is read without them, so that one does not mend one problem to see the next.
 */
final class LaterProblems {

    /** Parts that no part but the expectations and the runs of a sweep refers to. */
    private static final Set<String> PARTS = Set.of(
            DecisionKeys.DECISION.name(),
            RecordingKeys.RECORD.name(),
            HardwareKeys.HARDWARE.name(),
            BatteryKeys.BATTERY.name(),
            ExpectationKeys.EXPECT.name());

    private static final Set<String> REFERRING =
            Set.of(ExpectationKeys.EXPECT.name(), PointKeys.SWEEP.name(), PointKeys.REPEAT.name());

    private LaterProblems() {}

    /**
     * What was found, and what is found in the rest, in the order of the lines.
     *
     * @param found the problems of the whole
     */
    static InputException with(Path file, ReadDocument document, ScenarioOverrides overrides, InputException found) {
        Set<String> spoiled = new HashSet<>();
        found.problems().forEach(problem -> spoiled.add(part(problem.pointer())));
        if (!PARTS.containsAll(spoiled)) {
            return found;
        }
        spoiled.addAll(REFERRING);
        ReadDocument rest = document;
        for (String part : spoiled) {
            rest = rest.without(part);
        }
        List<Problem> all = new ArrayList<>(found.problems());
        all.addAll(ofRest(file, rest, without(overrides, spoiled)));
        all.sort(Comparator.comparingInt(Problem::line));
        return new InputException(all);
    }

    private static List<Problem> ofRest(Path file, ReadDocument rest, ScenarioOverrides overrides) {
        try {
            ScenarioFiles.made(file, rest, overrides);
            return List.of();
        } catch (InputException e) {
            return e.problems();
        }
    }

    /** The key of the root that a pointer leads through; empty for the root itself. */
    private static String part(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1).replaceFirst("/.*", "");
    }

    private static ScenarioOverrides without(ScenarioOverrides overrides, Set<String> parts) {
        Map<String, String> settings = new LinkedHashMap<>(overrides.settings());
        settings.keySet().removeIf(pointer -> parts.contains(part(pointer)));
        return new ScenarioOverrides(settings, overrides.seed(), List.of(), overrides.allowOutsidePaths());
    }
}
