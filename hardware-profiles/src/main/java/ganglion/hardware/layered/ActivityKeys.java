package ganglion.hardware.layered;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.naturalNumber;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.seconds;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.DocumentSchema;
import ganglion.documents.EditorSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.SchemaReference;
import ganglion.documents.key.Key;
import ganglion.documents.key.ListType;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.key.Shape;
import ganglion.documents.key.TextType;
import ganglion.documents.key.Type;
import ganglion.documents.place.DocumentKind;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.layered.ActivityLayer.Flow;
import ganglion.hardware.layered.ActivityLayer.Kind;
import ganglion.hardware.layered.ActivityLayer.Neurons;
import ganglion.hardware.layered.ActivityLayer.PoolMode;
import ganglion.hardware.layered.ActivityLayer.Synapses;
import ganglion.hardware.layered.ActivityLayer.Window;
import ganglion.hardware.signal.SignalOperation;
import ganglion.kernel.time.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The keys of activity files: their schema, their reference page, and the way from a file and back. */
public final class ActivityKeys {

    private static final double MOST_EVENTS = 1e18;
    private static final int LARGEST = 1_000_000_000;
    private static final int MOST_DIMENSIONS = 6;
    private static final int MOST_LAYERS = 4096;

    private static final String SCHEMA_FILE = "docs/formats/schemas/activity.schema.json";
    private static final String REFERENCE_FILE = "docs/formats/activity-reference.md";

    // The layer itself

    private static final Key<String> NAME = Key.of("name", line())
            .says("Name of the layer, once in a file.")
            .required()
            .example("conv1");
    private static final Key<Kind> KIND = Key.of("kind", words("a kind of layer", Kind.class))
            .says("What the layer computes. normalisation folds into the weights before it and costs nothing;"
                    + " pooling passes spikes on; attention multiplies two activations.")
            .required()
            .example("convolution");
    private static final Key<List<String>> FROM = Key.of("from", listOf("a list of names of layers", text("a name")))
            .says("Layers whose outputs flow in; two of a residual sum, none of neurons that nothing reaches. Left"
                    + " out: the layer before it.")
            .exampleText("[conv1, lif0]");
    private static final Key<List<Integer>> SHAPE = sizes("shape", 1, LARGEST)
            .says("Shape of the output of one sample and step: channels first, features of tokens last.")
            .required()
            .exampleText("[32, 26, 26]");

    // What an output reads

    private static final Key<List<Integer>> INPUT_SHAPE = sizes("input-shape", 1, LARGEST)
            .says("Shape of the input. Left out: that of the first layer in from.")
            .impliedDefault(List.of())
            .exampleText("[1, 28, 28]");
    private static final Key<List<Integer>> KERNEL = sizes("kernel", 1, LARGEST)
            .says("Size of the kernel, one number for each dimension of space. Required for a convolution without"
                    + " dense-products.")
            .impliedDefault(List.of())
            .exampleText("[3, 3]");
    private static final Key<List<Integer>> STRIDE = sizes("stride", 1, LARGEST)
            .says("Steps of the window. Left out: 1.")
            .impliedDefault(List.of())
            .exampleText("[2, 2]");
    private static final Key<List<Integer>> PADDING = sizes("padding", 0, LARGEST)
            .says("Zeros on each side of the input. Left out: none.")
            .impliedDefault(List.of())
            .exampleText("[1, 1]");
    private static final Key<List<Integer>> DILATION = sizes("dilation", 1, LARGEST)
            .says("Distance of two elements of the kernel. Left out: 1.")
            .impliedDefault(List.of())
            .exampleText("[2, 2]");
    private static final Key<Integer> GROUPS = Key.of(
                    "groups", integer().from(1).to(LARGEST))
            .says("Groups of channels that are convolved apart.")
            .byDefault(1)
            .example(4);
    private static final Key<PoolMode> MODE = Key.of("mode", words("a mode", PoolMode.class))
            .says("What a pool gives of its window. The largest value of spikes is a change on chips that add them up.")
            .byDefault(PoolMode.AVERAGE)
            .example("max");
    private static final Shape<Window> WINDOW =
            Shape.ofRecord("", Window.class, INPUT_SHAPE, KERNEL, STRIDE, PADDING, DILATION, GROUPS, MODE);

    // Parameters

