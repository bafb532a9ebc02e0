package ganglion.sanafe;

import ganglion.documents.InputException;
import ganglion.documents.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads edges from neuron to neuron and from group to group. Every one of them takes a step, and a delay beyond is refused. */
final class EdgeConnections {

    static final int MOST_CONNECTIONS = 20_000_000;

    private static final List<String> EDGE = List.of("weight", "w", "delay", "d", "dendrite/delay", "dendrite/d");
    private static final List<String> DELAYS = List.of("delay", "d", "dendrite/delay", "dendrite/d");
    private static final List<String> DENSE = plus("type");
    private static final List<String> SPARSE = plus("type", "source_target_pairs");
    private static final List<String> CONVOLUTION = plus(
            "type",
            "input_height",
            "input_width",
            "input_channels",
            "kernel_height",
            "kernel_width",
            "kernel_count",
            "stride_height",
            "stride_width");

    private final List<GroupDraft> groups;
    private final List<String> names;
    private final Map<List<Integer>, Connections> connections = new LinkedHashMap<>();
    private int count;

    EdgeConnections(List<GroupDraft> groups) {
        this.groups = groups;
        this.names = groups.stream().map(GroupDraft::name).toList();
    }

    /** An end of an edge: a group, and one of its neurons if one is named. */
    private record End(int group, Optional<Integer> neuron) {}

