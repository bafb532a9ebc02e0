package ganglion.scenario.suite;

import java.util.List;

/**
 * How a suite came out.
 *
 * @param cases its scenarios, in order
 * @param seconds wall-clock time of the whole, which is less than the sum where several ran at once
 */
public record SuiteResult(List<CaseResult> cases, double seconds) {

    public SuiteResult {
        cases = List.copyOf(cases);
    }

    /** The worst status of its cases. */
    public Status status() {
        return cases.stream().map(CaseResult::status).reduce(Status.PASSED, Status::or);
    }

    /** How many cases came out in one way. */
    public long count(Status status) {
        return cases.stream().filter(each -> each.status() == status).count();
    }
}
