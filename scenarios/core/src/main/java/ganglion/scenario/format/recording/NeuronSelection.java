package ganglion.scenario.format.recording;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.format.name.NameTypes;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A population or input whose spikes are recorded.
 *
 * @param place that names it
 * @param population its name
 * @param neurons in ascending order; absent for all of them
 */
record NeuronSelection(Place place, String population, Optional<int[]> neurons) {

    static final Key<String> POPULATION = population(NameTypes.INPUT_OR_POPULATION);

    static final Key<List<Integer>> NEURONS = Key.of(
                    "neurons",
                    listOf("a list of neurons", integer().from(0).to(9_999_999))
                            .size(1, 1_000_000)
                            .each("the number of a neuron, from 0"))
            .says("Which neurons, counted from 0. Left out, all.")
            .exampleText("[0, 5, 9]");

    static final Key<Integer> SAMPLE = Key.of("sample", integer().from(1).to(10_000_000))
            .titled("a number of neurons")
            .says("A number of neurons instead of a list; they are spread evenly over the population.")
            .example(10);

    /** Some neurons of a population or input. */
    static final Shape<NeuronSelection> SHAPE = Shape.of(
                    "some neurons of a population or input", NeuronSelection::read, POPULATION, NEURONS, SAMPLE)
            .named("neuron-selection")
            .excludes(NEURONS, SAMPLE);

    static Key<String> population(Type<String> type) {
        return Key.of("population", type)
                .titled("the name of a population")
                .says("Population that is looked at.")
                .required()
                .example("out");
    }

    static NeuronSelection all(Place name) {
        return new NeuronSelection(name, NameTypes.INPUT_OR_POPULATION.read(name), Optional.empty());
    }

    private static NeuronSelection read(Place place) {
        String population = POPULATION.in(place);
        return new NeuronSelection(POPULATION.at(place), population, Optional.of(neurons(place, population)));
    }

    /** The neurons of a population that are listed, or a number of them spread evenly, or all. */
    static int[] neurons(Place place, String population) {
        int size = place.reading().context(DeclaredNames.class).sizeIfAny(population);
        if (SAMPLE.isIn(place)) {
            int count = Math.min(size, SAMPLE.in(place));
            return IntStream.range(0, count)
                    .map(i -> (int) ((long) i * size / count))
                    .toArray();
        }
        if (!NEURONS.isIn(place)) {
            return IntStream.range(0, size).toArray();
        }
        for (Place neuron : NEURONS.at(place).elements()) {
            if (size > 0 && neuron.node().intValue() >= size) {
                neuron.problem("found neuron " + neuron.node().intValue() + ", expected 0 to " + (size - 1));
            }
        }
        return NEURONS.in(place).stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
