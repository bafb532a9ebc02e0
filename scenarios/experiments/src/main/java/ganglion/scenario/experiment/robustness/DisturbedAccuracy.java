package ganglion.scenario.experiment.robustness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.scenario.experiment.Disturbance;
import ganglion.scenario.experiment.outcome.IntervalJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The decisions of a model, and of the naive baseline, under one disturbance.
 *
 * @param kind of the disturbance, human-readable
 * @param axis of its strength, with the unit; empty if several things change at once
 * @param strength on that axis, 0 if there is none
 * @param text kind and strength, human-readable
 * @param samples number of samples, at least 1
 * @param correct right decisions of the model, on average where it was trained several times
 * @param baselineCorrect right decisions of the naive baseline, likewise; absent if there is none
 * @param leastAccuracy that is expected, 0 to 1; absent if nothing is
 * @param ofSeeds accuracy of each training that the figures are the average of; empty for those of one training
 */
public record DisturbedAccuracy(
        String kind,
        String axis,
        double strength,
        String text,
        int samples,
        double correct,
        OptionalDouble baselineCorrect,
        OptionalDouble leastAccuracy,
        List<Double> ofSeeds)
        implements Disturbed {

    private static final String LEAST = "leastAccuracy";
    private static final String OF_SEEDS = "accuracyOfSeeds";

    /** Takes a copy of the list. */
    public DisturbedAccuracy {
        ofSeeds = List.copyOf(ofSeeds);
    }

    /** Decisions under a disturbance. */
    public static DisturbedAccuracy of(Disturbance disturbance, int samples, int correct, int baselineCorrect) {
        return new DisturbedAccuracy(
                disturbance.kind(),
                disturbance.axis(),
                disturbance.strength(),
                disturbance.text(),
                samples,
                correct,
                OptionalDouble.of(baselineCorrect),
                disturbance.least(),
                List.of());
    }

    /** Share of right decisions. */
    public double accuracy() {
        return correct / samples;
    }

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public double value() {
        return accuracy();
    }

    @Override
    public OptionalDouble least() {
        return leastAccuracy;
    }

    /** Share of right decisions of the naive baseline; absent if there is none. */
    @Override
    public OptionalDouble baseline() {
        return baselineCorrect.isPresent()
                ? OptionalDouble.of(baselineCorrect.getAsDouble() / samples)
                : OptionalDouble.empty();
    }

    /** These decisions and others under the same disturbance together. */
    DisturbedAccuracy plus(DisturbedAccuracy other) {
        return withDecisions(
                samples + other.samples, correct + other.correct, sum(baselineCorrect, other.baselineCorrect));
    }

    /** The average of trainings that decided the same samples under the same disturbance; at least one. */
    static DisturbedAccuracy mean(List<DisturbedAccuracy> each) {
        int times = each.size();
        DisturbedAccuracy sum = each.stream().reduce(DisturbedAccuracy::plus).orElseThrow();
        List<Double> accuracies = each.stream().map(DisturbedAccuracy::accuracy).toList();
        return sum.withDecisions(sum.samples / times, sum.correct / times, divided(sum.baselineCorrect, times))
                .withSeeds(times == 1 ? List.of() : accuracies);
    }

    private DisturbedAccuracy withDecisions(
            int otherSamples, double otherCorrect, OptionalDouble otherBaselineCorrect) {
        return new DisturbedAccuracy(
                kind, axis, strength, text, otherSamples, otherCorrect, otherBaselineCorrect, leastAccuracy, List.of());
    }

    private DisturbedAccuracy withSeeds(List<Double> accuracies) {
        return new DisturbedAccuracy(
                kind, axis, strength, text, samples, correct, baselineCorrect, leastAccuracy, accuracies);
    }

    private static OptionalDouble sum(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() + other.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble divided(OptionalDouble number, int times) {
        return number.isPresent() ? OptionalDouble.of(number.getAsDouble() / times) : number;
    }

    @Override
    public ObjectNode json() {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("disturbance", text).put("kind", kind);
        if (!axis.isEmpty()) {
            node.put("axis", axis).put("strength", strength);
        }
        node.put("samples", samples).put("correct", correct).put("accuracy", accuracy());
        if (ofSeeds.isEmpty()) {
            IntervalJson.put(node, "accuracyInterval", accuracy(), samples);
        } else {
            ofSeeds.forEach(node.putArray(OF_SEEDS)::add);
        }
        if (baselineCorrect.isPresent()) {
            double baseline = baseline().getAsDouble();
            node.put("baselineCorrect", baselineCorrect.getAsDouble()).put("baselineAccuracy", baseline);
            IntervalJson.put(node, "baselineAccuracyInterval", baseline, samples);
        }
        if (leastAccuracy.isPresent()) {
            node.put(LEAST, leastAccuracy.getAsDouble()).put("holds", holds());
        }
        return node;
    }

    /** What {@link #json} has written. */
    static DisturbedAccuracy of(JsonNode node) {
        return new DisturbedAccuracy(
                node.path("kind").asText(),
                node.path("axis").asText(),
                node.path("strength").asDouble(),
                node.path("disturbance").asText(),
                node.path("samples").asInt(),
                node.path("correct").asDouble(),
                number(node, "baselineCorrect"),
                number(node, LEAST),
                seeds(node));
    }

    private static OptionalDouble number(JsonNode node, String key) {
        return node.has(key) ? OptionalDouble.of(node.get(key).asDouble()) : OptionalDouble.empty();
    }

    private static List<Double> seeds(JsonNode node) {
        List<Double> accuracies = new ArrayList<>();
        node.path(OF_SEEDS).forEach(accuracy -> accuracies.add(accuracy.asDouble()));
        return accuracies;
    }

    @Override
    public String found() {
        if (ofSeeds.isEmpty()) {
            return percent(accuracy(), samples);
        }
        return String.format(
                Locale.ROOT,
                "%.1f %% (%.1f to %.1f)",
                100 * accuracy(),
                100 * Collections.min(ofSeeds),
                100 * Collections.max(ofSeeds));
    }

    /** Accuracy and interval, human-readable. */
    static String percent(double share, int samples) {
        return String.format(
                Locale.ROOT,
                "%.1f %% %s",
                100 * share,
                WilsonInterval.of(share, samples).percent());
    }

    @Override
    public String ofBaseline() {
        return baseline().isPresent() ? percent(baseline().getAsDouble(), samples) : "";
    }

    @Override
    public String expected() {
        return leastAccuracy.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * leastAccuracy.getAsDouble());
    }
}
