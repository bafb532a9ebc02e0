package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.object;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByWord;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    public static final KindsByWord<NeuronModel> MODELS = new KindsByWord<>(model(), parameters(), types());

    private ModelKeys() {}

    private static Key<String> model() {
        String phrases = KINDS.stream()
                .filter(kind -> !kind.phrase().isEmpty())
                .map(kind -> kind.phrase() + " (" + kind.word() + ")")
                .collect(Collectors.joining("; "));
        return Key.of(
                        "model",
                        words("the name of a neuron model", types().keySet().toArray(String[]::new)))
                .says("What each neuron does: " + phrases + ".")
                .required()
                .example("lif");
    }

    private static Key<Place> parameters() {
        return Key.of("parameters", object("the model's parameters"))
                .says(
                        "Parameters of the model: one value for all neurons of the population, a list of one for each, or a"
                                + " distribution that each neuron draws from. Potentials are in the unit of the threshold.")
                .required()
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
