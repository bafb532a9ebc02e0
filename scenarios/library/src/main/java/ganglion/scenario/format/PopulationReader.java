package ganglion.scenario.format;

import ganglion.kernel.neuron.LeakyIntegrator;
import ganglion.kernel.neuron.Lif;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.Reset;
import ganglion.scenario.PopulationSpec;
import java.util.List;

/** Reads populations. A new neuron model is a word in the schema, its parameters there, and a method here. */
final class PopulationReader {

    private PopulationReader() {}

    static PopulationSpec read(Place place) {
        int size = place.integer("size", 1);
        List<String> labels = place.elements("labels").stream().map(Place::text).toList();
        if (place.has("labels") && labels.size() != size) {
            place.at("labels")
                    .problem("found " + labels.size() + " labels, expected one for each of " + size + " neurons");
            labels = List.of();
        }
        return new PopulationSpec(place.pointer(), place.at("name").text(), size, model(place), labels);
    }

    private static NeuronModel model(Place place) {
        Place parameters = place.at("parameters");
        try {
            return switch (place.at("model").text()) {
                case "lif" -> new Lif(lif(parameters));
                case "leaky-integrator" -> new LeakyIntegrator(beta(parameters));
                default -> throw new IllegalStateException("the schema knows a model that its reader does not");
            };
        } catch (IllegalArgumentException e) {
            parameters.problem(e.getMessage());
            return new LeakyIntegrator(0);
        }
    }

    private static LifParameters lif(Place place) {
        return new LifParameters(
                beta(place),
                place.number("threshold", 1),
                place.flag("strict"),
                reset(place.text("reset", "zero")),
                place.flag("delayed-reset"),
                place.number("reset-potential", 0),
                place.number("rest", 0),
                place.number("bias", 0),
                refractoryTicks(place));
    }

    private static Reset reset(String word) {
        return switch (word) {
            case "subtract" -> Reset.BY_SUBTRACTION;
            case "none" -> Reset.NONE;
            default -> Reset.TO_VALUE;
        };
    }

    /** beta = exp(-tick / tau): the exact decay over one tick. */
    private static double beta(Place place) {
        if (place.has("beta")) {
            return place.number("beta", 0);
        }
        double tauTicks = place.fractionalTicks("time-constant", 1);
        if (tauTicks == 0) {
            Place constant = place.at("time-constant");
            constant.problem("found \"" + constant.text() + "\", expected more than 0 s");
        }
        return Math.exp(-1 / tauTicks);
    }

    private static int refractoryTicks(Place place) {
        long ticks = place.ticks("refractory", 0);
        if (ticks > Integer.MAX_VALUE) {
            place.at("refractory").problem("found " + ticks + " ticks, expected at most " + Integer.MAX_VALUE);
            return 0;
        }
        return (int) ticks;
    }
}
