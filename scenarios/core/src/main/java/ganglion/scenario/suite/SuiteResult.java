package ganglion.scenario.suite;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The result of a suite.
 *
 * @param cases its scenarios, in order
 * @param settings what was put into all of them: values by JSON pointer, as they were typed
 * @param seconds wall-clock time of the whole, less than the sum of the cases if several ran at the same time
 */
public record SuiteResult(List<CaseResult> cases, Map<String, String> settings, double seconds) {

    public SuiteResult {
        cases = List.copyOf(cases);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The result of scenarios as they are. */
    public SuiteResult(List<CaseResult> cases, double seconds) {
        this(cases, Map.of(), seconds);
    }

    /** Name of a case for lists that are compared with those of other suites: with what was put into it, {@code lif, /seed=7}. */
    public String title(CaseResult result) {
        return result.name() + (settings.isEmpty() ? "" : ", " + put());
    }

    private String put() {
        return settings.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
    }

    /** The worst status of its cases. */
    public Status status() {
        return cases.stream().map(CaseResult::status).reduce(Status.PASSED, Status::or);
    }

    /** Number of cases with a status. */
    public long count(Status status) {
        return cases.stream().filter(each -> each.status() == status).count();
    }

    /** {@code 18 passed, 1 failed, 1 refused of 20 scenarios}, and after {@code with} what was put into all. */
    public String verdict() {
        String counts = Arrays.stream(Status.values())
                .filter(status -> count(status) > 0)
                .map(status -> count(status) + " " + status.word())
                .collect(Collectors.joining(", "));
        int all = cases.size();
        return (counts.isEmpty() ? "none" : counts) + " of " + all + (all == 1 ? " scenario" : " scenarios")
                + (settings.isEmpty() ? "" : " with " + put());
    }
}
