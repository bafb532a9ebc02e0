package ganglion.scenario.format.synapse;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.IntegerType;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.ListType;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.kernel.connectivity.ConvolutionRule.Axis;
import ganglion.kernel.connectivity.Ends;
import ganglion.scenario.model.Connectivity;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rule that joins neurons as a convolution in one or two dimensions does. */
final class ConvolutionKeys {

    private static final IntegerType SIZE = integer().from(1).to(10_000_000);

    private static final Key<List<Integer>> INPUT = Key.of(
                    "input",
                    listOf("channels and columns, or channels, rows and columns", SIZE)
                            .size(2, 3))
            .says("Rule convolution: shape of the source population. Neurons are numbered by channel, row and column.")
            .required()
            .example(List.of(1, 64))
            .example(List.of(2, 34, 34));

    private static final Key<List<Integer>> KERNEL = Key.of(
                    "kernel", listOf("columns, or rows and columns", SIZE).size(1, 2))
            .says(
                    "Rule convolution: size of the kernel. Its weights are given by output channel, input channel, row and"
                            + " column.")
            .required()
            .example(List.of(5))
            .example(List.of(3, 3));

    private static final Key<Integer> CHANNELS = Key.of("channels", SIZE)
            .titled("a whole number from 1")
            .says("Rule convolution: number of output channels.")
            .required()
            .example(8);

    private static final Key<List<Integer>> STRIDE = Key.of(
                    "stride", new PerAxisType(integer().from(1).to(10_000)))
            .says("Rule convolution: distance between successive outputs.")
            .byDefault(PerAxisType.all(1))
            .example(1)
            .example(List.of(1, 1));

    private static final Key<List<Integer>> PADDING = Key.of(
                    "padding", new PerAxisType(integer().from(0).to(10_000)))
            .says("Rule convolution: silent inputs added at either end.")
            .byDefault(PerAxisType.all(0))
            .example(0)
            .example(List.of(0, 0));

    private static final Key<List<Integer>> EXTRA = Key.of(
                    "extra-padding", new PerAxisType(integer().from(0).to(10_000)))
            .says(
                    "Rule convolution: silent inputs added at the far end beside the padding: 1 where PyTorch pads an even kernel.")
            .byDefault(PerAxisType.all(0))
            .example(1)
            .example(List.of(1, 0));

    private static final Key<List<Integer>> DILATION = Key.of(
                    "dilation", new PerAxisType(integer().from(1).to(10_000)))
            .says("Rule convolution: distance between two elements of the kernel.")
            .byDefault(PerAxisType.all(1))
            .example(2)
            .example(List.of(2, 2));

    private static final Key<Integer> GROUPS = Key.of("groups", SIZE)
            .titled("a divisor of the numbers of channels")
            .says(
                    "Rule convolution: parts of equal size that the input and the output channels fall into, each joined to"
                            + " its own. The kernel has weights for the input channels of one part.")
            .byDefault(1)
            .example(2);

    private static final Shape<Connectivity.Convolved> SHAPE = Shape.of("", ConvolutionKeys::read)
            .with(INPUT, ConvolutionKeys::input)
            .with(KERNEL, rule -> each(rule, Axis::kernel))
            .with(CHANNELS, Connectivity.Convolved::outputChannels)
            .with(STRIDE, rule -> PerAxisType.shortest(each(rule, Axis::stride)))
            .with(PADDING, rule -> PerAxisType.shortest(each(rule, Axis::padding)))
            .with(EXTRA, rule -> PerAxisType.shortest(each(rule, Axis::extra)))
            .with(DILATION, rule -> PerAxisType.shortest(each(rule, Axis::dilation)))
            .with(GROUPS, Connectivity.Convolved::groups);

    static final Kind<Connectivity.Convolved> KIND = new Kind<>("convolution", SHAPE);

    private ConvolutionKeys() {}

