package ganglion.scenario.suite;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.suite.RunResult.Winners;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One point of a sweep with all its repeats.
 *
 * @param settings what was varied: values by JSON pointer, written as JSON
 * @param runs number of runs with a sound result
 * @param lost number of runs without one, which count for nothing else here
 * @param held expectations that hold, of all runs
 * @param expected expectations of all runs
 * @param rightDecisions decisions of all runs that are right
 * @param labelledDecisions decisions of all runs about clips with labels
 * @param winners how the decisions of all runs came out
 * @param figures statistics over the runs, by figure, and by expectation about a number
 */
public record StudyPoint(
        Map<String, String> settings,
        int runs,
        int lost,
        @JsonProperty("expectationsThatHold") long held,
        @JsonProperty("expectations") long expected,
        @JsonIgnore long rightDecisions,
        @JsonIgnore long labelledDecisions,
        Winners winners,
        Map<String, Statistics> figures) {

    /** What is varied, human-readable: {@code beta 0.8}; empty if only the seed is. */
    public String label() {
        return new RunPoint(0, settings, OptionalLong.empty()).label();
    }

    /** Whether there is a sound result of every run, and every expectation holds. */
    public boolean isAsExpected() {
        return lost == 0 && held == expected;
    }

    /**
     * A figure over several runs.
     *
     * @param deviation standard deviation of the runs as a sample; 0 for a single run
     * @param runs number of runs that have a value
     */
    public record Statistics(
            double mean,
            double deviation,
            double lowest,
            double highest,
            @JsonIgnore int runs) {

        static Statistics of(List<Double> values) {
            DoubleSummaryStatistics all =
                    values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
            // Rounding can make the average of equal numbers differ from them, which is no deviation.
            boolean alike = all.getMin() == all.getMax();
            double mean = alike ? all.getMin() : all.getAverage();
            double squares = values.stream()
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .sum();
            double deviation = alike ? 0 : Math.sqrt(squares / (values.size() - 1));
            return new Statistics(mean, deviation, all.getMin(), all.getMax(), values.size());
        }
    }

    /** The points of a case, in order of their first runs. */
    public static List<StudyPoint> of(CaseResult result) {
        Map<Map<String, String>, List<RunResult>> points = new LinkedHashMap<>();
        for (RunResult run : result.runs()) {
            points.computeIfAbsent(run.settings(), settings -> new ArrayList<>())
                    .add(run);
        }
        List<StudyPoint> study = new ArrayList<>();
        points.forEach((settings, runs) -> study.add(of(settings, runs)));
        return study;
    }

    private static StudyPoint of(Map<String, String> settings, List<RunResult> runs) {
        List<RunResult> ended = runs.stream().filter(run -> !run.isLost()).toList();
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (RunResult run : ended) {
            run.quantities()
                    .forEach((figure, value) -> values.computeIfAbsent(figure, key -> new ArrayList<>())
                            .add(value));
        }
        Map<String, Statistics> figures = new LinkedHashMap<>();
        values.forEach((figure, list) -> figures.put(figure, Statistics.of(list)));
        List<ExpectationOutcome> outcomes =
                ended.stream().flatMap(run -> run.outcomes().stream()).toList();
        long held = outcomes.stream().filter(ExpectationOutcome::passed).count();
        return new StudyPoint(
                settings,
                ended.size(),
                runs.size() - ended.size(),
                held,
                outcomes.size(),
                ended.stream().mapToLong(RunResult::rightDecisions).sum(),
                ended.stream().mapToLong(RunResult::labelledDecisions).sum(),
                Winners.together(ended.stream().map(RunResult::winners)),
                figures);
    }
}
