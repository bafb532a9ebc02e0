package ganglion.scenario.format.number;

import ganglion.documents.place.Place;
import ganglion.kernel.random.CounterRandom;
import ganglion.scenario.model.RandomStreams;

/**
 * The neurons whose parameters are being read; set as the context of a reading before their numbers are read.
 *
 * @param size number of neurons
 * @param population position of the population in the scenario
 * @param pointer where the population stands in the document
 */
public record NeuronScope(int size, int population, String pointer) {

    private static final String PARAMETERS = "parameters/";

    /** Sets the neurons to which all numbers belong that are read from here on. */
    public void enter(Place place) {
        place.reading().setContext(NeuronScope.class, this);
    }

    /** The neurons that a number at a place belongs to. */
    public static NeuronScope of(Place place) {
        return place.reading().context(NeuronScope.class);
    }

    /**
     * Draws a parameter. The name of its stream is the path of its key within the population. {@code parameters} is left out,
     * except before the currents of synapses, so that their streams are others than those of the currents beside synapses.
     */
    CounterRandom random(Place parameter) {
        String path = parameter.pointer().substring(pointer.length() + 1);
        boolean leftOut = path.startsWith(PARAMETERS) && !path.startsWith(PARAMETERS + "currents/");
        String name = leftOut ? path.substring(PARAMETERS.length()) : path;
        return parameter.reading().context(RandomStreams.class).parameter(population, name);
    }

    /**
     * Draws a current beside synapses. The name of its stream is the path of the current within the population.
     *
     * @param kind place of the object that the current's only key has
     */
    public CounterRandom currentRandom(Place kind) {
        String path =
                kind.pointer().substring(pointer.length() + 1, kind.pointer().lastIndexOf('/'));
        return kind.reading().context(RandomStreams.class).current(population, path);
    }
}