    /** A convolution as a rule. */
    static JsonNode write(Connectivity.Convolved convolved) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode().put("rule", KIND.word());
        return rule.setAll((ObjectNode) SHAPE.write(convolved));
    }

    private static Connectivity.Convolved read(Place place) {
        List<Integer> input = INPUT.in(place);
        List<Integer> kernel = KERNEL.in(place);
        if (kernel.size() != input.size() - 1) {
            throw new IllegalArgumentException("found a kernel of " + kernel.size() + " and an input of " + input.size()
                    + " numbers, expected input: [channels, columns] with kernel: [columns], or input: [channels, rows,"
                    + " columns] with kernel: [rows, columns]");
        }
        Connectivity.Convolved convolved = new Connectivity.Convolved(
                input.get(0),
                CHANNELS.in(place),
                GROUPS.in(place),
                kernel.size() == 1 ? Axis.NONE : axis(place, 0),
                axis(place, kernel.size() - 1));
        checkSizes(convolved, Joining.of(place));
        return convolved;
    }

    private static Axis axis(Place place, int dimension) {
        return new Axis(
                INPUT.in(place).get(dimension + 1),
                KERNEL.in(place).get(dimension),
                setting(STRIDE, place, dimension),
                setting(PADDING, place, dimension),
                setting(DILATION, place, dimension),
                setting(EXTRA, place, dimension));
    }

    private static int setting(Key<List<Integer>> key, Place place, int dimension) {
        List<Integer> each = key.in(place);
        if (dimension >= each.size()) {
            throw new IllegalArgumentException("found " + each.size() + " numbers of " + key + ", expected one for each"
                    + " dimension of the kernel");
        }
        return each.get(dimension);
    }

    private static void checkSizes(Connectivity.Convolved convolved, Joining joining) {
        long sources = (long) convolved.inputChannels()
                * convolved.vertical().input()
                * convolved.horizontal().input();
        long targets = (long) convolved.outputChannels()
                * convolved.vertical().output()
                * convolved.horizontal().output();
        if (convolved.inputChannels() % convolved.groups() != 0
                || convolved.outputChannels() % convolved.groups() != 0) {
            throw new IllegalArgumentException("found " + convolved.groups() + " groups, expected a divisor of "
                    + convolved.inputChannels() + " input and " + convolved.outputChannels() + " output channels");
        }
        Ends ends = joining.ends();
        if (joining.isKnown() && (sources != ends.sourceSize() || targets != ends.targetSize())) {
            throw new IllegalArgumentException("the convolution joins " + sources + " to " + targets
                    + " neurons, but the populations have " + ends.sourceSize() + " and " + ends.targetSize());
        }
    }

    private static List<Integer> input(Connectivity.Convolved rule) {
        return Stream.concat(Stream.of(rule.inputChannels()), each(rule, Axis::input).stream())
                .toList();
    }

    /** A number of each axis that the convolution has. */
    private static List<Integer> each(Connectivity.Convolved rule, Function<Axis, Integer> number) {
        Stream<Axis> axes = rule.vertical().equals(Axis.NONE)
                ? Stream.of(rule.horizontal())
                : Stream.of(rule.vertical(), rule.horizontal());
        return axes.map(number).toList();
    }

    /**
     * A number for each dimension of a convolution, or one for all. In Java one for all is there twice.
     *
     * @param number what each may be
     */
    private record PerAxisType(IntegerType number) implements Type<List<Integer>> {

        /** One number for all dimensions. */
        static List<Integer> all(int number) {
            return List.of(number, number);
        }

        /** One number for all dimensions if they are equal. */
        static List<Integer> shortest(List<Integer> each) {
            return each.stream().distinct().count() == 1 ? all(each.get(0)) : each;
        }

        @Override
        public String title(JsonNode example) {
            return "a number, or one for each dimension";
        }

        @Override
        public void writeSchema(ObjectNode into, Definitions definitions) {
            number.writeSchema(into, definitions);
            into.putArray("type").add("integer").add("array");
            into.put("minItems", 1).put("maxItems", 2);
            number.writeSchema(into.putObject("items"), definitions);
        }

        @Override
        public List<Integer> read(Place place) {
            return place.node().isArray()
                    ? place.elements().stream().map(number::read).toList()
                    : all(number.read(place));
        }

        @Override
        public JsonNode write(List<Integer> value) {
            return value.equals(all(value.get(0)))
                    ? number.write(value.get(0))
                    : new ListType<>("", number, "", 1, 2, false).write(value);
        }
    }
}
