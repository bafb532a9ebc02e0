package ganglion.scenario.format.neuron;

import ganglion.documents.key.Key;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.kernel.neuron.NeuronValues;

/**
 * What is left of something after one tick: given as such, or by the time constant tau of exp(-tick / tau).
 *
 * @param share key of the share that is left
 * @param timeConstant key of the time constant in ticks; an object has exactly one of the two
 */
record Decay(Key<NeuronValues> share, Key<NeuronValues> timeConstant) {

    /** @throws IllegalArgumentException if a time constant is 0 */
    NeuronValues in(Place parameters) {
        return share.find(parameters).orElseGet(() -> ofTimeConstant(parameters));
    }

    private NeuronValues ofTimeConstant(Place parameters) {
        return timeConstant.in(parameters).map(ticks -> share(ticks, timeConstant.at(parameters)));
    }

    /**
     * The share of one time constant.
     *
     * @param place of the time constant
     * @throws IllegalArgumentException if it is 0
     */
    static double share(double ticks, Place place) {
        return Math.exp(-1 / checked(ticks, place));
    }

    /** A time constant, which must not be 0. */
    static double checked(double ticks, Place place) {
        if (!(ticks > 0)) {
            String found = place.node().isTextual() ? '"' + place.text() + '"' : ticks + " ticks";
            throw new PlacedException(place, "found " + found + ", expected more than 0 s");
        }
        return ticks;
    }
}
