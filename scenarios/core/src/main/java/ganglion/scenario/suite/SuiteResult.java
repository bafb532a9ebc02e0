package ganglion.scenario.suite;

import java.util.List;

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
}
