package ganglion.scenario.suite;

import ganglion.scenario.result.ExpectationOutcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one run of a scenario came out.
 *
 * @param label what sets it apart from the other runs of its scenario; empty if it is the only one
 * @param settings what was varied: values by JSON pointer, written as JSON
 * @param seed seed of the run; -1 if it never began
 * @param status how it came out
 * @param outcomes its expectations, in order; empty if it did not come to its end
 * @param messages what went wrong besides, a line each
 * @param report where its run directory is, from the suite's own; empty if there is none
 * @param figures what a sweep compares, by name with unit
 * @param seconds wall-clock time, of both runs where it was run twice
 */
public record RunResult(
        String label,
        Map<String, String> settings,
        long seed,
        Status status,
        List<ExpectationOutcome> outcomes,
        List<String> messages,
        String report,
        Map<String, Double> figures,
        double seconds) {

    public RunResult {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        outcomes = List.copyOf(outcomes);
        messages = List.copyOf(messages);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** A run that gave no result. */
    public static RunResult error(String label, Status status, List<String> messages, double seconds) {
        return new RunResult(label, Map.of(), -1, status, List.of(), messages, "", Map.of(), seconds);
    }

    /** Expectations that hold. */
    public long passed() {
        return outcomes.stream().filter(ExpectationOutcome::passed).count();
    }
}
