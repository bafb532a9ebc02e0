package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.mapOf;
import static ganglion.documents.key.Types.name;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.Suggestions;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.DocumentKeys;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.equations.EquationNeurons;
import ganglion.equations.ModelException;
import ganglion.equations.ModelText;
import ganglion.equations.NeuronEquations;
import ganglion.equations.SynapseEquations;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.scenario.format.number.DistributionKeys;
import ganglion.scenario.format.number.NeuronNumbers;
import ganglion.scenario.format.number.NeuronScope;
import ganglion.scenario.model.RandomStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Neuron models as texts of equations: the key {@code models} of a scenario, and the library that comes with Ganglion. */
public final class EquationKeys {

    private static final Key<String> EQUATIONS = Key.of(
                    "equations", text("equations").length(1, 10_000))
            .says("A line for each state, dv/dt = FORMULA : UNIT, and for each intermediate quantity, NAME = FORMULA"
                    + " : UNIT. The first state is the membrane potential. Formulas have + - * / ^, numbers with"
                    + " units (20 mV), exp, exprel, log, sqrt, sin, cos, tanh, abs, min and max, and the names"
                    + " input, excitation and inhibition for the weights that arrive at a tick, as a current"
                    + " during it.")
            .required()
            .example("dv/dt = (EL - v)/tau : mV");

    static final Key<Map<String, Place>> PARAMETERS = Key.of(
                    "parameters", mapOf("quantities by name", quantity()).by(name()))
            .says("Parameters with what they are unless a population or projection says otherwise, each with its unit,"
                    + " and where not all values make sense with their range: 0.5 in 0..1, 2 in 0.., 20 ms above 0.")
            .impliedDefault(Map.of())
            .exampleText("{tau: 20 ms above 0, EL: -70 mV}");

    private static final Key<Map<String, Place>> START = Key.of("start", mapOf("formulas by state", quantity()))
            .says("States before the first tick, as formulas of parameters; 0 where left out.")
            .impliedDefault(Map.of())
            .exampleText("{v: EL}");

    private static final Key<String> INPUT = Key.of("input", formula())
            .says("What the weights that arrive at a tick change at once: assignments, separated by semicolons, with"
                    + " input for their sum, excitation for that of the positive and inhibition for the magnitude"
                    + " of the negative ones.")
            .byDefault("")
            .example("g_e = g_e + excitation; g_i = g_i + inhibition");

    static final Key<String> WEIGHT_UNIT = Key.of("weight-unit", formula())
            .says("Unit of the weights of synapses that end on such neurons, or that have such a rule; 1 for a"
                    + " number. With a rule also the range of weights, whose ends may be parameters: 1 in"
                    + " 0..largest.")
            .byDefault("1")
            .example("nS");

    private static final Key<String> THRESHOLD = Key.of("threshold", formula())
            .says("When a neuron fires: a comparison.")
            .required()
            .example("v > -50 mV");

    private static final Key<String> RESET = Key.of("reset", formula())
            .says("What a spike changes in the neuron that fires: assignments, separated by semicolons.")
            .byDefault("")
            .example("v = EL; w = w + b");

    private static final Key<String> REFRACTORY = Key.of("refractory", formula())
            .says("A time for which the membrane potential is held after a spike while other states go on; or a"
                    + " comparison that must have ended before the next spike, with nothing held.")
            .byDefault("")
            .example("2 ms");

    private static final Key<String> METHOD = Key.of(
                    "method", words("a method", NeuronEquations.methods().toArray(String[]::new)))
            .says("How equations that are not linear with constant factors are integrated over a tick; those that"
                    + " are have their matrix exponential whatever the method, and exact allows no others.")
            .byDefault("rk4")
            .example("exponential-euler");

    private static final Type<Place> MODEL = Shape.of(
                    "a neuron model with equations and threshold",
                    place -> place,
                    DocumentKeys.DESCRIPTION,
                    EQUATIONS,
                    PARAMETERS,
                    START,
                    INPUT,
                    WEIGHT_UNIT,
                    THRESHOLD,
                    RESET,
                    REFRACTORY,
                    METHOD)
            .named("neuron-model");

    /** Models that a document declares. */
    public static final Key<Map<String, Place>> MODELS = Key.of(
                    "models", mapOf("neuron models by name", MODEL).by(name()))
            .says("Neuron models as texts of equations, which populations name as their model.")
            .impliedDefault(Map.of())
            .exampleText("{own: {equations: \"dv/dt = -v/(20 ms) : mV\", threshold: v > 15 mV, reset: v = 0 mV}}");

