package ganglion.scenario.format.number;

import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.Distribution;
import java.util.Arrays;

/** Values of the neurons of a population from a document. */
final class EachNeuron {

    private EachNeuron() {}

    /** One value for all, a list with one for each, or a distribution, which is drawn from. */
    static NeuronValues read(Place place, Type<Double> one, Type<Distribution> distribution) {
        if (place.node().isArray()) {
            return NeuronValues.each(
                    place.elements().stream().mapToDouble(one::read).toArray());
        }
        if (!place.node().isObject()) {
            return NeuronValues.of(one.read(place));
        }
        NeuronScope neurons = NeuronScope.of(place);
        Distribution drawn = distribution.read(place);
        CounterRandom random = neurons.random(place);
        double[] each = new double[neurons.size()];
        Arrays.setAll(each, neuron -> drawn.draw(random, neuron));
        return NeuronValues.each(each);
    }
}
