package ganglion.scenario;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a scenario expects of its run. A new kind is a record here, its words in the schema, and its evaluator. */
public sealed interface Expectation {

    /** JSON pointer to the expectation in the scenario. */
    String pointer();

    /**
     * How many spikes a population, or one neuron of it, fires.
     *
     * @param neuron the neuron; all of them together if absent
     * @param window the ticks that count
     */
    record SpikeCount(String pointer, String population, OptionalInt neuron, Window window, Bounds count)
            implements Expectation {}

    /**
     * When a population, or one neuron of it, first fires. One that never fires fails.
     *
     * @param ticks the bounds, in ticks since the start, which need not be whole
     */
    record FirstSpike(String pointer, String population, OptionalInt neuron, Bounds ticks) implements Expectation {}

    /**
     * Which label a clip is taken for.
     *
     * @param clip position of the decision, from 0
     * @param label label that should win
     */
    record Winner(String pointer, int clip, String label) implements Expectation {}

    /**
     * How many decisions are right.
     *
     * @param of number of decisions there should be in all, so that a shortened playlist does not pass unseen
     */
    record CorrectDecisions(String pointer, Bounds count, OptionalInt of) implements Expectation {}

    /**
     * What a run costs on a chip.
     *
     * @param per the whole run, or the mean of its decisions
     * @param joules the bounds, in joules
     */
    record Energy(String pointer, String profile, EnergyBasis per, Bounds joules) implements Expectation {}

    /** What an energy is taken over. */
    enum EnergyBasis {
        RUN,
        DECISION
    }

    /**
     * How long a chip takes for a tick.
     *
     * @param percentile from 0 to 100; 100 is the slowest tick
     * @param seconds the bounds, in seconds
     */
    record Latency(String pointer, String profile, double percentile, Bounds seconds) implements Expectation {}

    /**
     * The exact spikes of a golden raster file.
     *
     * @param file the golden file; the populations in it are compared
     */
    record GoldenRaster(String pointer, ScenarioPath file) implements Expectation {}

    /**
     * A half-open span of time.
     *
     * @param untilTick tick after the last; absent for the end of the run
     */
    record Window(long fromTick, OptionalLong untilTick) {

        /** The whole run. */
        public static final Window ALL = new Window(0, OptionalLong.empty());
    }

    /**
     * Limits of a figure. Inclusive limits come from {@code between}, {@code at-least}, {@code at-most} and {@code
     * equals}; exclusive ones from {@code below}, {@code above}, {@code before} and {@code after}.
     */
    record Bounds(double lowest, double highest, boolean inclusive) {

        /** @throws IllegalArgumentException if no number can satisfy the limits */
        public Bounds {
            if (!(lowest <= highest)) {
                throw new IllegalArgumentException("nothing lies between " + lowest + " and " + highest);
            }
        }

        /** Whether a figure is within the limits. */
        public boolean hold(double value) {
            return inclusive ? value >= lowest && value <= highest : value > lowest && value < highest;
        }
    }
}
