package ganglion.scenario.suite;

import ganglion.scenario.result.ExpectationOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a test report: an expectation of a run, or the run itself if it has no expectations or ended with an error.
 *
 * @param name what was checked
 * @param status its outcome
 * @param detail why it did not pass, one line each; empty if it passed
 * @param report report of the run, relative to the directory of the suite; empty if there is none
 */
record Check(String name, Status status, List<String> detail, String report) {

    Check {
        detail = List.copyOf(detail);
    }

    /** The checks of a case, run by run. */
    static List<Check> of(CaseResult result) {
        List<Check> checks = new ArrayList<>();
        for (RunResult run : result.runs()) {
            String prefix = run.label().isEmpty() ? "" : run.label() + ": ";
            for (ExpectationOutcome outcome : run.outcomes()) {
                checks.add(of(prefix, outcome, run.report()));
            }
            if (run.outcomes().isEmpty() || run.status().isError()) {
                checks.add(new Check(prefix + "runs", run.status(), run.messages(), run.report()));
            }
        }
        return checks;
    }

    private static Check of(String prefix, ExpectationOutcome outcome, String report) {
        String name = prefix + outcome.text() + " (" + outcome.pointer() + ")";
        return outcome.passed()
                ? new Check(name, Status.PASSED, List.of(), report)
                : new Check(
                        name,
                        Status.FAILED,
                        List.of("found " + outcome.found(), "expected " + outcome.expected()),
                        report);
    }
}
