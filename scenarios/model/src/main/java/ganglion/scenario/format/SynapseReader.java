package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.current.AlphaCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the synaptic currents of a model: as trainers give them (a decay, and a gain), or as physics does (time constants
 * and a capacitance, from which the exact gain over one tick follows).
 */
final class SynapseReader {

    private static final double MILLISECONDS = 1e3;

    private static final String CURRENTS = "currents";
    private static final NeuronValues ONE = NeuronValues.of(1);
    private static final NeuronValues ZERO = NeuronValues.of(0);

    private final NeuronParameters parameters;
    private final Place place;

    /** @param parameters those of a model */
    SynapseReader(NeuronParameters parameters) {
        this.parameters = parameters;
        this.place = parameters.place();
    }

    /** @throws IllegalArgumentException if parameters are missing or do not fit together */
    List<SynapticCurrent> exponential() {
        List<SynapticCurrent> currents = new ArrayList<>();
        List<Place> places = places();
        for (int number = 0; number < places.size(); number++) {
            currents.add(exponential(new NeuronParameters(
                    places.get(number),
                    parameters.size(),
                    parameters.population(),
                    "parameters/" + CURRENTS + "/" + number + "/")));
        }
        return currents;
    }

    private SynapticCurrent exponential(NeuronParameters current) {
        NeuronValues bias = current.numbers("bias", ZERO);
        Place at = current.place();
        if (place.has("capacitance")) {
            if (at.has("decay") || at.has("gain")) {
                at.problem("found a decay or a gain beside a capacitance, expected a time-constant alone");
            }
            return SynapticCurrent.exact(
                            milliseconds(at), milliseconds(place), place.number("capacitance", 1), tickMilliseconds())
                    .withBias(bias);
        }
        NeuronValues decay = at.has("decay")
                ? current.numbers("decay", ZERO)
                : NeuronValues.of(Math.exp(-tickMilliseconds() / milliseconds(at)));
        return new SynapticCurrent(decay, current.numbers("gain", ONE), bias);
    }

    /** @throws IllegalArgumentException if parameters are missing or do not fit together */
    List<AlphaCurrent> alpha() {
        if (!place.has("capacitance")) {
            throw new IllegalArgumentException("found no \"capacitance\", which model alpha-lif requires");
        }
        List<AlphaCurrent> currents = new ArrayList<>();
        for (Place current : places()) {
            for (String key : List.of("gain", "bias")) {
                current.find(key).ifPresent(at -> at.problem("found a key that does not go with model alpha-lif"));
            }
            currents.add(AlphaCurrent.exact(
                    milliseconds(current), milliseconds(place), place.number("capacitance", 1), tickMilliseconds()));
        }
        return currents;
    }

    private List<Place> places() {
        if (!place.has(CURRENTS)) {
            throw new IllegalArgumentException("found no \"currents\", which this model requires");
        }
        return place.elements(CURRENTS);
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