    /** The parameters of a population whose model is a text. */
    static final Type<Map<String, Place>> VALUES = mapOf("values by parameter", new Values());

    /** By how much of itself a number of ticks may miss a whole one, as it is computed from decimals. */
    private static final double WHOLE = 1e-9;

    private static final Pattern TICKS = Pattern.compile("\\s*(\\d{1,9}) ticks?\\s*");

    private static final Pattern FILE = Pattern.compile(".*\\.(csv|npy|npz|h5|hdf5)(#.*)?", Pattern.CASE_INSENSITIVE);

    private EquationKeys() {}

    static Type<String> formula() {
        return text("a text").length(0, 10_000);
    }

    static Type<Place> quantity() {
        Type<Object> either = oneOf("a number with its unit, such as 281 pF", number(), text("").length(1, 1_000));
        return readAs(either, place -> place);
    }

    /**
     * Reads the models of a document, for the populations that are read after it. What is wrong is noted.
     *
     * @param taken names that no text may have
     */
    static void declare(Place root, Set<String> taken) {
        MODELS.in(root).forEach((name, place) -> {
            if (taken.contains(name)) {
                place.problem("found the name of a model of Ganglion's, expected another one");
            }
        });
        root.reading().setContext(Declared.class, new Declared(models(root), SynapseModelKeys.models(root)));
    }

    /** The models of a document by name, in its order; null for one that is wrong, of which a problem was noted. */
    private static Map<String, NeuronEquations> models(Place root) {
        Map<String, NeuronEquations> models = new LinkedHashMap<>();
        MODELS.in(root).forEach((name, place) -> {
            models.put(name, null);
            try {
                models.put(name, NeuronEquations.of(modelText(name, place)));
            } catch (ModelException e) {
                place.find(e.part()).orElse(place).problem(e.getMessage());
            }
        });
        return models;
    }

    private static ModelText modelText(String name, Place place) {
        return new ModelText(
                name,
                EQUATIONS.in(place),
                texts(PARAMETERS.in(place)),
                texts(START.in(place)),
                new ModelText.Events(
                        INPUT.in(place),
                        WEIGHT_UNIT.in(place),
                        THRESHOLD.in(place),
                        RESET.in(place),
                        inMilliseconds(REFRACTORY.in(place), place)),
                METHOD.in(place));
    }

    /** A time in ticks, as it may stand in scenarios, in milliseconds; any other text as it is. */
    private static String inMilliseconds(String time, Place place) {
        Matcher ticks = TICKS.matcher(time);
        return ticks.matches() ? Long.parseLong(ticks.group(1)) * SynapseKeys.tickMilliseconds(place) + " ms" : time;
    }

