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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * What a model decides under one disturbance, by accuracy or, for detectors, by macro F1: one training, or the mean of several seeds.
 *
 * @param level the disturbance
 * @param samples number of samples
 * @param figures of the model and its baseline
 * @param bootstrapped 95 % interval of a macro F1; absent for an accuracy, whose interval follows from its samples, and for a mean
 * @param ofSeeds the value with each seed; empty for a single training
 */
public record Disturbed(
        Level level, int samples, Figures figures, Optional<F1Interval> bootstrapped, List<Double> ofSeeds) {

    /**
     * One strength of a disturbance.
     *
     * @param kind what changes
     * @param axis what the strengths of this kind are; empty if they are not drawn
     * @param text human-readable
     * @param least what is expected at least; absent for nothing
     */
    public record Level(String kind, String axis, double strength, String text, OptionalDouble least) {

        static Level of(Disturbance disturbance) {
            return new Level(
                    disturbance.kind(),
                    disturbance.axis(),
                    disturbance.strength(),
                    disturbance.text(),
                    disturbance.least());
        }
    }

    /**
     * Figures of a model.
     *
     * @param model right decisions, a fraction in a mean; of detectors the macro F1
     * @param baseline the same of the baseline; absent if there is none
     * @param microF1 of detectors; absent for others
     */
    public record Figures(double model, OptionalDouble baseline, OptionalDouble microF1) {}

    /** Takes a copy of the list. */
    public Disturbed {
        ofSeeds = List.copyOf(ofSeeds);
    }

    /** The decisions of a single training. */
    public static Disturbed ofDecisions(Level level, int samples, double correct, double baselineCorrect) {
        return new Disturbed(
                level,
                samples,
                new Figures(correct, OptionalDouble.of(baselineCorrect), OptionalDouble.empty()),
                Optional.empty(),
                List.of());
    }

    boolean isOfDetectors() {
        return figures.microF1().isPresent();
    }

    /** Accuracy, or macro F1. */
    public double value() {
        return share(figures.model());
    }

    /** The same of the naive baseline, or of the linear one of detectors. */
    public OptionalDouble baseline() {
        OptionalDouble found = figures.baseline();
        return found.isPresent() ? OptionalDouble.of(share(found.getAsDouble())) : found;
    }

    private double share(double figure) {
        return isOfDetectors() ? figure : figure / samples;
    }

    /** Whether what is expected is reached. */
    boolean holds() {
        return level.least().isEmpty() || value() >= level.least().getAsDouble();
    }

    /** The mean of trainings with several seeds, under the same disturbance. */
    static Disturbed mean(List<Disturbed> each) {
        Disturbed first = each.get(0);
        if (each.size() == 1) {
            return first;
        }
        return new Disturbed(
                first.level,
                each.stream().mapToInt(Disturbed::samples).sum() / each.size(),
                new Figures(
                        each.stream().mapToDouble(of -> of.figures.model()).sum() / each.size(),
                        mean(each, Figures::baseline),
                        mean(each, Figures::microF1)),
                Optional.empty(),
                each.stream().map(Disturbed::value).toList());
    }

    /** Absent if one of them lacks the figure. */
    private static OptionalDouble mean(List<Disturbed> each, Function<Figures, OptionalDouble> figure) {
        double[] found = each.stream()
                .flatMapToDouble(of -> figure.apply(of.figures).stream())
                .toArray();
        return found.length == each.size()
                ? OptionalDouble.of(DoubleStream.of(found).sum() / found.length)
                : OptionalDouble.empty();
    }

    private String key() {
        return isOfDetectors() ? "macroF1" : "accuracy";
    }

    /** The section of a result. */
    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("disturbance", level.text()).put("kind", level.kind());
        if (!level.axis().isEmpty()) {
            node.put("axis", level.axis()).put("strength", level.strength());
        }
        node.put("samples", samples);
        if (!isOfDetectors()) {
            node.put("correct", figures.model());
        }
        node.put(key(), value());
        if (!ofSeeds.isEmpty()) {
            ofSeeds.forEach(node.putArray(key() + "OfSeeds")::add);
        } else if (!isOfDetectors()) {
            IntervalJson.put(node, "accuracyInterval", value(), samples);
        }
        bootstrapped.ifPresent(
                range -> node.putArray("macroF1Interval").add(range.low()).add(range.high()));
        figures.microF1().ifPresent(found -> node.put("microF1", found));
        baseline().ifPresent(found -> putBaseline(node, found));
        level.least()
                .ifPresent(least -> node.put(isOfDetectors() ? "leastMacroF1" : "leastAccuracy", least)
                        .put("holds", holds()));
        return node;
    }

    private void putBaseline(ObjectNode node, double found) {
        if (isOfDetectors()) {
            node.put("linearBaselineMacroF1", found);
        } else {
            node.put("baselineCorrect", figures.baseline().getAsDouble()).put("baselineAccuracy", found);
            IntervalJson.put(node, "baselineAccuracyInterval", found, samples);
        }
    }

    /** Reads a section of a result. */
    static Disturbed of(JsonNode node) {
        boolean detectors = node.has("macroF1");
        JsonNode range = node.path("macroF1Interval");
        List<Double> ofSeeds = new ArrayList<>();
        node.path(detectors ? "macroF1OfSeeds" : "accuracyOfSeeds").forEach(value -> ofSeeds.add(value.asDouble()));
        return new Disturbed(
                new Level(
                        node.path("kind").asText(),
                        node.path("axis").asText(),
                        node.path("strength").asDouble(),
                        node.path("disturbance").asText(),
                        number(node, detectors ? "leastMacroF1" : "leastAccuracy")),
                node.path("samples").asInt(),
                new Figures(
                        node.path(detectors ? "macroF1" : "correct").asDouble(),
                        number(node, detectors ? "linearBaselineMacroF1" : "baselineCorrect"),
                        number(node, "microF1")),
                range.isArray()
                        ? Optional.of(new F1Interval(
                                range.path(0).asDouble(), range.path(1).asDouble()))
                        : Optional.empty(),
                ofSeeds);
    }

    private static OptionalDouble number(JsonNode node, String key) {
        return node.has(key) ? OptionalDouble.of(node.get(key).asDouble()) : OptionalDouble.empty();
    }

    /** The value as a table has it, with its interval, or with the lowest and the highest seed. */
    String cell() {
        if (!ofSeeds.isEmpty()) {
            return number(value()) + " (" + bound(Collections.min(ofSeeds)) + " to " + bound(Collections.max(ofSeeds))
                    + ")";
        }
        return number(value())
                + (isOfDetectors()
                        ? bootstrapped
                                .map(range -> " [" + bound(range.low()) + ", " + bound(range.high()) + "]")
                                .orElse("")
                        : " " + WilsonInterval.of(value(), samples).percent());
    }

    /** The baseline as a table has it; empty if there is none. */
    String cellOfBaseline() {
        OptionalDouble found = baseline();
        if (found.isEmpty()) {
            return "";
        }
        double share = found.getAsDouble();
        return isOfDetectors()
                ? number(share)
                : number(share) + " " + WilsonInterval.of(share, samples).percent();
    }

    /** What is expected at least; empty for nothing. */
    String cellOfLeast() {
        return level.least().isPresent() ? number(level.least().getAsDouble()) : "";
    }

    private String number(double value) {
        return bound(value) + (isOfDetectors() ? "" : " %");
    }

    private String bound(double value) {
        return isOfDetectors()
                ? String.format(Locale.ROOT, "%.3f", value)
                : String.format(Locale.ROOT, "%.1f", 100 * value);
    }
}
