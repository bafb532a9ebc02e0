package ganglion.scenario.model;

import ganglion.documents.place.DocumentPath;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a scenario expects of its run. A new kind is a record here, its words in the schema, and its evaluator. */
public sealed interface Expectation {

    /** JSON pointer to the expectation in the scenario. */
    String pointer();

    /** The golden raster that it compares with, if it does. */
    default Optional<DocumentPath> golden() {
        return Optional.empty();
    }

    /** JSON pointer to the name of the golden raster, or near it. */
    default String goldenPointer() {
        return pointer();
    }

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
     * When a population, or one neuron of it, last fires. One that never fires fails.
     *
     * @param ticks the bounds, in ticks since the start, which need not be whole
     */
    record LastSpike(String pointer, String population, OptionalInt neuron, Bounds ticks) implements Expectation {}

    /**
     * In which order populations, or neurons of them, first fire. Two in one tick fail, and so does one that never fires.
     *
     * @param subjects those that fire, the first first
     */
    record SpikeOrder(String pointer, List<Firing> subjects) implements Expectation {

        public SpikeOrder {
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * Who fires.
     *
     * @param neuron the neuron; any of them if absent
     */
    record Firing(String population, OptionalInt neuron) {}

    /** That a figure of the run keeps its limits. */
    record Figure(String pointer, Measure measure, Bounds bounds) implements Expectation {}

    /**
     * Which label a clip is assigned.
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

    /** What an energy is taken over. */
    enum EnergyBasis {
        RUN,
        DECISION
    }

    /**
     * The exact spikes of a golden raster file.
     *
     * @param file the golden file; the populations in it are compared
     */
    record GoldenRaster(String pointer, DocumentPath file) implements Expectation {

        @Override
        public Optional<DocumentPath> golden() {
            return Optional.of(file);
        }

        @Override
        public String goldenPointer() {
            return pointer + "/raster";
        }
    }

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
