package ganglion.cli.print;

import ganglion.scenario.result.ExpectationOutcome;
import java.io.PrintStream;
import java.util.List;

/** The expectations of a scenario: which hold, and for each that does not, what was found and what would have passed. */
public final class ExpectationList {

    private final List<ExpectationOutcome> outcomes;
    private final Marks marks;

    /** @param outcomes to print */
    public ExpectationList(List<ExpectationOutcome> outcomes, Marks marks) {
        this.outcomes = outcomes;
        this.marks = marks;
    }

    /** Prints every expectation. */
    public void print(PrintStream out, String indent) {
        outcomes.forEach(outcome -> print(out, indent, outcome));
    }

    /** Prints those that do not hold. */
    public void printFailures(PrintStream out, String indent) {
        outcomes.stream().filter(outcome -> !outcome.passed()).forEach(outcome -> print(out, indent, outcome));
    }

    private void print(PrintStream out, String indent, ExpectationOutcome outcome) {
        String found = outcome.passed() ? ": " + outcome.found() : " (" + outcome.pointer() + ")";
        out.println(indent + marks.of(outcome.passed()) + " " + outcome.text() + found);
        if (!outcome.passed()) {
            out.println(indent + "    found     " + outcome.found());
            out.println(indent + "    expected  " + outcome.expected());
        }
    }
}
