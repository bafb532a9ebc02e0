package ganglion.scenario.expect;

import ganglion.scenario.model.ReadOutRule;
import ganglion.scenario.model.ReadOutRule.Score;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The scores that a decision rests on. */
public final class ClassScores {

    private final Score score;
    private final Map<String, Double> byClass;
    private final boolean single;
    private final long ticks;

    /**
     * @param names of the classes
     * @param scores one for each class; of a single neuron that tells two classes one alone, for the second
     * @param ticks that count for the decision
     */
    ClassScores(ReadOutRule rule, List<String> names, double[] scores, long ticks) {
        this.score = rule.score();
        this.single = scores.length == 1 && score != Score.MOST_SPIKES;
        this.ticks = ticks;
        Map<String, Double> all = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            all.put(names.get(single ? names.size() - 1 : i), scores[i]);
        }
        this.byClass = Collections.unmodifiableMap(all);
    }

    /** The score of each class by its name, in order; of a single neuron that tells two classes, that of the second alone. */
    public Map<String, Double> byClass() {
        return byClass;
    }

    /**
     * How sure the decision is, from 0 to 1: of membrane potentials the soft maximum at the highest, as the loss of training has it; of
     * counts the share of the highest; of a single neuron that counts, the share of ticks in which it fires or does not. Absent for
     * first spikes, for the potential of a single neuron, if nothing fired, and if no tick counts. Not calibrated.
     */
    public OptionalDouble confidence() {
        return confidence(OptionalDouble.empty());
    }

    /**
     * How sure the decision is, from 0 to 1.
     *
     * @param temperature that a training has fitted, so that the soft maximum of the scores divided by it is a probability, whatever
     *     the scores are; absent for what {@link #confidence()} gives
     */
    public OptionalDouble confidence(OptionalDouble temperature) {
        double[] scores =
                byClass.values().stream().mapToDouble(Double::doubleValue).toArray();
        double highest = Arrays.stream(scores).max().orElseThrow();
        if (ticks <= 0 || single && score.ofMembranes()) {
            return OptionalDouble.empty();
        }
        if (temperature.isPresent() && scores.length > 1) {
            return softMaximum(scores, temperature.getAsDouble());
        }
        if (score == Score.FIRST_SPIKE) {
            return OptionalDouble.empty();
        }
        if (single) {
            double share = highest / Math.max(1, ticks);
            return OptionalDouble.of(Math.max(share, 1 - share));
        }
        if (score.ofMembranes()) {
            return softMaximum(scores, 1);
        }
        double sum = Arrays.stream(scores).sum();
        return sum > 0 ? OptionalDouble.of(highest / sum) : OptionalDouble.empty();
    }

    private static OptionalDouble softMaximum(double[] scores, double temperature) {
        double highest = Arrays.stream(scores).max().orElseThrow();
        return OptionalDouble.of(1
                / Arrays.stream(scores)
                        .map(other -> Math.exp((other - highest) / temperature))
                        .sum());
    }
}
