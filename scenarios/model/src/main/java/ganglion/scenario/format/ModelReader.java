package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.hardware.precision.GridLif;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.AdaptiveLif;
import ganglion.kernel.neuron.model.AlphaLif;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Izhikevich;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;

/** Reads neuron models. A new one is a word in the schema, its parameters there, and a method here. */
final class ModelReader {

    private static final NeuronValues ZERO = NeuronValues.of(0);
    private static final NeuronValues ONE = NeuronValues.of(1);
    private static final double MILLISECONDS = 1e3;

    private final String word;
    private final Place place;
    private final NeuronParameters parameters;

    /** @param population position of the population in the scenario */
    ModelReader(Place of, int size, int population) {
        this.word = of.at("model").text();
        this.place = of.at("parameters");
        this.parameters = new NeuronParameters(place, size, population);
    }

    /** @throws IllegalArgumentException if parameters do not fit together */
    NeuronModel read() {
        switch (word) {
            case "lif":
                forbid("currents", "capacitance", "order", "adaptation");
                return place.has("membrane-step")
                        ? onGrid()
                        : new Lif(parameters.membrane(), place.choice("integration", Integration.PER_TICK));
            case "synaptic-lif":
                forbid("integration", "adaptation", "membrane-step");
                return new SynapticLif(
                        parameters.membrane(),
                        new SynapseReader(parameters).exponential(),
                        place.choice("order", SynapticOrder.CURRENT_FIRST));
            case "alpha-lif":
                forbid("integration", "adaptation", "order", "membrane-step");
                return new AlphaLif(parameters.membrane(), new SynapseReader(parameters).alpha());
            case "adaptive-lif":
                forbid("integration", "currents", "capacitance", "order", "membrane-step");
                return adaptive();
            case "leaky-integrator":
                return new LeakyIntegrator(
                        parameters.decay("beta", "time-constant").at(0));
            case "resonate-and-fire":
                return resonator();
            default:
                return izhikevich();
        }
    }

    /** The LIF models share their parameters in the schema; each has some that others have not. */
    private void forbid(String... keys) {
        for (String key : keys) {
            if (place.has(key)) {
                place.at(key).problem("found a key that does not go with model " + word);
            }
        }
    }

    private NeuronModel onGrid() {
        forbid("integration");
        return new GridLif(parameters.membrane(), place.number("membrane-step", 1), Double.POSITIVE_INFINITY);
    }

    private NeuronModel adaptive() {
        if (!place.has("adaptation")) {
            throw new IllegalArgumentException("found no \"adaptation\", which model adaptive-lif requires");
        }
        NeuronParameters adaptation =
                new NeuronParameters(place.at("adaptation"), parameters.size(), parameters.population(), "adaptation/");
        return new AdaptiveLif(
                parameters.membrane(),
                adaptation.decay("decay", "time-constant"),
                adaptation.numbers("increment", ZERO));
    }

    private NeuronModel resonator() {
        double turnsPerTick = place.quantity("frequency", Dimension.FREQUENCY, 0)
                * place.reading().times().clock().tickSeconds();
        return new ResonateAndFire(
                parameters.decay("decay", "time-constant"),
                NeuronValues.of(2 * Math.PI * turnsPerTick),
                parameters.numbers("threshold", ONE),
                parameters.numbers("reset-potential", ZERO));
    }

    private NeuronModel izhikevich() {
        return new Izhikevich(
                place.reading().times().clock().tickSeconds() * MILLISECONDS,
                parameters.numbers("a", NeuronValues.of(0.02)),
                parameters.numbers("b", NeuronValues.of(0.2)),
                parameters.numbers("c", NeuronValues.of(-65)),
                parameters.numbers("d", NeuronValues.of(8)),
                parameters.numbers("bias", ZERO));
    }
}
