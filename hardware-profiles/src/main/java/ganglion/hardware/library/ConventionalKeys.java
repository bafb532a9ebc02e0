package ganglion.hardware.library;

import static ganglion.documents.key.Types.listOf;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.HardwareProfile.Arithmetic;
import ganglion.hardware.chip.HardwareProfile.MemoryLevel;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.signal.SignalOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys of what a conventional processor has: arithmetic by number format, and levels of memory. */
final class ConventionalKeys {

    private static final String ENERGY_EXAMPLE = "{value: 0.9 pJ, kind: published, source: horowitz-2014}";

    private static final Key<Figure> ADD = Key.of("add", FigureKeys.ENERGY)
            .says("Energy of one addition.")
            .required()
            .exampleText(ENERGY_EXAMPLE);
    private static final Key<Figure> MULTIPLY = Key.of("multiply", FigureKeys.ENERGY)
            .says("Energy of one multiplication.")
            .required()
            .exampleText("{value: 3.7 pJ, kind: published, source: horowitz-2014}");
    private static final Shape<Arithmetic> ARITHMETIC = Shape.ofRecord(
                    "the energies of add and multiply", Arithmetic.class, ADD, MULTIPLY)
            .named("arithmetic");

    /** Arithmetic by number format. */
    static final Shape<Map<NumberFormat, Arithmetic>> FORMAT_TABLE = Shape.table(
            "an object with energies by number format",
            List.of(NumberFormat.values()),
            format -> Key.of(format.word(), ARITHMETIC)
                    .says("Energies in " + format.word() + ".")
                    .exampleText("{add: " + ENERGY_EXAMPLE + ", multiply: " + ENERGY_EXAMPLE + "}"));

    private static final Key<String> NAME = Key.of("name", ProfileTypes.LINE)
            .says("Name of the level, as reports show it.")
            .required()
            .example("32 KB SRAM");
    private static final Key<Figure> CAPACITY = Key.of("capacity", FigureKeys.MEMORY)
            .says("Bytes that the level holds. The last level, and only the last, has none: it holds everything.")
            .exampleText("{value: 32 KiB, kind: published, source: horowitz-2014}");
    private static final Key<Figure> ACCESS = Key.of("access", FigureKeys.ENERGY)
            .says("Energy to read or write one word.")
            .required()
            .exampleText("{value: 20 pJ, kind: published, source: horowitz-2014}");
    private static final Key<Integer> WORD_BYTES = Key.of("word-bytes", ProfileTypes.SIZE)
            .says("Bytes of one word.")
            .required()
            .example(8);
    private static final Shape<MemoryLevel> LEVEL =
            Shape.ofRecord("a level of memory", MemoryLevel.class, NAME, CAPACITY, ACCESS, WORD_BYTES);

    static final Key<List<MemoryLevel>> MEMORY = Key.of(
                    "memory", listOf("a list of levels of memory", LEVEL).size(1, 0))
            .says("Levels of memory from the nearest to the last, which alone has no capacity.")
            .exampleText(
                    "[{name: DRAM, access: {value: 1.3 nJ, kind: published, source: horowitz-2014}, word-bytes: 8}]");

    private ConventionalKeys() {}

    /** The levels of a profile, which must ascend. */
    static List<MemoryLevel> levels(Place root) {
        List<MemoryLevel> levels = new ArrayList<>();
        List<Place> places = root.elements(MEMORY.name());
        double below = 0;
        for (Place place : places) {
            MemoryLevel level = LEVEL.read(place);
            levels.add(level);
            double bytes = level.capacity().map(Figure::value).orElse(Double.POSITIVE_INFINITY);
            boolean last = levels.size() == places.size();
            if (!(bytes > below) || level.capacity().isEmpty() != last) {
                place.problem("expected levels of ascending capacity, with none for the last, which holds everything");
            }
            below = bytes;
        }
        return levels;
    }

    /** The keys of how long a conventional processor takes for a network and for a front end. */
    static final class ProcessorKeys {

        private static final String TIME_EXAMPLE = "{value: 2 cycles, kind: fitted, source: banbury-2021}";