    private static final Key<Long> WEIGHTS = Key.of("weights", naturalNumber())
            .says("Number of weights, without biases. Left out: follows from the shapes.")
            .example(288);
    private static final Key<Long> ZERO_WEIGHTS = Key.of("zero-weights", naturalNumber())
            .says("Weights that are zero.")
            .byDefault(0L)
            .example(12);
    private static final Key<Long> BIASES = Key.of("biases", naturalNumber())
            .says("Number of biases.")
            .byDefault(0L)
            .example(32);
    private static final Key<Double> DENSE_PRODUCTS = count("dense-products")
            .says("Multiply-accumulates of one sample and step if nothing is zero. Left out: follows from the"
                    + " shapes. Required for attention, and for sparse, whose synapses they are.")
            .example(194688);
    private static final Key<Integer> WEIGHT_BITS = Key.of(
                    "weight-bits", integer().from(1).to(64))
            .says("Bits of a weight. Left out in a layer: those of the file.")
            .example(8);
    private static final Key<Integer> DIFFERENT_WEIGHTS = Key.of(
                    "different-weights", integer().from(0).to(LARGEST))
            .says("Most different weights other than zero into one neuron. Left out: as many as the bits allow.")
            .example(3);
    private static final Key<Integer> DELAY = Key.of("delay", integer().from(1).to(LARGEST))
            .says("Longest delay in steps.")
            .byDefault(1)
            .example(8);
    private static final Shape<Synapses> SYNAPSES = Shape.ofRecord(
            "", Synapses.class, WEIGHTS, ZERO_WEIGHTS, BIASES, DENSE_PRODUCTS, WEIGHT_BITS, DIFFERENT_WEIGHTS, DELAY);

    // Flows

    private static final Key<Double> INPUT_SPIKES = count("input-spikes")
            .says("Inputs that are spikes: 0 or 1, or small whole numbers that are one event each. Sum over steps"
                    + " and samples.")
            .example(255000);
    private static final Key<Double> INPUT_NUMBERS = count("input-numbers")
            .says("Inputs that are real numbers and not zero. Sum over steps and samples.")
            .example(12288);
    private static final Key<Double> SYNAPTIC_EVENTS = count("synaptic-events")
            .says("Additions: for each input spike the weights that it reaches. Sum over steps and samples. Left out:"
                    + " input-spikes times the mean fan-out, which is exact but for the border of convolutions.")
            .example(32640000);
    private static final Key<Double> ZERO_EVENTS = count("zero-events")
            .says("Those of the synaptic-events whose weight is zero: they cost nothing on a device, as no weight of"
                    + " zero is held. Left out: synaptic-events has none.")
            .example(120000);
    private static final Key<Double> MULTIPLY_ACCUMULATES = count("multiply-accumulates")
            .says("Products of a number and a weight (of two activations in attention), neither of them zero. Sum"
                    + " over steps and samples. Left out: input-numbers times the mean fan-out times the share of"
                    + " weights that are not zero.")
            .example(6784768);
    private static final Key<Double> OUTPUT_SPIKES = count("output-spikes")
            .says("Spikes of an input or of neurons. Sum over steps and samples.")
            .example(21000);
    private static final Key<Double> REACHING_SPIKES = count("reaching-spikes")
            .says("Those of the output-spikes that reach at least one synapse. Left out: all. For networks of which"
                    + " many neurons have no targets.")
            .example(20000);
    private static final Key<Double> OUTPUT_NUMBERS = count("output-numbers")
            .says("Numbers that are not zero, of an input or an activation function. Sum over steps and samples.")
            .example(150000);
    private static final Shape<Flow> FLOW = Shape.ofRecord(
            "",
            Flow.class,
            INPUT_SPIKES,
            INPUT_NUMBERS,
            SYNAPTIC_EVENTS,
            ZERO_EVENTS,
            MULTIPLY_ACCUMULATES,
            OUTPUT_SPIKES,
            REACHING_SPIKES,
            OUTPUT_NUMBERS);

    // Neurons

