package ganglion.scenario.format;

import ganglion.kernel.neuron.LeakyIntegrator;
import ganglion.kernel.neuron.Lif;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.SynapticCurrent;
import ganglion.kernel.neuron.SynapticLif;
import ganglion.kernel.neuron.SynapticOrder;
import ganglion.scenario.PopulationSpec;
import java.util.List;

/** Reads populations. A new neuron model is a word in the schema, its parameters there, and a method here. */
final class PopulationReader {

    private static final NeuronValues ZERO = NeuronValues.of(0);

    private PopulationReader() {}

    static PopulationSpec read(Place place) {
        int size = place.integer("size", 1);
        List<String> labels = place.elements("labels").stream().map(Place::text).toList();
        if (place.has("labels") && labels.size() != size) {
            place.at("labels")
                    .problem("found " + labels.size() + " labels, expected one for each of " + size + " neurons");
            labels = List.of();
        }
        return new PopulationSpec(
                place.pointer(), place.at("name").text(), size, model(place), labels, place.ticks("start", 0));
    }

    private static NeuronModel model(Place place) {
        Place parameters = place.at("parameters");
        try {
            NeuronModel model = switch (place.at("model").text()) {
                case "lif" -> new Lif(lif(parameters));
                case "synaptic-lif" -> synapticLif(parameters);
                case "leaky-integrator" -> new LeakyIntegrator(beta(parameters));
                default -> throw new IllegalStateException("the schema knows a model that its reader does not");
            };
            model.checkSize(place.integer("size", 1));
            return model;
        } catch (IllegalArgumentException e) {
            parameters.problem(e.getMessage());
            return new LeakyIntegrator(0);
        }
    }

    private static SynapticLif synapticLif(Place place) {
        List<SynapticCurrent> currents = place.elements("currents").stream()
                .map(current -> new SynapticCurrent(
                        ParameterValues.read(current, "decay", ZERO),
                        ParameterValues.read(current, "gain", NeuronValues.of(1)),
                        ParameterValues.read(current, "bias", ZERO)))
                .toList();
        return new SynapticLif(lif(place), currents, place.choice("order", SynapticOrder.CURRENT_FIRST));
    }

    private static LifParameters lif(Place place) {
        NeuronValues rest = ParameterValues.read(place, "rest", ZERO);
        return new LifParameters(
                place.has("beta") ? ParameterValues.read(place, "beta", ZERO) : NeuronValues.of(beta(place)),
                ParameterValues.read(place, "threshold", NeuronValues.of(1)),
                place.flag("strict"),
                reset(place.text("reset", "zero")),
                place.flag("delayed-reset"),
                ParameterValues.read(place, "reset-potential", ZERO),
                rest,
                ParameterValues.read(place, "bias", ZERO),
                ParameterValues.read(place, "initial-potential", rest),
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
