package ganglion.scenario.format;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.ticks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Types;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.neuron.CurrentKeys;
import ganglion.scenario.format.neuron.ModelKeys;
import ganglion.scenario.format.number.NeuronScope;
import ganglion.scenario.model.PopulationSpec;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of a population. */
public final class PopulationKeys {

    /** Name of the population. */
    public static final Key<String> NAME = Key.of("name", Types.name())
            .titled("a name")
            .says("Name of the population. Unique among inputs and populations.")
            .required()
            .example("hidden");

    /** Number of neurons. */
    public static final Key<Integer> SIZE = Key.of("size", integer().from(1).to(10_000_000))
            .titled("a number of neurons from 1 to 10000000")
            .says("Number of neurons.")
            .required()
            .example(32);

    private static final Key<Long> START = Key.of("start", ticks())
            .says(
                    "The first tick at which the neurons are simulated. Before it they keep their initial state and input is lost."
                            + " The layers of a trained network start one tick after another, so that each sees its input and its"
                            + " bias in step.")
            .byDefault(0L)
            .example("2 ticks");

    private static final Key<List<String>> LABELS = Key.of(
                    "labels",
                    listOf("a list of different texts, one for each neuron", text("").length(1, 200))
                            .size(1, 0)
                            .ofDifferent())
            .says("What each neuron stands for, in order. Needed where decisions are to be compared with the labels of"
                    + " clips.")
            .impliedDefault(List.of())
            .example(List.of("C", "C#", "D"));

    /** A population. It is only read; {@link #write} is the way back. */
    public static final Shape<PopulationSpec> POPULATION = Shape.of(
                    "a population with name, size, model and parameters",
                    PopulationKeys::read,
                    NAME,
                    SIZE,
                    ModelKeys.MODELS.word(),
                    ModelKeys.MODELS.body(),
                    START,
                    CurrentKeys.CURRENTS,
                    LABELS)
            .choosing(ModelKeys.MODELS)
            .named("population");

    private PopulationKeys() {}

    private static PopulationSpec read(Place place) {
        int size = SIZE.in(place);
        List<String> labels = LABELS.in(place);
        if (LABELS.isIn(place) && labels.size() != size) {
            LABELS.at(place)
                    .problem("found " + labels.size() + " labels, expected one for each of " + size + " neurons");
            labels = List.of();
        }
        new NeuronScope(size, place.position(), place.pointer()).enter(place);
        NeuronModel model = CurrentKeys.drive(model(place, size), place);
        return new PopulationSpec(
                place.pointer(), NAME.in(place), size, model, labels, START.in(place), written(place.node()));
    }

    /** The parameters, and all that is not in columns of its own where populations are listed. */
    private static String written(JsonNode population) {
        ObjectNode rest = population.deepCopy();
        rest.remove(List.of(
                NAME.name(), SIZE.name(), LABELS.name(), ModelKeys.MODELS.word().name()));
        JsonNode parameters = rest.remove(ModelKeys.MODELS.body().name());
        return Stream.of(parameters == null ? rest.objectNode() : parameters, rest)
                .map(WrittenText::of)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** The model; a stand-in where a problem was noted. What follows from a problem that was noted is no further one. */
    private static NeuronModel model(Place place, int size) {
        int before = place.reading().problems().size();
        try {
            NeuronModel model = ModelKeys.read(place);
            model.checkSize(size);
            return model;
        } catch (IllegalArgumentException e) {
            if (place.reading().problems().size() == before) {
                PlacedException.note(
                        e,
                        ModelKeys.MODELS.body().isIn(place)
                                ? ModelKeys.MODELS.body().at(place)
                                : place);
            }
            return new LeakyIntegrator(0);
        }
    }

    /**
     * Writes a population.
     *
     * @param clock of the scenario
     * @throws IllegalArgumentException if no file can say what its model is
     */
    public static void write(PopulationSpec population, Clock clock, ObjectNode into) {
        NAME.write(into, population.name());
        SIZE.write(into, population.size());
        ObjectNode currents = into.objectNode();
        NeuronModel neurons = CurrentKeys.write(population.model(), currents);
        ModelKeys.write(neurons, clock, into);
        START.write(into, population.startTick());
        into.setAll(currents);
        LABELS.write(into, population.labels());
    }
}
