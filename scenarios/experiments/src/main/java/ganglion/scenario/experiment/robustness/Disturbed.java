package ganglion.scenario.experiment.robustness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;

/** A figure of a model, and of a baseline, under one disturbance. */
public sealed interface Disturbed permits DisturbedAccuracy, DisturbedF1 {

    /** What is done, human-readable. */
    String kind();

    /** Axis of the strength, with its unit; empty if several things change at once. */
    String axis();

    /** Strength on that axis, 0 if there is none. */
    double strength();

    /** Kind and strength, human-readable. */
    String text();

    /** Number of samples, at least 1. */
    int samples();

    /** Name of the figure, such as "accuracy". */
    String name();

    /** The figure, 0 to 1. */
    double value();

    /** The same of the baseline; absent if there is none. */
    OptionalDouble baseline();

    /** What is expected, 0 to 1; absent if nothing is. */
    OptionalDouble least();

    /** The figure of each training that this is the average of; empty for one training. */
    List<Double> ofSeeds();

    /** Whether the figure is as expected, or nothing is expected. */
    default boolean holds() {
        return least().isEmpty() || value() >= least().getAsDouble();
    }

    /** As part of a result. */
    ObjectNode json();

    /** Human-readable: the figure with its interval, or the average with the lowest and the highest of the seeds. */
    String found();

    /** Human-readable: that of the baseline; empty if there is none. */
    String ofBaseline();

    /** Human-readable: what is expected; empty if nothing is. */
    String expected();

    /** What {@link #json} has written. */
    static Disturbed of(JsonNode node) {
        return node.has(DisturbedF1.MACRO_F1) ? DisturbedF1.of(node) : DisturbedAccuracy.of(node);
    }

    /** The average of trainings that were tried on the same samples under the same disturbance; at least one. */
    static Disturbed mean(List<? extends Disturbed> each) {
        return each.get(0) instanceof DisturbedF1
                ? DisturbedF1.mean(each.stream().map(DisturbedF1.class::cast).toList())
                : DisturbedAccuracy.mean(
                        each.stream().map(DisturbedAccuracy.class::cast).toList());
    }
}
