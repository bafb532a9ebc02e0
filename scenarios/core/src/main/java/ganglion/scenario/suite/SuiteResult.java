package ganglion.scenario.suite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The result of a suite.
 *
 * @param cases its scenarios, in order
 * @param seconds wall-clock time of the whole, less than the sum of the cases if several ran at the same time
 */
public record SuiteResult(List<CaseResult> cases, double seconds) {

    public SuiteResult {
        cases = List.copyOf(cases);
    }

    /** The worst status of its cases. */
    public Status status() {
        return cases.stream().map(CaseResult::status).reduce(Status.PASSED, Status::or);
    }

    /** Number of cases with a status. */
    public long count(Status status) {
        return cases.stream().filter(each -> each.status() == status).count();
    }

    /** {@code 18 passed, 1 failed, 1 refused of 20 scenarios}. */
    public String verdict() {
        String counts = Arrays.stream(Status.values())
                .filter(status -> count(status) > 0)
                .map(status -> count(status) + " " + status.word())
                .collect(Collectors.joining(", "));
        int all = cases.size();
        return (counts.isEmpty() ? "none" : counts) + " of " + all + (all == 1 ? " scenario" : " scenarios");
    }
}
