package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.mapOf;
import static ganglion.documents.key.Types.name;
import static ganglion.documents.key.Types.text;

import ganglion.documents.Suggestions;
import ganglion.documents.key.DocumentKeys;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.equations.EquationSynapses;
import ganglion.equations.ModelException;
import ganglion.equations.ModelText;
import ganglion.equations.SynapseEquations;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.plasticity.SynapseRule;
import ganglion.scenario.format.neuron.EquationKeys.Declared;
import ganglion.scenario.format.neuron.EquationKeys.Library;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models of synapses as texts of equations: the key {@code synapse-models} of a scenario, and those that come with Ganglion. */
public final class SynapseModelKeys {

    private static final Key<String> EQUATIONS = Key.of(
                    "equations", text("equations").length(0, 10_000))
            .says("A line for each variable, dx/dt = (rest - x)/tau : UNIT, which decays to its rest and starts"
                    + " there, and for each intermediate quantity, NAME = FORMULA : UNIT. Formulas are as those of"
                    + " neurons.")
            .byDefault("")
            .example("dx/dt = (1 - x)/tau : 1");

    private static final Key<String> ON_PRE = events("pre", "source").example("effect = w*x; x = x - U*x");

    private static final Key<String> ON_POST = events("post", "target").example("w = w + A*r; o = o + 1");

    private static final Key<String> ON_THIRD =
            events("third", "projection's modulator").example("w = w + rate*c");

    private static final Type<Place> MODEL = Shape.of(
                    "a model of synapses with on-pre or on-post",
                    place -> place,
                    DocumentKeys.DESCRIPTION,
                    EQUATIONS,
                    EquationKeys.PARAMETERS,
                    EquationKeys.WEIGHT_UNIT,
                    ON_PRE,
                    ON_POST,
                    ON_THIRD)
            .named("synapse-model");

    /** Models that a document declares. */
    public static final Key<Map<String, Place>> MODELS = Key.of(
                    "synapse-models", mapOf("models of synapses by name", MODEL).by(name()))
            .says("Short-term plasticity and learning rules as texts of equations, which projections name below"
                    + " plasticity.")
            .impliedDefault(Map.of())
            .exampleText("{own: {on-post: \"w = w*0.999\"}}");

    /** The parameters of a projection whose synapses have a model. */
    public static final Type<Map<String, Place>> VALUES = mapOf("quantities by parameter", EquationKeys.quantity());

    /** The rule of a projection whose own is wrong, of which a problem was noted. */
    public static final SynapseRule STAND_IN = new PairStdp(0, 0, 0, 0, 1, 1, 1);

    private SynapseModelKeys() {}

    private static Key<String> events(String when, String side) {
        return Key.of("on-" + when, EquationKeys.formula())
                .says("What a spike of the " + side
                        + " changes when it reaches the synapse: assignments, separated by semicolons, to"
                        + " variables and the weight w"
                        + (when.equals("pre")
                                ? ", and to effect, what the spike adds to the input of the target; w unless it is set."
                                : "."))
                .byDefault("");
    }

    /** The models of a document by name; null for one that is wrong, of which a problem was noted. */
    static Map<String, SynapseEquations> models(Place root) {
        Map<String, SynapseEquations> models = new LinkedHashMap<>();
        MODELS.in(root).forEach((name, place) -> {
            models.put(name, null);
            ModelText text = new ModelText(
                    name,
                    EQUATIONS.in(place),
                    EquationKeys.texts(EquationKeys.PARAMETERS.in(place)),
                    Map.of(),
                    new ModelText.Events("", EquationKeys.WEIGHT_UNIT.in(place), "", "", ""),
                    "");
            try {
                models.put(name, SynapseEquations.of(text, ON_PRE.in(place), ON_POST.in(place), ON_THIRD.in(place)));
            } catch (ModelException e) {
                place.find(e.part()).orElse(place).problem(e.getMessage());
            }
        });
        return models;
    }

    /**
     * The synapses of a projection that names a model; stand-ins for one that is wrong.
     *
     * @param values place of the parameters
     * @param others names of rules that are no texts, for messages
     * @throws IllegalArgumentException if there is no such model, or a parameter is wrong
     */
    public static SynapseRule read(String name, Place values, List<String> others) {
        Map<String, SynapseEquations> declared =
                values.reading().context(Declared.class).synapses();
        if (!declared.containsKey(name) && !Library.SYNAPSES.containsKey(name)) {
            List<String> known = new ArrayList<>(others);
            known.addAll(Library.SYNAPSES.keySet());
            known.addAll(declared.keySet());
            throw new PlacedException(
                    values,
                    "found \"" + name + "\", expected one of " + String.join(", ", known)
                            + Suggestions.hint(name, known));
        }
        SynapseEquations equations = declared.getOrDefault(name, Library.SYNAPSES.get(name));
        if (equations == null) {
            return STAND_IN;
        }
        Map<String, Double> parameters = new LinkedHashMap<>();
        VALUES.read(values).forEach((parameter, place) -> {
            if (!equations.parameters().containsKey(parameter)) {
                throw EquationKeys.unknown(
                        place, parameter, equations.parameters().keySet());
            }
            try {
                parameters.put(
                        parameter,
                        place.node().isTextual()
                                ? equations.value(parameter, place.text())
                                : equations.value(parameter, place.node().doubleValue()));
            } catch (ModelException e) {
                throw new PlacedException(place, e.getMessage());
            }
        });
        try {
            return new EquationSynapses(equations, parameters, SynapseKeys.tickMilliseconds(values));
        } catch (ModelException e) {
            throw new PlacedException(values.find(e.part()).orElse(values), e.getMessage());
        }
    }
}
