package ganglion.scenario.format;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.Distribution;
import ganglion.scenario.model.RandomStreams;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Parameters of the neurons of a population: one value for all, a list of one for each, a file with such a list, or a
 * distribution that each draws from.
 *
 * @param place the object that has them
 * @param size number of neurons
 * @param population position of the population in the scenario
 * @param prefix what comes before the keys in the names of random streams
 */
record NeuronParameters(Place place, int size, int population, String prefix) {

    private static final NeuronValues ZERO = NeuronValues.of(0);

    NeuronParameters(Place place, int size, int population) {
        this(place, size, population, "");
    }

    /** The numbers at a key. */
    NeuronValues numbers(String key, NeuronValues otherwise) {
        if (place.node().path(key).isTextual()) {
            return ParameterFile.read(place.at(key), otherwise);
        }
        return values(key, otherwise, place -> place.node().doubleValue());
    }

    /** The times at a key, in ticks, not necessarily whole. */
    NeuronValues ticks(String key, NeuronValues otherwise) {
        return values(key, otherwise, place -> place.fractionalTicks(1));
    }

    private NeuronValues values(String key, NeuronValues otherwise, ToDoubleFunction<Place> value) {
        JsonNode node = place.node().path(key);
        if (node.isMissingNode()) {
            return otherwise;
        }
        Place at = place.at(key);
        if (node.isArray()) {
            return NeuronValues.each(at.elements().stream().mapToDouble(value).toArray());
        }
        if (!node.isObject()) {
            return NeuronValues.of(value.applyAsDouble(at));
        }
        Distribution distribution = DistributionReader.of(at, value);
        CounterRandom random = place.reading().context(RandomStreams.class).parameter(population, prefix + key);
        double[] each = new double[size];
        Arrays.setAll(each, neuron -> distribution.draw(random, neuron));
        return NeuronValues.each(each);
    }

    /** What is left of something after one tick: given as such, or by the time constant tau of exp(-tick / tau). */
    NeuronValues decay(String key, String timeConstantKey) {
        if (place.has(key)) {
            return numbers(key, ZERO);
        }
        NeuronValues tauTicks = ticks(timeConstantKey, NeuronValues.of(1));
        if (tauTicks.isCommon()) {
            return NeuronValues.of(decay(tauTicks.at(0), timeConstantKey));
        }
        double[] each = new double[size];
        Arrays.setAll(each, neuron -> decay(tauTicks.at(neuron), timeConstantKey));
        return NeuronValues.each(each);
    }

    private double decay(double tauTicks, String key) {
        if (!(tauTicks > 0)) {
            Place constant = place.at(key);
            String found = constant.node().isTextual() ? '"' + constant.text() + '"' : tauTicks + " ticks";
            throw new PlacedException(constant, "found " + found + ", expected more than 0 s");
        }
        return Math.exp(-1 / tauTicks);
    }

    /** What all leaky integrate-and-fire models share. */
    LifParameters membrane() {
        NeuronValues rest = numbers("rest", ZERO);
        return new LifParameters(
                decay("beta", "time-constant"),
                numbers("threshold", NeuronValues.of(1)),
                place.flag("strict"),
                reset(place.text("reset", "zero")),
                place.flag("delayed-reset"),
                numbers("reset-potential", ZERO),
                rest,
                numbers("bias", ZERO),
                numbers("initial-potential", rest),
                refractoryTicks());
    }

    private static Reset reset(String word) {
        return switch (word) {
            case "subtract" -> Reset.BY_SUBTRACTION;
            case "none" -> Reset.NONE;
            case "zero-losing-input" -> Reset.TO_VALUE_LOSING_INPUT;
            default -> Reset.TO_VALUE;
        };
    }

    private int refractoryTicks() {
        long ticks = place.ticks("refractory", 0);
        if (ticks > Integer.MAX_VALUE) {
            place.at("refractory").problem("found " + ticks + " ticks, expected at most " + Integer.MAX_VALUE);
            return 0;
        }
        return (int) ticks;
    }
}
