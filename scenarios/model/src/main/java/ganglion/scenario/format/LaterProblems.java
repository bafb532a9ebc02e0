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
 * Finds the problems that earlier ones hide. If all that was found is in parts that the rest of the scenario can do without, the rest is
 * read once more without these parts, so that one need not mend a problem to see the next.
 */
final class LaterProblems {

    /** Parts without which the network and its inputs can be read. */
    private static final Set<String> PARTS = Set.of(
            DecisionKeys.DECISION.name(),
            RecordingKeys.RECORD.name(),
            HardwareKeys.HARDWARE.name(),
            BatteryKeys.BATTERY.name(),
            ExpectationKeys.EXPECT.name());

    /** Parts that may refer to any of these: read without them, they would be reported as wrong. */
    private static final Set<String> REFERRING =
            Set.of(ExpectationKeys.EXPECT.name(), PointKeys.SWEEP.name(), PointKeys.REPEAT.name());

    private LaterProblems() {}

    /**
     * The problems that were found, and those of the rest, in the order of the lines.
     *
     * @param found the problems of the whole document
     */
    static InputException with(Path file, ReadDocument document, ScenarioOverrides overrides, InputException found) {
        Set<String> spoiled = new HashSet<>();
        found.problems().forEach(problem -> spoiled.add(part(problem.pointer())));
        if (!PARTS.containsAll(spoiled)) {
            return found;
        }
        spoiled.addAll(REFERRING);
        if (spoiled.contains(RecordingKeys.RECORD.name())) {
            // A read-out of potentials wants them recorded.
            spoiled.add(DecisionKeys.DECISION.name());
        }
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

    /** The first key of a pointer; empty for a pointer to the root. */
    private static String part(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1).replaceFirst("/.*", "");
    }

    private static ScenarioOverrides without(ScenarioOverrides overrides, Set<String> parts) {
        Map<String, String> settings = new LinkedHashMap<>(overrides.settings());
        settings.keySet().removeIf(pointer -> parts.contains(part(pointer)));
        return new ScenarioOverrides(settings, overrides.seed(), List.of(), overrides.allowOutsidePaths());
    }
}