        private static final Key<Figure> CALL = time("call", "Overhead of one call, whatever the network.");
        private static final Key<Figure> LAUNCH = time("launch", "Overhead of one layer.");
        private static final Key<Map<LayerKind, Map<NumberFormat, Figure>>> MULTIPLY_ACCUMULATE = Key.of(
                        "multiply-accumulate",
                        table(
                                "an object with times by kind of layer and number format",
                                List.of(LayerKind.values()),
                                kind -> Key.of(kind.word(), formats())
                                        .says(
                                                kind == LayerKind.DENSE
                                                        ? "In a full matrix, where each weight is used once in a pass."
                                                        : "In a convolution of any kind, where each weight is used at"
                                                                + " many places.")
                                        .exampleText("{int8: " + TIME_EXAMPLE + "}")))
                .says("Time of one multiply-accumulate of a layer.")
                .byDefault(Map.of(), Map.of())
                .exampleText("{dense: {int8: " + TIME_EXAMPLE + "}}");
        private static final Key<Figure> AT_BEST = time(
                "at-best",
                "Time of one multiply-accumulate at the published peak of the processor. No network is faster,"
                        + " whatever the other times say.");
        private static final Key<Figure> WEIGHT_BYTE =
                time("weight-byte", "Time to bring one byte of weights from the memory that holds them.");
        private static final Key<Figure> OUTPUT = time("output", "Time of one output of a layer, beyond its products.");
        private static final Shape<Map<SignalOperation, Figure>> SIGNAL_TIMES = table(
                "an object with times by operation of signal processing",
                List.of(SignalOperation.values()),
                operation -> time(operation.word(), operation.meaning()));
        private static final Key<Map<SignalOperation, Figure>> SIGNAL = Key.of("signal", SIGNAL_TIMES)
                .says("Times of the operations of a front end, for a device that computes it itself.")
                .byDefault(Map.of(), Map.of())
                .exampleText("{multiply-add: " + TIME_EXAMPLE + "}");

        static final Key<Processor> PROCESSOR = Key.of(
                        "processor",
                        Shape.of(
                                        "an object with times of a processor",
                                        place -> new Processor(
                                                CALL.find(place),
                                                LAUNCH.find(place),
                                                MULTIPLY_ACCUMULATE.in(place),
                                                best(place),
                                                WEIGHT_BYTE.find(place),
                                                OUTPUT.find(place),
                                                byKey(SIGNAL.in(place))),
                                        CALL,
                                        LAUNCH,
                                        MULTIPLY_ACCUMULATE,
                                        AT_BEST,
                                        WEIGHT_BYTE,
                                        OUTPUT,
                                        SIGNAL)
                                .atLeastKeys(1))
                .says("How long the device takes for a dense network: call, and for each layer launch, products or"
                        + " weights, whichever takes longer, and outputs.")
                .exampleText("{multiply-accumulate: {dense: {int8: " + TIME_EXAMPLE + "}}}");

        private ProcessorKeys() {}

        private static Optional<Figure> best(Place place) {
            Optional<Figure> best = AT_BEST.find(place);
            if (best.isPresent() && best.get().value() == 0) {
                AT_BEST.at(place).problem("found a time of 0, expected one above 0");
            }
            return best;
        }

        private static Key<Figure> time(String name, String meaning) {
            return Key.of(name, FigureKeys.TIME).says(meaning).exampleText(TIME_EXAMPLE);
        }

        private static Shape<Map<NumberFormat, Figure>> formats() {
            return table(
                            "an object with times by number format",
                            List.of(NumberFormat.values()),
                            format -> time(format.word(), "In " + format.word() + "."))
                    .named("format-times");
        }

        private static <K, T> Shape<Map<K, T>> table(String title, List<K> things, Function<K, Key<T>> keyOf) {
            return Shape.table(title, things, keyOf).atLeastKeys(1);
        }

        private static Map<String, Figure> byKey(Map<SignalOperation, Figure> times) {
            Map<String, Figure> found = new LinkedHashMap<>();
            times.forEach((operation, time) -> found.put(operation.word(), time));
            return found;
        }
    }
}
