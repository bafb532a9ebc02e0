package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import java.util.List;

/**
 * What the models with synaptic currents share: the currents, and the time constants and the capacitance from which the
 * exact gain over one tick follows.
 */
final class SynapseKeys {

    static final double MILLISECONDS = 1e3;
    private static final Type<Double> TIME = fractionalTicks();

    static final Key<Double> TIME_CONSTANT = Key.of("time-constant", TIME).example("5 ms");

    static final Key<Double> CAPACITANCE = Key.of("capacitance", number().above(0))
            .says(
                    "Capacitance C of the membrane, so that the gain over one tick is the exact one of tau dv/dt = -v + (tau /"
                            + " C) I. With potentials in mV and weights in pA, C is in pF.")
            .example(250);

    private SynapseKeys() {}

    /** The currents of a model. */
    static <T> Key<List<T>> currents(Type<T> current) {
        return Key.of(
                        "currents",
                        listOf("a list of one or two synaptic currents", current)
                                .size(1, 2))
                .says(
                        "Currents that weights feed; one for all weights, or one for positive and one for negative weights.")
                .required();
    }

    /**
     * The time constant of a membrane, which must be one for all neurons.
     *
     * @throws IllegalArgumentException if there is none, or several
     */
    static double membraneMilliseconds(Place model) {
        return milliseconds(model, MembraneKeys.TIME_CONSTANT);
    }

    /**
     * The time constant of a current.
     *
     * @throws IllegalArgumentException if there is none
     */
    static double milliseconds(Place current) {
        return milliseconds(current, TIME_CONSTANT);
    }

    private static double milliseconds(Place of, Key<?> key) {
        if (!key.isIn(of) || !key.at(of).node().isTextual()) {
            throw new PlacedException(of, "found no single \"" + key + "\", which an exact synaptic current needs");
        }
        return Decay.checked(TIME.read(key.at(of)), key.at(of)) * tickMilliseconds(of);
    }

    static double tickMilliseconds(Place place) {
        return place.reading().times().clock().tickSeconds() * MILLISECONDS;
    }
}
