package ganglion.report.cause;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds decisions of a run by what a user calls them. */
final class NamedDecisions {

    /** Decisions that a message names. */
    private static final int NAMED_DECISIONS = 8;

    private NamedDecisions() {}

    /**
     * The number of a decision, from 0.
     *
     * @param option that names it
     * @param decisions all of the run, as its result lists them
     * @param which the clip as the scenario names it, or the number
     * @throws InputException if there is no such decision, or more than one
     */
    static int find(String option, JsonNode decisions, String which) throws InputException {
        checkAny(option, decisions);
        List<Integer> found = IntStream.range(0, decisions.size())
                .filter(i -> which.equals(Integer.toString(i))
                        || which.equals(decisions.get(i).path("file").asText()))
                .boxed()
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.size() > 1) {
            throw problem(
                    option,
                    "found " + found.size() + " decisions of '" + which + "', expected the number of one: "
                            + found.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        String known = IntStream.range(0, Math.min(NAMED_DECISIONS, decisions.size()))
                .mapToObj(i -> i + " " + decisions.get(i).path("file").asText())
                .collect(Collectors.joining(", "));
        throw problem(
                option,
                "found no decision '" + which + "', expected the number or the clip of one: " + known
                        + (decisions.size() > NAMED_DECISIONS
                                ? ", and " + (decisions.size() - NAMED_DECISIONS) + " more"
                                : ""));
    }

    /** @throws InputException if the run has decided nothing */
    static void checkAny(String option, JsonNode decisions) throws InputException {
        if (!decisions.isArray() || decisions.isEmpty()) {
            throw problem(option, "found a run without decisions");
        }
    }

    private static InputException problem(String option, String message) {
        return new InputException(new Problem(option, 0, "", message));
    }
}
