package ganglion.scenario.format;

import ganglion.kernel.neuron.AlphaCurrent;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.SynapticCurrent;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the synaptic currents of a model: as trainers give them (a decay, and a gain), or as physics does (time constants
 * and a capacitance, from which the exact gain over one tick follows).
 */
final class SynapseReader {

    private static final double MILLISECONDS = 1e3;

    private final Place place;

    /** @param place the parameters of a model */
    SynapseReader(Place place) {
        this.place = place;
    }

    /** @throws IllegalArgumentException if parameters are missing or do not fit together */
    List<SynapticCurrent> exponential() {
        List<SynapticCurrent> currents = new ArrayList<>();
        for (Place synapse : synapses()) {
            currents.add(exponential(synapse));
        }
        return currents;
    }

    private SynapticCurrent exponential(Place synapse) {
        if (place.has("capacitance")) {
            if (synapse.has("decay") || synapse.has("gain")) {
                synapse.problem("found a decay or a gain beside a capacitance, expected a time-constant alone");
            }
            return SynapticCurrent.exact(
                    milliseconds(synapse), milliseconds(place), place.number("capacitance", 1), tickMilliseconds());
        }
        double decay = synapse.has("decay")
                ? synapse.number("decay", 0)
                : Math.exp(-tickMilliseconds() / milliseconds(synapse));
        return new SynapticCurrent(NeuronValues.of(decay), NeuronValues.of(synapse.number("gain", 1)));
    }

    /** @throws IllegalArgumentException if parameters are missing or do not fit together */
    List<AlphaCurrent> alpha() {
        if (!place.has("capacitance")) {
            throw new IllegalArgumentException("found no \"capacitance\", which model alpha-lif requires");
        }
        List<AlphaCurrent> currents = new ArrayList<>();
        for (Place synapse : synapses()) {
            currents.add(AlphaCurrent.exact(
                    milliseconds(synapse), milliseconds(place), place.number("capacitance", 1), tickMilliseconds()));
        }
        return currents;
    }

    private List<Place> synapses() {
        if (!place.has("synapses")) {
            throw new IllegalArgumentException("found no \"synapses\", which this model requires");
        }
        return place.elements("synapses");
    }

    /** The time constant of an object, which must be one for all neurons. */
    private double milliseconds(Place of) {
        if (!of.node().path("time-constant").isTextual()) {
            throw new PlacedException(of, "found no single \"time-constant\", which an exact synaptic current needs");
        }
        double ticks = of.fractionalTicks("time-constant", 1);
        if (!(ticks > 0)) {
            throw new PlacedException(
                    of.at("time-constant"), "found \"" + of.at("time-constant").text() + "\", expected more than 0 s");
        }
        return ticks * tickMilliseconds();
    }

    private double tickMilliseconds() {
        return place.reading().times().clock().tickSeconds() * MILLISECONDS;
    }
}