    private static final Key<String> MODEL = Key.of("model", line())
            .says("Name of the neuron model, for reading.")
            .example("lif");
    private static final Key<Integer> STATE_VARIABLES = Key.of(
                    "state-variables", integer().from(0).to(LARGEST))
            .says("Numbers that a neuron keeps from step to step.")
            .byDefault(1)
            .example(2);
    private static final Key<List<Trait>> NEEDS = Key.of(
                    "needs", listOf("a list of traits", words("a trait of a chip's models", Trait.class)))
            .says("What the neurons ask of a chip, in the words of a hardware profile's models. Recurrence follows"
                    + " from the layers. Left out: exponential-leak, delta and reset-to-value of neurons, nothing"
                    + " of other layers.")
            .exampleText("[exponential-leak, delta, reset-by-subtraction]");
    private static final Key<Integer> STATE_BITS = Key.of(
                    "state-bits", integer().from(1).to(64))
            .says("Bits of a potential that holds the threshold in steps of the weights, its sign among them. Left"
                    + " out: any number.")
            .example(16);
    private static final Key<Double> THRESHOLD_IN_WEIGHTS = Key.of(
                    "threshold-in-weights", number().from(0).to(MOST_EVENTS))
            .says("Highest threshold, in the largest weight into these neurons: a chip whose potentials hold less"
                    + " than half of it loses every weight. Left out: any chip's hold it.")
            .example(12.5);
    private static final Key<Integer> REFRACTORY_TICKS = Key.of(
                    "refractory-ticks", integer().from(0).to(LARGEST))
            .says("Refractory period in steps. Left out: not known.")
            .example(3);
    private static final Key<Double> ACTIVE_UPDATES = count("active-updates")
            .says("Neurons and steps in which an input reached the neuron or it fired. Sum over steps and samples."
                    + " Left out: estimated, as if each event reached a neuron at random.")
            .example(320000);
    private static final Shape<Neurons> NEURONS = Shape.ofRecord(
            "",
            Neurons.class,
            MODEL,
            STATE_VARIABLES,
            NEEDS,
            STATE_BITS,
            THRESHOLD_IN_WEIGHTS,
            REFRACTORY_TICKS,
            ACTIVE_UPDATES);

    private static final Shape<ActivityLayer> LAYER = Shape.<ActivityLayer>of(
                    "a layer",
                    place -> new ActivityLayer(
                            NAME.in(place),
                            KIND.in(place),
                            FROM.find(place),
                            SHAPE.in(place),
                            WINDOW.read(place),
                            SYNAPSES.read(place),
                            FLOW.read(place),
                            NEURONS.read(place)),
                    Shape.keys(List.of(NAME, KIND, FROM, SHAPE), keys(WINDOW, SYNAPSES, FLOW, NEURONS)))
            .writtenBy(ActivityKeys::write);

    // The file

    private static final Key<String> ACTIVITY =
            Key.of("activity", line()).says("Name of the network.").required().example("mlp");
    private static final Key<Integer> VERSION = Key.of(
                    "version", integer().from(1).to(1))
            .says("Version of the format.")
            .byDefault(1)
            .example(1);
    private static final Key<String> MADE_BY =
            Key.of("made-by", line()).says("What wrote the file.").example("ganglion 0.9 from snntorch 0.9.4");
    private static final Key<Double> TICK = Key.of("tick", seconds())
            .says("Length of a time step, 1 ns to 1 s. Left out: 1 ms, and answers say that it is assumed.")
            .example("1 ms");
    private static final Key<Integer> STEPS = Key.of("steps", integer().from(1).to(1 << 25))
            .says("Time steps of a sample; 1 of an artificial network.")
            .required()
            .example(25);
    private static final Key<Integer> SAMPLES = Key.of(
                    "samples", integer().from(1).to(LARGEST))
            .says("Samples that all counts are sums over. Energies are those of one of them.")
            .byDefault(1)
            .example(100);
    private static final Key<List<String>> ASSUMED = Key.of("assumed", listOf("a list of sentences", note()))
            .says("What was assumed in counting. Answers repeat it.")
            .byDefault(List.of(), List.of())
            .exampleText("[\"The first image stands for all steps.\"]");
    private static final Key<Boolean> DECIDES = Key.of("decides", flag())
            .says("Whether a sample ends in a result. Without one, no artificial network that runs once stands in"
                    + " for it.")
            .byDefault(true)
            .example(false);
    private static final Key<Integer> BITS = WEIGHT_BITS.byDefault(32);
    private static final Key<Map<SignalOperation, Long>> FRONT_END = Key.of(
                    "front-end",
                    Shape.table(
                                    "counts by operation of signal processing",
                                    List.of(SignalOperation.values()),
                                    operation -> Key.of(operation.word(), naturalNumber())
                                            .says(operation.meaning())
                                            .example(2816))
                            .writtenBy((counts, into) ->
                                    counts.forEach((operation, count) -> into.put(operation.word(), count))))
            .says("Operations of the front end that makes the input from sound. Sum over samples.")
            .byDefault(Map.of(), Map.of())
            .exampleText("{butterfly: 2816, multiply-add: 6188}");
    private static final Key<List<ActivityLayer>> LAYERS = Key.of(
                    "layers", listOf("a list of layers", LAYER).size(1, MOST_LAYERS))
            .says("The layers in the order in which they are computed, one for each module or call.")
            .required()
            .exampleText("[{name: input, kind: input, shape: [784], output-spikes: 255000}]");
    private static final Shape<Activity> ROOT = Shape.ofRecord(
            "an activity",
            Activity.class,
            ACTIVITY,
            VERSION,
            MADE_BY,
            TICK,
            STEPS,
            SAMPLES,
            ASSUMED,
            DECIDES,
            BITS,
            FRONT_END,
            LAYERS);

