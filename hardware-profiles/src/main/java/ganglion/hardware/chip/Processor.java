package ganglion.hardware.chip;

import ganglion.documents.key.Worded;
import ganglion.hardware.figure.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long a conventional processor takes for a network, in seconds. One call computes a batch of inputs, layer after layer, and never more
 * multiply-accumulates in a second than at best:
 *
 * <pre>
 *   call + sum over layers ( launch + max( batch x multiply-accumulates x time of one, weight bytes x time of one )
 *                            + batch x outputs x time of one )
 * </pre>
 *
 * @param call overhead of one call, whatever the network; none is counted where it is absent
 * @param launch overhead of one layer
 * @param multiplyAccumulate one multiply-accumulate, by kind of layer and number format
 * @param atBest one multiply-accumulate at the published peak of the processor, whatever the layer; no network is faster
 * @param weightByte one byte of weights read from the memory that holds them
 * @param output one output of a layer
 * @param signal one operation of signal processing, by the key of {@code SignalOperation}; empty if it cannot be told
 */
public record Processor(
        Optional<Figure> call,
        Optional<Figure> launch,
        Map<LayerKind, Map<NumberFormat, Figure>> multiplyAccumulate,
        Optional<Figure> atBest,
        Optional<Figure> weightByte,
        Optional<Figure> output,
        Map<String, Figure> signal) {

    /** Takes copies of the maps. */
    public Processor {
        multiplyAccumulate = Map.copyOf(multiplyAccumulate);
        signal = Map.copyOf(signal);
    }

    /** The time of one multiply-accumulate, where it is known. */
    public Optional<Figure> multiplyAccumulate(LayerKind kind, NumberFormat format) {
        return Optional.ofNullable(
                multiplyAccumulate.getOrDefault(kind, Map.of()).get(format));
    }

    /** The number formats that dense layers can be computed in, the one of fewest bytes first. */
    public List<NumberFormat> formats() {
        return Arrays.stream(NumberFormat.values())
                .filter(format -> multiplyAccumulate(LayerKind.DENSE, format).isPresent())
                .toList();
    }

    /** Kinds of layers whose multiply-accumulates take a conventional processor different times. */
    public enum LayerKind implements Worded {
        /** A full matrix: each weight is used once in a pass. */
        DENSE,
        /** A convolution of any kind: each weight is used at many places. */
        CONVOLUTION;
    }
}
