package ganglion.scenario.interchange.nir;

import ganglion.documents.ReadFault;
import ganglion.documents.table.Hdf5Files;
import ganglion.documents.table.TableException;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads NIR files: HDF5 with a group for each node. Of versions 0.x and 1.x, which have one layout. */
public final class NirReader {

    private static final long MOST_BYTES = 4L << 30;
    private static final int MOST_UNITS = 100_000_000;
    private static final String KNOWN =
            "Input, Output, Affine, Linear, Scale, Conv1d, Conv2d, SumPool2d, AvgPool2d, Flatten,"
                    + " Delay, Threshold, I, LI, IF, LIF, CubaLI, CubaLIF or NIRGraph";

    private final Fields.ReadBudget budget;

    private NirReader(Fields.ReadBudget budget) {
        this.budget = budget;
    }

    /** @throws TableException naming the node that cannot be used, what was found and what was expected */
    public static NirGraph read(Path file) throws TableException {
        long bytes = size(file);
        return Hdf5Files.read(file, hdf -> {
            if (!(hdf.getChild("node") instanceof Group root)) {
                throw new TableException("found no group \"node\", which every NIR file has");
            }
            return new NirReader(new Fields.ReadBudget(bytes)).root(root);
        });
    }

    private static long size(Path file) throws TableException {
        if (!Files.isRegularFile(file)) {
            throw new TableException(Files.exists(file) ? "is not a regular file" : "no such file");
        }
        try {
            long bytes = Files.size(file);
            if (bytes > MOST_BYTES) {
                throw new TableException("has " + bytes + " bytes, expected at most " + MOST_BYTES);
            }
            return bytes;
        } catch (IOException e) {
            throw new TableException("cannot be read: " + ReadFault.reason(e), e);
        }
    }

    private NirGraph root(Group group) throws TableException {
        Fields fields = new Fields(group, "", budget);
        String type = fields.text("type");
        if (!type.equals("NIRGraph")) {
            throw fields.problem("found a " + type + " as the outermost node, expected a NIRGraph");
        }
        return graph(fields, "", 0);
    }

    private NirGraph graph(Fields fields, String name, int nesting) throws TableException {
        Map<String, NirNode> nodes = new LinkedHashMap<>();
        for (Node child : fields.group("nodes")) {
            String path = name.isEmpty() ? child.getName() : name + "." + child.getName();
            if (!(child instanceof Group group)) {
                throw fields.problem("found the data set \"" + child.getName() + "\" among the nodes, expected groups");
            }
            nodes.put(child.getName(), node(new Fields(group, path, budget), path, nesting + 1));
        }
        List<NirGraph.Edge> edges = new ArrayList<>();
        for (String[] pair : fields.pairs("edges")) {
            edges.add(new NirGraph.Edge(pair[0], pair[1]));
        }
        try {
            return new NirGraph(nodes, edges);
        } catch (IllegalArgumentException e) {
            throw new TableException(fields.problem(e.getMessage()).getMessage(), e);
        }
    }

    private NirNode node(Fields fields, String name, int nesting) throws TableException {
        budget.takeNode(fields, nesting);
        String type = fields.text("type");
        return switch (type) {
            case "NIRGraph" -> graph(fields, name, nesting);
            case "Input" -> new NirNode.Input(units(fields));
            case "Output" -> new NirNode.Output(units(fields));
            case "Affine" -> affine(fields);
            case "Linear" -> new NirNode.Linear(matrix(fields));
            case "Scale" -> new NirNode.Scale(fields.factors("scale"));
            case "Conv1d" -> convolution(fields, 1);
            case "Conv2d" -> convolution(fields, 2);
            case "SumPool2d" -> new NirNode.Pool2d(false, pooling(fields));
            case "AvgPool2d" -> new NirNode.Pool2d(true, pooling(fields));
            case "Flatten" ->
                new NirNode.Flatten(
                        fields.optionalSizes("input_type"), fields.whole("start_dim"), fields.whole("end_dim"));
            case "Delay" -> new NirNode.Delay(fields.tensor("delay"));
            case "Threshold" -> new NirNode.Threshold(fields.tensor("threshold"));
            default -> neurons(fields, type);
        };
    }

