package ganglion.hardware.library;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.signal.SignalOperation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The keys of how long a conventional processor takes for a network and for a front end. */
final class ProcessorKeys {

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
                                                    : "In a convolution of any kind, where each weight is used at many places.")
                                    .exampleText("{int8: " + TIME_EXAMPLE + "}")))
            .says("Time of one multiply-accumulate of a layer.")
            .byDefault(Map.of(), Map.of())
            .exampleText("{dense: {int8: " + TIME_EXAMPLE + "}}");
    private static final Key<Figure> WEIGHT_BYTE =
            time("weight-byte", "Time to bring one byte of weights from the memory that holds them.");
    private static final Key<Figure> OUTPUT = time("output", "Time of one output of a layer, beyond its products.");
    private static final Shape<Map<SignalOperation, Figure>> SIGNAL_TIMES = table(
            "an object with times by operation of signal processing",
            List.of(SignalOperation.values()),
            operation -> time(operation.key(), operation.meaning()));
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
                                            WEIGHT_BYTE.find(place),
                                            OUTPUT.find(place),
                                            byKey(SIGNAL.in(place))),
                                    CALL,
                                    LAUNCH,
                                    MULTIPLY_ACCUMULATE,
                                    WEIGHT_BYTE,
                                    OUTPUT,
                                    SIGNAL)
                            .atLeastKeys(1))
            .says("How long the device takes for a dense network: call, and for each layer launch, products or weights,"
                    + " whichever takes longer, and outputs.")
            .exampleText("{multiply-accumulate: {dense: {int8: " + TIME_EXAMPLE + "}}}");

    private ProcessorKeys() {}

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
        times.forEach((operation, time) -> found.put(operation.key(), time));
        return found;
    }
}
