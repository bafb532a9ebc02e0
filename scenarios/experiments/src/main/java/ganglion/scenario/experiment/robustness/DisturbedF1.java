package ganglion.scenario.experiment.robustness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What detectors find, and a linear baseline, under one disturbance.
 *
 * @param kind of the disturbance, human-readable
 * @param axis of its strength, with the unit
 * @param strength on that axis
 * @param text kind and strength, human-readable
 * @param samples number of mixtures, at least 1
 * @param macroF1 mean F1 of the classes, on average where there were several trainings
 * @param interval 95 % interval of the macro F1 of one training; absent for an average
 * @param microF1 F1 of the decisions of all classes together, likewise an average
 * @param linearMacroF1 macro F1 of the linear baseline, likewise
 * @param least macro F1 that is expected, 0 to 1; absent if nothing is
 * @param ofSeeds macro F1 of each training that the figures are the average of; empty for those of one training
 */
public record DisturbedF1(
        String kind,
        String axis,
        double strength,
        String text,
        int samples,
        double macroF1,
        Optional<F1Interval> interval,
        double microF1,
        double linearMacroF1,
        OptionalDouble least,
        List<Double> ofSeeds)
        implements Disturbed {

    static final String MACRO_F1 = "macroF1";
    private static final String INTERVAL = "macroF1Interval";
    private static final String MICRO_F1 = "microF1";
    private static final String LINEAR = "linearBaselineMacroF1";
    private static final String LEAST = "leastMacroF1";
    private static final String OF_SEEDS = "macroF1OfSeeds";

    /** Takes a copy of the list. */
    public DisturbedF1 {
        ofSeeds = List.copyOf(ofSeeds);
    }

    @Override
    public String name() {
        return "macro F1";
    }

    @Override
    public double value() {
        return macroF1;
    }

    @Override
    public OptionalDouble baseline() {
        return OptionalDouble.of(linearMacroF1);
    }

    static DisturbedF1 mean(List<DisturbedF1> each) {
        DisturbedF1 first = each.get(0);
        if (each.size() == 1) {
            return first;
        }
        return new DisturbedF1(
                first.kind,
                first.axis,
                first.strength,
                first.text,
                first.samples,
                mean(each, DisturbedF1::macroF1),
                Optional.empty(),
                mean(each, DisturbedF1::microF1),
                mean(each, DisturbedF1::linearMacroF1),
                first.least,
                each.stream().map(DisturbedF1::macroF1).toList());
    }

    private static double mean(List<DisturbedF1> each, ToDoubleFunction<DisturbedF1> figure) {
        return each.stream().mapToDouble(figure).average().orElseThrow();
    }

    @Override
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("disturbance", text)
                .put("kind", kind)
                .put("axis", axis)
                .put("strength", strength)
                .put("samples", samples)
                .put(MACRO_F1, macroF1);
        interval.ifPresent(found -> node.putArray(INTERVAL).add(found.low()).add(found.high()));
        if (!ofSeeds.isEmpty()) {
            ofSeeds.forEach(node.putArray(OF_SEEDS)::add);
        }
        node.put(MICRO_F1, microF1).put(LINEAR, linearMacroF1);
        if (least.isPresent()) {
            node.put(LEAST, least.getAsDouble()).put("holds", holds());
        }
        return node;
    }

    static DisturbedF1 of(JsonNode node) {
        List<Double> seeds = new ArrayList<>();
        node.path(OF_SEEDS).forEach(figure -> seeds.add(figure.asDouble()));
        JsonNode range = node.path(INTERVAL);
        return new DisturbedF1(
                node.path("kind").asText(),
                node.path("axis").asText(),
                node.path("strength").asDouble(),
                node.path("disturbance").asText(),
                node.path("samples").asInt(),
                node.path(MACRO_F1).asDouble(),
                range.size() == 2
                        ? Optional.of(new F1Interval(
                                range.get(0).asDouble(), range.get(1).asDouble()))
                        : Optional.empty(),
                node.path(MICRO_F1).asDouble(),
                node.path(LINEAR).asDouble(),
                node.has(LEAST) ? OptionalDouble.of(node.get(LEAST).asDouble()) : OptionalDouble.empty(),
                seeds);
    }

    @Override
    public String found() {
        if (ofSeeds.isEmpty()) {
            return number(macroF1)
                    + interval.map(range -> " [" + number(range.low()) + ", " + number(range.high()) + "]")
                            .orElse("");
        }
        return number(macroF1) + " (" + number(Collections.min(ofSeeds)) + " to " + number(Collections.max(ofSeeds))
                + ")";
    }

    @Override
    public String ofBaseline() {
        return number(linearMacroF1);
    }

    @Override
    public String expected() {
        return least.isEmpty() ? "" : number(least.getAsDouble());
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