    private static TensorShape units(Fields fields) throws TableException {
        TensorShape shape = fields.sizes("shape");
        if (shape.count() < 1 || shape.count() > MOST_UNITS) {
            throw fields.problem("found " + shape.count() + " neurons, expected 1 to " + MOST_UNITS);
        }
        return shape;
    }

    private static NirNode affine(Fields fields) throws TableException {
        Tensor weight = matrix(fields);
        Tensor bias = fields.factors("bias");
        requireBias(fields, bias, weight.shape().size(0));
        return new NirNode.Affine(weight, bias);
    }

    private static Tensor matrix(Fields fields) throws TableException {
        Tensor weight = fields.factors("weight");
        if (weight.shape().rank() != 2) {
            throw fields.problem("found a weight of shape " + weight.shape() + ", expected [outputs, inputs]");
        }
        return weight;
    }

    private static void requireBias(Fields fields, Tensor bias, int outputs) throws TableException {
        if (bias.count() != outputs) {
            throw fields.problem(
                    "found a bias of shape " + bias.shape() + " beside a weight for " + outputs + " outputs");
        }
    }

    private static NirNode convolution(Fields fields, int axes) throws TableException {
        Tensor weight = fields.factors("weight");
        if (weight.shape().rank() != axes + 2) {
            throw fields.problem("found a weight of shape " + weight.shape()
                    + ", expected [output channels, input channels" + (axes == 1 ? ", columns]" : ", rows, columns]"));
        }
        TensorShape kernel = new TensorShape(weight.shape().sizes().subList(2, axes + 2));
        TensorShape dilation = fields.sizes("dilation", axes);
        Sliding sliding = sliding(fields, kernel, dilation);
        Tensor bias = fields.factors("bias");
        requireBias(fields, bias, weight.shape().size(0));
        int groups = fields.whole("groups");
        if (groups < 1 || weight.shape().size(0) % groups != 0) {
            throw fields.problem(
                    "found " + groups + " groups for " + weight.shape().size(0) + " output channels");
        }
        Optional<TensorShape> input = fields.has("input_shape") && !fields.isText("input_shape")
                ? Optional.of(fields.sizes("input_shape", axes))
                : Optional.empty();
        if (input.isPresent() && input.get().rank() != axes) {
            throw fields.problem("found an input_shape of " + input.get() + ", expected " + axes + " numbers");
        }
        return new NirNode.Conv(input, weight, sliding, groups, bias);
    }

    private static Sliding pooling(Fields fields) throws TableException {
        return sliding(fields, fields.sizes("kernel_size", 2), TensorShape.of(1, 1));
    }

    private static Sliding sliding(Fields fields, TensorShape kernel, TensorShape dilation) throws TableException {
        int axes = kernel.rank();
        TensorShape stride = fields.sizes("stride", axes);
        try {
            if (fields.isText("padding")) {
                return Sliding.ofWord(fields.text("padding"), kernel, stride, dilation);
            }
            TensorShape padding = fields.sizes("padding", axes);
            return new Sliding(kernel, stride, padding, padding, dilation);
        } catch (IllegalArgumentException e) {
            throw new TableException(fields.problem(e.getMessage()).getMessage(), e);
        }
    }

    private static NirNode neurons(Fields fields, String type) throws TableException {
        NirNode.Dynamics dynamics = Arrays.stream(NirNode.Dynamics.values())
                .filter(each -> each.name().equals(type))
                .findFirst()
                .orElseThrow(() -> fields.problem("found the type \"" + type + "\", expected " + KNOWN));
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        for (String name : dynamics.parameters()) {
            Tensor value;
            if (name.equals("v_reset") && !fields.has(name)) {
                Tensor threshold = parameters.get("v_threshold");
                value = Tensor.of(threshold.shape(), new double[threshold.count()]);
            } else {
                value = name.equals("r") || name.equals("w_in") ? fields.factors(name) : fields.tensor(name);
            }
            for (int i = 0; name.startsWith("tau") && i < value.count(); i++) {
                if (!(value.at(i) > 0)) {
                    throw fields.problem("found the " + name + " " + value.at(i) + ", expected more than 0 s");
                }
            }
            parameters.put(name, value);
        }
        return new NirNode.Stateful(dynamics, parameters);
    }
}
