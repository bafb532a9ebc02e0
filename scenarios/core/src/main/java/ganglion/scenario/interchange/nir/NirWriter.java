package ganglion.scenario.interchange.nir;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes NIR files in the layout of the reference package, version 1. */
public final class NirWriter {

    private static final String VERSION = "1.0.4";

    private NirWriter() {}

    /**
     * Writes a graph; the caller sees to replacing an older file at once.
     *
     * @throws io.jhdf.exceptions.HdfException if the file cannot be written
     */
    public static void write(NirGraph graph, Path file) {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("version", VERSION);
            writeGraph(graph, hdf.putGroup("node"));
        }
    }

    private static void writeGraph(NirGraph graph, WritableGroup group) {
        group.putDataset("type", graph.type());
        WritableGroup nodes = group.putGroup("nodes");
        for (Map.Entry<String, NirNode> entry : graph.nodes().entrySet()) {
            WritableGroup node = nodes.putGroup(entry.getKey());
            if (entry.getValue() instanceof NirGraph nested) {
                writeGraph(nested, node);
            } else {
                node.putDataset("type", entry.getValue().type());
                writeFields(entry.getValue(), node);
            }
        }
        if (!graph.edges().isEmpty()) {
            String[][] pairs = graph.edges().stream()
                    .map(edge -> new String[] {edge.source(), edge.target()})
                    .toArray(String[][]::new);
            group.putDataset("edges", pairs);
        }
    }

    private static void writeFields(NirNode node, WritableGroup into) {
        if (node instanceof NirNode.Input input) {
            put(into, "shape", input.shape());
        } else if (node instanceof NirNode.Output output) {
            put(into, "shape", output.shape());
        } else if (node instanceof NirNode.Affine affine) {
            put(into, "weight", affine.weight());
            put(into, "bias", affine.bias());
        } else if (node instanceof NirNode.Linear linear) {
            put(into, "weight", linear.weight());
        } else if (node instanceof NirNode.Scale scale) {
            put(into, "scale", scale.scale());
        } else if (node instanceof NirNode.Delay delay) {
            put(into, "delay", delay.delay());
        } else if (node instanceof NirNode.Threshold threshold) {
            put(into, "threshold", threshold.threshold());
        } else if (node instanceof NirNode.Flatten flatten) {
            into.putDataset("start_dim", (long) flatten.startDim());
            into.putDataset("end_dim", (long) flatten.endDim());
            flatten.inputShape().ifPresent(shape -> put(into, "input_type", shape));
        } else {
            writeWindows(node, into);
        }
    }

    private static void writeWindows(NirNode node, WritableGroup into) {
        if (node instanceof NirNode.Conv conv) {
            put(into, "weight", conv.weight());
            put(into, "bias", conv.bias());
            conv.inputShape().ifPresent(shape -> put(into, "input_shape", shape));
            writeSliding(conv.sliding(), into);
            put(into, "dilation", conv.sliding().dilation());
            into.putDataset("groups", (long) conv.groups());
        } else if (node instanceof NirNode.Pool2d pool) {
            put(into, "kernel_size", pool.sliding().kernel());
            writeSliding(pool.sliding(), into);
        } else if (node instanceof NirNode.Stateful neurons) {
            neurons.parameters().forEach((name, value) -> put(into, name, value));
        } else {
            throw new IllegalStateException("a node of type " + node.type() + " has no layout in files");
        }
    }

    private static void writeSliding(Sliding sliding, WritableGroup into) {
        put(into, "stride", sliding.stride());
        if (sliding.before().equals(sliding.after())) {
            put(into, "padding", sliding.before());
        } else {
            into.putDataset("padding", "same");
        }
    }

    private static void put(WritableGroup into, String field, TensorShape sizes) {
        into.putDataset(
                field, sizes.sizes().stream().mapToLong(Integer::longValue).toArray());
    }

    private static void put(WritableGroup into, String field, Tensor tensor) {
        if (tensor.shape().rank() == 0) {
            into.putDataset(field, Array.get(tensor.raw(), 0));
        } else {
            into.putDataset(field, nested(tensor.raw(), tensor.shape().sizes(), 0));
        }
    }

    /** Arrays of arrays, which is how jHDF takes an array of several axes. */
    private static Object nested(Object flat, List<Integer> sizes, int from) {
        if (sizes.size() == 1) {
            Object row = Array.newInstance(flat.getClass().getComponentType(), sizes.get(0));
            System.arraycopy(flat, from, row, 0, sizes.get(0));
            return row;
        }
        int[] axes = sizes.stream().mapToInt(Integer::intValue).toArray();
        Object rows = Array.newInstance(flat.getClass().getComponentType(), axes);
        List<Integer> inner = sizes.subList(1, sizes.size());
        int stride = inner.stream().mapToInt(Integer::intValue).reduce(1, (a, b) -> a * b);
        for (int i = 0; i < axes[0]; i++) {
            Array.set(rows, i, nested(flat, inner, from + i * stride));
        }
        return rows;
    }
}