    static Map<String, String> texts(Map<String, Place> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, value.node().asText()));
        return texts;
    }

    /** The models of a document by name. */
    record Declared(Map<String, NeuronEquations> models, Map<String, SynapseEquations> synapses) {}

    /** The refusal of a parameter that a model does not have. */
    static PlacedException unknown(Place place, String parameter, Set<String> known) {
        return new PlacedException(
                place,
                "found the unknown parameter \"" + parameter + "\", expected "
                        + (known.isEmpty() ? "none" : "one of " + String.join(", ", known))
                        + Suggestions.hint(parameter, known));
    }

    /**
     * The model of a population that names a text.
     *
     * @param word place of the name
     * @param values place of the parameters, if there are any
     * @param others names of the models that are no texts, for messages
     * @throws IllegalArgumentException if there is no such model, or a parameter is wrong
     */
    static NeuronModel read(Place word, Optional<Place> values, Collection<String> others) {
        Map<String, NeuronEquations> declared =
                word.reading().context(Declared.class).models();
        String name = word.text();
        if (!declared.containsKey(name) && !Library.MODELS.containsKey(name)) {
            List<String> known = Stream.of(others, Library.MODELS.keySet(), declared.keySet())
                    .flatMap(Collection::stream)
                    .toList();
            throw new PlacedException(
                    word,
                    "found \"" + name + "\", expected one of " + String.join(", ", known)
                            + Suggestions.hint(name, known));
        }
        NeuronEquations equations = declared.getOrDefault(name, Library.MODELS.get(name));
        if (equations == null) {
            return new LeakyIntegrator(0);
        }
        Map<String, NeuronValues> parameters = new LinkedHashMap<>();
        values.ifPresent(object -> VALUES.read(object)
                .forEach((parameter, place) -> parameters.put(parameter, values(equations, parameter, place))));
        NeuronScope neurons = NeuronScope.of(word);
        RandomStreams random = word.reading().context(RandomStreams.class);
        EquationNeurons model = new EquationNeurons(
                equations, parameters, SynapseKeys.tickMilliseconds(word), random.current(neurons.population(), "xi"));
        double ticks = equations.refractoryMilliseconds() / SynapseKeys.tickMilliseconds(word);
        if (Math.abs(ticks - Math.rint(ticks)) > WHOLE * Math.max(1, ticks)) {
            throw new PlacedException(
                    word,
                    "found a refractory period of " + time(equations.refractoryMilliseconds()) + " of " + name
                            + ", expected a multiple of the tick of " + time(SynapseKeys.tickMilliseconds(word)));
        }
        EquationNeurons.Stiffness stiff = model.stiffness();
        if (stiff != null) {
            throw new PlacedException(
                    word,
                    "found d" + stiff.state() + "/dt of " + name
                            + ", which is too fast for the tick, expected a tick of at most "
                            + time(stiff.milliseconds())
                            + ", or the method exponential-euler");
        }
        return model;
    }

    private static String time(double milliseconds) {
        return QuantityFormat.format(milliseconds / SynapseKeys.MILLISECONDS, Dimension.TIME);
    }

    /** The values of a parameter; a number without a unit is in the unit in which the model gives it. */
    private static NeuronValues values(NeuronEquations equations, String parameter, Place place) {
        if (!equations.parameters().containsKey(parameter)) {
            throw unknown(place, parameter, equations.parameters().keySet());
        }
        try {
            if (place.node().isTextual() && !FILE.matcher(place.text()).matches()) {
                return NeuronValues.of(equations.value(parameter, place.text()));
            }
            if (place.node().isArray()) {
                return NeuronValues.each(place.elements().stream()
                        .mapToDouble(each -> each.node().isTextual()
                                ? equations.value(parameter, each.text())
                                : equations.value(parameter, each.node().doubleValue()))
                        .toArray());
            }
            return NeuronNumbers.numbers().read(place).map(number -> equations.value(parameter, number));
        } catch (ModelException e) {
            throw new PlacedException(place, e.getMessage());
        }
    }

    /** Values of a parameter: a number or a quantity for all neurons, a list of one for each, a distribution, or a file. */
    private static final class Values implements Type<Place> {

        @Override
        public String title(JsonNode example) {
            return "a quantity such as 281 pF, a list of one for each neuron, a distribution, or the name of a file"
                    + " with such a list";
        }

        @Override
        public void writeSchema(ObjectNode into, Definitions definitions) {
            List.of("number", "string", "array", "object").forEach(into.putArray("type")::add);
            ObjectNode items = into.put("minItems", 1).putObject("items").put("title", "a quantity such as 281 pF");
            List.of("number", "string").forEach(items.putArray("type")::add);
            into.putObject("if").putArray("type").add("object");
            DistributionKeys.NUMBERS.writeSchema(into.putObject("then"), definitions);
        }

        @Override
        public Place read(Place place) {
            return place;
        }
    }

    /** The models that come with Ganglion, read where the first is asked for. */
    static final class Library {

        private static final String FILE_NAME = "models.yaml";

        static final Map<String, NeuronEquations> MODELS;
        static final Map<String, SynapseEquations> SYNAPSES;

        static {
            Declared all = read();
            MODELS = all.models();
            SYNAPSES = all.synapses();
        }

        private Library() {}

        private static Declared read() {
            try (InputStream file = EquationKeys.class.getResourceAsStream("/ganglion/scenario/" + FILE_NAME)) {
                Place root = Documents.root(new DocumentReader().read(FILE_NAME, file.readAllBytes()));
                Declared all = new Declared(models(root), SynapseModelKeys.models(root));
                root.reading().throwIfProblems();
                return all;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + FILE_NAME, e);
            } catch (InputException e) {
                throw new IllegalStateException("a model that ships with Ganglion is wrong: " + e.getMessage(), e);
            }
        }
    }
}