    private ActivityKeys() {}

    private static Key<List<Integer>> sizes(String name, int least, int most) {
        Type<Integer> size = integer().from(least).to(most);
        ListType<Integer> list = listOf("a list of whole numbers", size);
        return Key.of(name, list.size(1, MOST_DIMENSIONS));
    }

    /** A text that is printed as it is: without characters that a terminal obeys, and not without end. */
    private static TextType line() {
        return text("a line of at most 200 characters, without control characters")
                .matching("^[^\\x00-\\x1f\\x7f-\\x9f]{1,200}$");
    }

    private static TextType note() {
        return text("a sentence of at most 1000 characters, without control characters")
                .matching("^[^\\x00-\\x1f\\x7f-\\x9f]{1,1000}$");
    }

    private static Key<Double> count(String name) {
        return Key.of(name, number().from(0).to(MOST_EVENTS));
    }

    private static Key<?>[] keys(Shape<?>... shapes) {
        return Arrays.stream(shapes).flatMap(shape -> shape.keys().stream()).toArray(Key<?>[]::new);
    }

    private static void write(ActivityLayer layer, ObjectNode into) {
        NAME.write(into, layer.name());
        KIND.write(into, layer.kind());
        FROM.write(into, layer.from());
        SHAPE.write(into, layer.shape());
        List.of(
                        WINDOW.write(layer.window()),
                        SYNAPSES.write(layer.synapses()),
                        FLOW.write(layer.flow()),
                        NEURONS.write(layer.neurons()))
                .forEach(node -> into.setAll((ObjectNode) node));
    }

    /** The document of an activity. */
    public static JsonNode write(Activity activity) {
        return ROOT.write(activity);
    }

    /** Makes the schema when it is first asked for. */
    private static final class Holder {
        private static final DocumentSchema SCHEMA = document();
    }

    /**
     * Reads an activity file, JSON or YAML.
     *
     * @throws InputException with every problem of the file, such as counts that its shapes do not allow
     */
    public static ActivityNetwork read(Path file) throws InputException {
        Document document = new DocumentReader().read(file);
        DocumentKind.ACTIVITY.check(file.toString(), document.root());
        Place root = Documents.root(document, Holder.SCHEMA);
        Activity activity = ROOT.read(root);
        root.reading().throwIfProblems();
        if (!Clock.canTick(activity.tickSeconds())) {
            Place tick = TICK.at(root);
            tick.problem("found \"" + tick.text() + "\", expected 1 ns to 1 s");
        }
        ActivityNetwork network = new ActivityNetwork(activity);
        List<Place> layers = LAYERS.at(root).elements();
        network.problems().forEach(problem -> {
            Place layer = layers.get(problem.layer());
            layer.find(problem.key())
                    .ifPresentOrElse(
                            key -> key.problem(problem.message()),
                            () -> layer.problem(problem.key() + ": " + problem.message()));
        });
        root.reading().throwIfProblems();
        return network;
    }

    /** What is wrong with an activity file; empty if nothing is. */
    public static List<Problem> problems(Path file) {
        try {
            read(file);
            return List.of();
        } catch (InputException e) {
            return e.problems();
        }
    }

    /** The JSON Schema of activity files. */
    public static String schema() {
        return document().text();
    }

    private static DocumentSchema document() {
        return SchemaWriter.schema(
                "urn:ganglion:activity:1",
                "What a network did, layer by layer, in sizes and counts. What is unknown is left out.",
                ROOT);
    }

    /** The reference of activity files, in Markdown. */
    public static String reference() {
        return SchemaReference.compactMarkdown(schema(), "Activity file reference", ActivityKeys.class.getName());
    }

    /**
     * Writes schema and reference into the documentation.
     *
     * @param arguments folder of the project; the current one if there is none
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments.length > 0 ? arguments[0] : "");
        Files.writeString(project.resolve(SCHEMA_FILE), EditorSchema.of(schema()));
        Files.writeString(project.resolve(REFERENCE_FILE), reference());
    }
}
