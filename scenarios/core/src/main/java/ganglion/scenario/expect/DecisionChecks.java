package ganglion.scenario.expect;

import ganglion.scenario.model.Expectation;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import java.util.List;
import java.util.stream.Collectors;

/** Checks winners of clips, and the number of correct decisions. */
final class DecisionChecks {

    private static final int MOST_LISTED = 12;

    private DecisionChecks() {}

    static ExpectationOutcome winner(Expectation.Winner expectation, List<Decision> decisions) {
        Decision decision = decisions.get(expectation.clip());
        String clip =
                decision.file().isEmpty() ? "the run" : "clip " + expectation.clip() + " (" + decision.file() + ")";
        return new ExpectationOutcome(
                expectation.pointer(),
                "winner of " + clip,
                decision.winner().equals(expectation.label()),
                decision.winner().isEmpty() ? "no spike" : decision.winner(),
                expectation.label());
    }

    static ExpectationOutcome correct(Expectation.CorrectDecisions expectation, List<Decision> decisions) {
        long correct = decisions.stream().filter(Decision::correct).count();
        boolean complete = expectation.of().isEmpty() || expectation.of().getAsInt() == decisions.size();
        String of = expectation.of().isPresent() ? " of " + expectation.of().getAsInt() : "";
        ExpectationOutcome outcome = new ExpectationOutcome(
                expectation.pointer(),
                "correct decisions",
                complete && expectation.count().hold(correct),
                correct + " of " + decisions.size() + wrong(decisions),
                Wording.inclusive(expectation.count(), Wording::count) + of);
        return outcome.withValue(correct, "");
    }

    private static String wrong(List<Decision> decisions) {
        List<Decision> wrong =
                decisions.stream().filter(decision -> !decision.correct()).toList();
        if (wrong.isEmpty()) {
            return "";
        }
        String more = wrong.size() > MOST_LISTED ? ", ..." : "";
        return wrong.stream()
                .limit(MOST_LISTED)
                .map(DecisionChecks::mistake)
                .collect(Collectors.joining(", ", " (wrong: ", more + ")"));
    }

    private static String mistake(Decision decision) {
        String clip = decision.file().isEmpty() ? "the run" : decision.file();
        String label = decision.label().isEmpty() ? "without label" : "is " + decision.label();
        return clip + " " + label + ", found " + (decision.winner().isEmpty() ? "no spike" : decision.winner());
    }
}
