package ganglion.scenario.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import ganglion.scenario.cost.EnergyName;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.result.ExpectationOutcome;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of one run of a scenario.
 *
 * @param label what distinguishes it from the other runs of its scenario; empty if it is the only one
 * @param settings what was varied: values by JSON pointer, written as JSON
 * @param seed seed of the run; -1 if it did not start, and its scenario names none
 * @param status its outcome
 * @param outcomes outcomes of its expectations, in order; empty if the run was not completed
 * @param messages other problems, one line each
 * @param report its run directory, relative to the directory of the suite; empty if there is none
 * @param winners how its decisions came out
 * @param figures figures that a sweep compares, by name with unit
 * @param unknown energies of devices that have no value, by the name that the figure would have, each with the reason
 * @param seconds wall-clock time, of both runs if it was repeated
 */
@JsonPropertyOrder({
    "label",
    "settings",
    "seed",
    "status",
    "seconds",
    "report",
    "messages",
    "winners",
    "figures",
    "unknown",
    "expectations"
})
public record RunResult(
        String label,
        Map<String, String> settings,
        long seed,
        Status status,
        @JsonProperty("expectations") List<ExpectationOutcome> outcomes,
        List<String> messages,
        String report,
        Winners winners,
        Map<String, Double> figures,
        Map<String, String> unknown,
        double seconds) {

    /** The figure that counts decisions for the label of their clip. */
    public static final String RIGHT_DECISIONS = "correct decisions";

    /** The figure that counts decisions for another class than the label. */
    public static final String WRONG_DECISIONS = "wrong decisions";

    public RunResult {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        outcomes = List.copyOf(outcomes);
        messages = List.copyOf(messages);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    /** A run that decides nothing. */
    public RunResult(
            String label,
            Map<String, String> settings,
            long seed,
            Status status,
            List<ExpectationOutcome> outcomes,
            List<String> messages,
            String report,
            Map<String, Double> figures,
            double seconds) {
        this(label, settings, seed, status, outcomes, messages, report, Winners.NONE, figures, Map.of(), seconds);
    }

    /** A run without a result. */
    public static RunResult error(RunPoint point, Status status, List<String> messages, double seconds) {
        return new RunResult(
                point.label(),
                point.settings(),
                point.seed().orElse(-1),
                status,
                List.of(),
                messages,
                "",
                Map.of(),
                seconds);
    }

    /**
     * The classes for which decisions were taken.
     *
     * @param counts number of decisions for each, the most frequent first; the name is empty where no neuron of the read-out fired
     */
    public record Winners(@JsonValue Map<String, Long> counts) {

        /** No decision. */
        public static final Winners NONE = of(Stream.empty());

        private static final String NO_SPIKE = "no spike";

        public Winners {
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        }

        /** Counts winners, one of each decision. */
        public static Winners of(Stream<String> winners) {
            return ordered(winners.collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting())));
        }

        /** The decisions of several runs together. */
        static Winners together(Stream<Winners> runs) {
            return ordered(runs.flatMap(run -> run.counts.entrySet().stream())
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, TreeMap::new, Collectors.summingLong(Map.Entry::getValue))));
        }

        private static Winners ordered(Map<String, Long> counted) {
            Map<String, Long> ordered = new LinkedHashMap<>();
            counted.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .forEach(each -> ordered.put(each.getKey(), each.getValue()));
            return new Winners(ordered);
        }

        /** The winner of the only decision, or {@code high: 3, low: 1}, of which as many names as asked for are written. */
        public String text(int most) {
            boolean one = counts.size() == 1 && counts.containsValue(1L);
            String list = counts.entrySet().stream()
                    .limit(most)
                    .map(each ->
                            (each.getKey().isEmpty() ? NO_SPIKE : each.getKey()) + (one ? "" : ": " + each.getValue()))
                    .collect(Collectors.joining(", "));
            return list + (counts.size() > most ? ", " + (counts.size() - most) + " more" : "");
        }
    }

    /** Whether there is no sound result: its figures, if it has any, count for nothing. */
    public boolean isLost() {
        return status.isError();
    }

    /**
     * Its figures, and after them what was found of each expectation that is about a number, with its unit in the name. An energy that is a
     * figure has the name of that alone.
     */
    public Map<String, Double> quantities() {
        Map<String, Double> quantities = new LinkedHashMap<>(figures);
        for (ExpectationOutcome outcome : outcomes) {
            outcome.value().ifPresent(found -> {
                String unit = found.unit().isEmpty() ? "" : " (" + found.unit() + ")";
                boolean known = unit.equals(" (J)")
                        && figures.entrySet().stream()
                                .anyMatch(figure -> figure.getValue() == found.value()
                                        && EnergyName.parse(figure.getKey())
                                                .filter(name -> name.isOf(outcome.text()))
                                                .isPresent());
                if (!known) {
                    quantities.putIfAbsent(outcome.text() + unit, found.value());
                }
            });
        }
        return quantities;
    }

    /** Number of decisions that are right; 0 if the run is lost. */
    public long rightDecisions() {
        return count(RIGHT_DECISIONS);
    }

    /** Number of decisions about clips with a label, right or wrong; 0 if the run is lost. */
    public long labelledDecisions() {
        return count(RIGHT_DECISIONS) + count(WRONG_DECISIONS);
    }

    private long count(String figure) {
        return isLost() ? 0 : Math.round(figures.getOrDefault(figure, 0.0));
    }

    /** Number of expectations that hold. */
    public long passed() {
        return outcomes.stream().filter(ExpectationOutcome::passed).count();
    }
}
