package ganglion.report.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.ScenarioRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A run in a sentence or two.
 *
 * @param good whether the run is complete and every expectation holds
 * @param text which decisions are right and which expectations fail, human-readable
 * @param rightDecisions decisions whose winner is the label
 * @param labelledDecisions decisions about clips that have a label
 */
public record Verdict(@JsonProperty("passed") boolean good, String text, int rightDecisions, int labelledDecisions) {

    private static final int MOST_NAMED = 4;

    /** The verdict on a run. */
    public static Verdict of(ScenarioRun run) {
        List<Decision> labelled = run.decisions().stream()
                .filter(decision -> !decision.label().isEmpty())
                .toList();
        List<Decision> wrong =
                labelled.stream().filter(decision -> !decision.correct()).toList();
        List<String> sentences = new ArrayList<>();
        if (!run.complete()) {
            sentences.add(incompleteSentence(run));
        }
        if (!labelled.isEmpty()) {
            sentences.add(decisionSentence(labelled.size(), wrong));
        } else if (!run.decisions().isEmpty()) {
            sentences.add(unlabelledSentence(run.decisions()));
        }
        if (run.complete()) {
            sentences.add(expectationSentence(run.expectations()));
        }
        return new Verdict(run.passed(), String.join(" ", sentences), labelled.size() - wrong.size(), labelled.size());
    }

    private static String incompleteSentence(ScenarioRun run) {
        return "Incomplete: stopped after "
                + QuantityFormat.format(run.clock().seconds(run.ranTicks()), Dimension.TIME) + " of "
                + QuantityFormat.format(run.clock().seconds(run.ticks()), Dimension.TIME)
                + ", with no expectation checked.";
    }

    private static String decisionSentence(int all, List<Decision> wrong) {
        String right = all - wrong.size() + " of " + all + (all == 1 ? " decision is right" : " decisions are right");
        if (wrong.isEmpty()) {
            return right + ".";
        }
        String named = wrong.stream().limit(MOST_NAMED).map(Verdict::mistake).collect(Collectors.joining(", "));
        int unnamed = wrong.size() - MOST_NAMED;
        return right + "; wrong: " + named + (unnamed > 0 ? " and " + unnamed + " more" : "") + ".";
    }

    private static String mistake(Decision decision) {
        String file = decision.file().substring(decision.file().lastIndexOf('/') + 1);
        String found = decision.winner().isEmpty() ? "no spike" : decision.winner();
        String mistake = found + " instead of " + decision.label();
        return file.isEmpty() ? mistake : file + " (" + mistake + ")";
    }

    private static String unlabelledSentence(List<Decision> decisions) {
        if (decisions.size() > 1) {
            return decisions.size() + " clips were decided; they have no labels to compare with.";
        }
        String winner = decisions.get(0).winner();
        return winner.isEmpty() ? "No neuron fired for a decision." : "The decision is " + winner + ".";
    }

    private static String expectationSentence(List<ExpectationOutcome> expectations) {
        List<ExpectationOutcome> failed =
                expectations.stream().filter(outcome -> !outcome.passed()).toList();
        int all = expectations.size();
        if (all == 0) {
            return "The scenario expects nothing.";
        }
        if (failed.isEmpty()) {
            return all == 1 ? "Its expectation holds." : "All " + all + " expectations hold.";
        }
        String count = all == 1
                ? "Its expectation fails"
                : failed.size() + " of " + all + " expectations " + (failed.size() == 1 ? "fails" : "fail");
        return count + ": " + failed.get(0).text() + (failed.size() > 1 ? ", and others" : "") + ".";
    }
}
