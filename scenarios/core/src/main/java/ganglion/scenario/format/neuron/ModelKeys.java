package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.object;
import static ganglion.documents.key.Types.wordsOrNames;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByWord;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The neuron models that files can name: the keys {@code model} and {@code parameters} of a population. */
public final class ModelKeys {

    /** All models. One that has two classes stands here twice. */
    private static final List<ModelKind<?>> KINDS = List.of(
            LifKeys.FLOATING,
            LifKeys.ON_GRID,
            SynapticLifKeys.KIND,
            AlphaLifKeys.KIND,
            AdaptiveLifKeys.KIND,
            SeAdLifKeys.KIND,
            LeakyIntegratorKeys.KIND,
            ResonateAndFireKeys.KIND,
            BalancedResonatorKeys.KIND,
            IzhikevichKeys.KIND);

    /** The two keys, and what parameters each model has. */
    public static final KindsByWord<NeuronModel> MODELS =
            new KindsByWord<>(model(), parameters(), types(), Optional.of(EquationKeys.VALUES));

    private ModelKeys() {}

    /** The models that populations of any document can name, each with its parameters: Ganglion's, and those of its library of equations. */
    public static Map<String, List<String>> parametersByModel() {
        Map<String, List<String>> known = new LinkedHashMap<>();
        MODELS.kinds().forEach((model, type) -> {
            if (type instanceof Shape<?> shape) {
                known.put(model, shape.keys().stream().map(Key::name).toList());
            }
        });
        EquationKeys.Library.MODELS.forEach(
                (model, text) -> known.put(model, List.copyOf(text.parameters().keySet())));
        return known;
    }

    /** Reads the models of equations of a document, for the populations that are read after it. */
    public static void declare(Place root) {
        EquationKeys.declare(root, MODELS.kinds().keySet());
    }

    /** The model of a population; what is wrong with one that a text gives is noted. */
    public static NeuronModel read(Place population) {
        String word = MODELS.word().in(population);
        return MODELS.kinds().containsKey(word)
                ? MODELS.read(population)
                : EquationKeys.read(
                        MODELS.word().at(population),
                        population.find(MODELS.body().name()),
                        MODELS.kinds().keySet());
    }

    private static Key<String> model() {
        String phrases = KINDS.stream()
                .filter(kind -> !kind.phrase().isEmpty())
                .map(kind -> kind.phrase() + " (" + kind.word() + ")")
                .collect(Collectors.joining("; "));
        return Key.of(
                        "model",
                        wordsOrNames(
                                "the name of a neuron model", types().keySet().toArray(String[]::new)))
                .says("What each neuron does: " + phrases
                        + "; or a model of equations, of the key models or of Ganglion's library.")
                .required()
                .example("lif");
    }

    private static Key<Place> parameters() {
        return Key.of("parameters", object("the model's parameters"))
                .says("Parameters of the model: one value for all neurons of the population, a list of one for each,"
                        + " or a distribution that each neuron draws from. Potentials are in the unit of the"
                        + " threshold. Models of equations have values for theirs, and may leave all out.")
                .exampleText("{beta: 0.9, threshold: 1, reset: subtract}");
    }

    private static Map<String, Type<? extends NeuronModel>> types() {
        Map<String, Type<? extends NeuronModel>> types = new LinkedHashMap<>();
        KINDS.forEach(kind -> types.putIfAbsent(kind.word(), kind.parameters()));
        return types;
    }

    /**
     * Writes both keys.
     *
     * @throws IllegalArgumentException if no file can say what the model is
     */
    public static void write(NeuronModel model, Clock clock, ObjectNode into) {
        ModelKind<?> kind = KINDS.stream()
                .filter(each -> each.type().isInstance(model))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the model " + model.name() + " has no name in scenario files"));
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        kind.write(model, clock, parameters);
        MODELS.word().write(into, kind.word());
        into.set(MODELS.body().name(), parameters);
    }
}