    private static List<String> plus(String... more) {
        List<String> all = new ArrayList<>(EDGE);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    List<Connections> read(Spot edges) throws InputException {
        for (Spot entry : edges.elements()) {
            for (Map.Entry<String, Spot> edge : entry.members().entrySet()) {
                readEdge(edge.getKey(), edge.getValue());
            }
        }
        return List.copyOf(connections.values());
    }

    private void readEdge(String description, Spot edge) throws InputException {
        int arrow = description.indexOf("->");
        if (arrow < 0) {
            throw edge.problem("found the edge \"" + description + "\", expected one such as a.0 -> b.1 or a -> b");
        }
        End source = end(description.substring(0, arrow).strip(), edge);
        End target = end(description.substring(arrow + 2).strip(), edge);
        if (source.neuron().isPresent() != target.neuron().isPresent()) {
            throw edge.problem("found the edge \"" + description + "\", expected two neurons or two groups");
        }
        Attributes attributes = Attributes.NONE.with(edge, "synapse");
        Connections into = connections.computeIfAbsent(
                List.of(source.group(), target.group()), key -> new Connections(source.group(), target.group(), edge));
        if (source.neuron().isPresent()) {
            attributes.allow("edge " + description, EDGE);
            checkDelays(attributes);
            reserve(1, edge);
            into.add(
                    source.neuron().get(),
                    target.neuron().get(),
                    weight(attributes, edge).number());
        } else {
            readGroups(description, edge, attributes, into);
        }
    }

    private End end(String text, Spot edge) throws InputException {
        int dot = text.indexOf('.');
        String name = dot < 0 ? text : text.substring(0, dot);
        int group = names.indexOf(name);
        if (group < 0) {
            throw edge.problem("found the group \"" + name + '"' + Suggestions.expected("one of", name, names));
        }
        if (dot < 0) {
            return new End(group, Optional.empty());
        }
        NameRange neuron = NameRange.of(text.substring(dot + 1), edge);
        int size = groups.get(group).size();
        if (neuron.count() != 1 || neuron.last() >= size) {
            throw edge.problem("found neuron " + text.substring(dot + 1) + " of group " + name
                    + ", expected one of 0 to " + (size - 1));
        }
        return new End(group, Optional.of(neuron.first()));
    }

    private void readGroups(String description, Spot edge, Attributes attributes, Connections into)
            throws InputException {
        String type = attributes.text("type", "");
        int sources = groups.get(into.from()).size();
        int targets = groups.get(into.to()).size();
        switch (type) {
            case "dense" -> {
                attributes.allow("edge " + description, DENSE);
                dense(edge, attributes, into, sources, targets);
            }
            case "sparse" -> {
                attributes.allow("edge " + description, SPARSE);
                sparse(edge, attributes, into, sources, targets);
            }
            case "conv2d" -> {
                attributes.allow("edge " + description, CONVOLUTION);
                ConvolutionEdge convolution = ConvolutionEdge.of(edge, attributes, sources, targets);
                reserve(convolution.connections(), edge);
                convolution.connect(weights(attributes, edge, convolution.kernelSize()), into);
            }
            default ->
                throw edge.problem("found the type \"" + type + "\" of the edge " + description
                        + ", expected dense, sparse or conv2d");
        }
        checkDelays(attributes);
    }

    private void dense(Spot edge, Attributes attributes, Connections into, int sources, int targets)
            throws InputException {
        reserve((long) sources * targets, edge);
        double[] weights = weights(attributes, edge, sources * targets);
        for (int i = 0; i < weights.length; i++) {
            into.add(i / targets, i % targets, weights[i]);
        }
    }

    private void sparse(Spot edge, Attributes attributes, Connections into, int sources, int targets)
            throws InputException {
        Optional<Spot> given = attributes.find("source_target_pairs");
        if (given.isEmpty()) {
            throw edge.problem("found no source_target_pairs, expected them");
        }
        List<Spot> pairs = given.get().elements();
        reserve(pairs.size(), edge);
        double[] weights = weights(attributes, edge, pairs.size());
        for (int i = 0; i < weights.length; i++) {
            List<Spot> pair = pairs.get(i).elements();
            if (pair.size() != 2) {
                throw pairs.get(i).problem("found " + pair.size() + " numbers, expected a source and a target");
            }
            into.add(pair.get(0).whole(0, sources - 1), pair.get(1).whole(0, targets - 1), weights[i]);
        }
    }

    private void reserve(long more, Spot edge) throws InputException {
        if (more > MOST_CONNECTIONS - count) {
            throw edge.problem("found more than " + MOST_CONNECTIONS + " connections, the most that are read");
        }
        count += (int) more;
    }

    private static Spot weight(Attributes attributes, Spot edge) throws InputException {
        Optional<Spot> weight = attributes.find("weight").or(() -> attributes.find("w"));
        return weight.orElseThrow(() -> edge.problem("found no weight, expected one"));
    }

    private static double[] weights(Attributes attributes, Spot edge, int expected) throws InputException {
        Spot weight = weight(attributes, edge);
        List<Spot> list = weight.elements();
        if (list.size() != expected) {
            throw weight.problem("found " + list.size() + " weights, expected " + expected);
        }
        double[] weights = new double[expected];
        for (int i = 0; i < expected; i++) {
            weights[i] = list.get(i).number();
        }
        return weights;
    }

    /** SANA-FE's delayed dendrites lose charge where no message comes in between; no synapse here does that. */
    private static void checkDelays(Attributes attributes) throws InputException {
        for (String name : DELAYS) {
            Optional<Spot> delay = attributes.find(name);
            if (delay.isPresent()) {
                List<Spot> values = delay.get().node().isArray() ? delay.get().elements() : List.of(delay.get());
                for (Spot value : values) {
                    if (value.number() != 0) {
                        throw value.problem("found the delay " + value.found()
                                + ", expected 0: SANA-FE's delays depend on other messages and have no equivalent");
                    }
                }
            }
        }
    }

    /**
     * A hyper-edge of the type {@code conv2d}: no padding; neurons are numbered channel by channel, row by row; the kernel lies as
     * [row][column][channel in][channel out].
     */
    record ConvolutionEdge(
            int inputHeight,
            int inputWidth,
            int inputChannels,
            int kernelHeight,
            int kernelWidth,
            int kernelCount,
            int strideHeight,
            int strideWidth) {

        private static final int LARGEST = 100_000;

        static ConvolutionEdge of(Spot edge, Attributes attributes, int sources, int targets) throws InputException {
            ConvolutionEdge convolution = new ConvolutionEdge(
                    size("input_height", edge, attributes),
                    size("input_width", edge, attributes),
                    size("input_channels", edge, attributes),
                    size("kernel_height", edge, attributes),
                    size("kernel_width", edge, attributes),
                    size("kernel_count", edge, attributes),
                    size("stride_height", edge, attributes),
                    size("stride_width", edge, attributes));
            convolution.check(edge, sources, targets);
            return convolution;
        }

        private static int size(String name, Spot edge, Attributes attributes) throws InputException {
            Optional<Spot> given = attributes.find(name);
            if (given.isEmpty()) {
                throw edge.problem("found no " + name + ", expected it");
            }
            return given.get().whole(1, LARGEST);
        }

        private void check(Spot edge, int sources, int targets) throws InputException {
            if (kernelHeight > inputHeight || kernelWidth > inputWidth) {
                throw edge.problem("found a kernel of " + kernelHeight + " by " + kernelWidth
                        + ", expected one that fits into " + inputHeight + " by " + inputWidth);
            }
            double in = (double) inputChannels * inputHeight * inputWidth;
            double out = (double) kernelCount * outputHeight() * outputWidth();
            if (in != sources || out != targets) {
                throw edge.problem("found a convolution of " + (long) in + " neurons into " + (long) out
                        + ", expected one of " + sources + " into " + targets + ", as the groups have them");
            }
        }

        private int outputHeight() {
            return (inputHeight - kernelHeight) / strideHeight + 1;
        }

        private int outputWidth() {
            return (inputWidth - kernelWidth) / strideWidth + 1;
        }

        int kernelSize() {
            return Math.multiplyExact(
                    Math.multiplyExact(kernelHeight, kernelWidth), Math.multiplyExact(inputChannels, kernelCount));
        }

        /** How many there will be; more than any network may have where that cannot be counted. */
        long connections() {
            double exact = (double) kernelCount
                    * outputHeight()
                    * outputWidth()
                    * inputChannels
                    * ((double) kernelHeight * kernelWidth);
            return (long) exact;
        }

        void connect(double[] kernel, Connections into) {
            int target = 0;
            for (int channel = 0; channel < kernelCount; channel++) {
                for (int row = 0; row < outputHeight(); row++) {
                    for (int column = 0; column < outputWidth(); column++) {
                        connect(kernel, into, target++, channel, row * strideHeight, column * strideWidth);
                    }
                }
            }
        }

        private void connect(double[] kernel, Connections into, int target, int channelOut, int top, int left) {
            for (int channel = 0; channel < inputChannels; channel++) {
                for (int y = 0; y < kernelHeight; y++) {
                    for (int x = 0; x < kernelWidth; x++) {
                        int source = (channel * inputHeight + top + y) * inputWidth + left + x;
                        int weight = ((y * kernelWidth + x) * inputChannels + channel) * kernelCount + channelOut;
                        into.add(source, target, kernel[weight]);
                    }
                }
            }
        }
    }
}
