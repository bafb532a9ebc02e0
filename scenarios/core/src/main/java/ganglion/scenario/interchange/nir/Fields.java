package ganglion.scenario.interchange.nir;

import ganglion.documents.table.TableException;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;

/** The fields of one node in its HDF5 group. */
final class Fields {

    /** As in model files: a product of a weight with two gains stays within what a network may hold. */
    private static final double LARGEST_FACTOR = 1e30;

    private final Group group;
    private final String node;
    private final ReadBudget budget;

    /** @param node its name, for messages; empty for the graph itself */
    Fields(Group group, String node, ReadBudget budget) {
        this.group = group;
        this.node = node;
        this.budget = budget;
    }

    TableException problem(String message) {
        return new TableException(node.isEmpty() ? message : "node " + node + ": " + message);
    }

    boolean has(String field) {
        return group.getChild(field) != null;
    }

    Group group(String field) throws TableException {
        Node child = group.getChild(field);
        if (child instanceof Group found) {
            return found;
        }
        throw problem("found " + (child == null ? "no group" : "a data set") + " \"" + field + "\", expected a group");
    }

    String text(String field) throws TableException {
        Object value = data(field);
        if (value instanceof String text) {
            return text;
        }
        throw problem("found no text in the field \"" + field + "\"");
    }

    boolean isText(String field) throws TableException {
        return dataset(field).getJavaType() == String.class;
    }

    /** Pairs of texts, row by row. */
    String[][] pairs(String field) throws TableException {
        Dataset dataset = dataset(field);
        int[] sizes = dataset.getDimensions();
        if (sizes.length > 0 && sizes[0] == 0) {
            return new String[0][];
        }
        if (sizes.length != 2 || sizes[1] != 2 || dataset.getJavaType() != String.class) {
            throw problem("found the field \"" + field + "\" of shape " + Arrays.toString(sizes)
                    + ", expected rows of two names");
        }
        budget.takeValues(this, field, 2L * sizes[0], Long.BYTES);
        Object[] rows = (Object[]) data(field);
        return Arrays.stream(rows).map(String[].class::cast).toArray(String[][]::new);
    }

    Tensor tensor(String field) throws TableException {
        Dataset dataset = dataset(field);
        TensorShape shape = shape(field, dataset);
        budget.takeValues(this, field, shape.count(), dataset.getDataType().getSize());
        Tensor tensor = tensor(field, shape, dataset.isScalar() ? dataset.getData() : flat(field, dataset));
        for (int i = 0; i < tensor.count(); i++) {
            if (!Double.isFinite(tensor.at(i))) {
                throw problem("found " + tensor.at(i) + " in the field \"" + field + "\", expected finite numbers");
            }
        }
        return tensor;
    }

    /** A tensor of what goes into sums: weights, biases, and what these are multiplied by. */
    Tensor factors(String field) throws TableException {
        Tensor tensor = tensor(field);
        for (int i = 0; i < tensor.count(); i++) {
            if (Math.abs(tensor.at(i)) > LARGEST_FACTOR) {
                throw problem("found " + tensor.at(i) + " in the field \"" + field
                        + "\", expected numbers of at most 1e30 either way");
            }
        }
        return tensor;
    }

    private Tensor tensor(String field, TensorShape shape, Object data) throws TableException {
        if (data instanceof float[] values) {
            return Tensor.of(shape, values);
        } else if (data instanceof double[] values) {
            return Tensor.of(shape, values);
        } else if (data instanceof Float value) {
            return Tensor.of(shape, value.floatValue());
        } else if (data instanceof Number value) {
            return Tensor.of(shape, value.doubleValue());
        } else if (data instanceof long[] values) {
            return Tensor.of(shape, Arrays.stream(values).asDoubleStream().toArray());
        } else if (data instanceof int[] values) {
            return Tensor.of(shape, Arrays.stream(values).asDoubleStream().toArray());
        }
        String kind = data instanceof String ? "text" : data.getClass().getSimpleName();
        throw problem("found " + kind + " in the field \"" + field
                + "\", expected numbers of type float32, float64, int32 or int64");
    }

    /** Whole numbers: a list, or a single number that stands for one on each axis. */
    TensorShape sizes(String field, int axes) throws TableException {
        TensorShape found = sizes(field);
        return found.rank() == 1 && axes > 1 ? new TensorShape(Collections.nCopies(axes, found.size(0))) : found;
    }

    /** Whole numbers, as many as there are. */
    TensorShape sizes(String field) throws TableException {
        Tensor tensor = tensor(field);
        int[] sizes = new int[tensor.count()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = whole(field, tensor.at(i));
            if (sizes[i] < 0) {
                throw problem("found " + sizes[i] + " in the field \"" + field + "\", expected 0 or more");
            }
        }
        return TensorShape.of(sizes);
    }

    /** Whole numbers, if the field is there. */
    Optional<TensorShape> optionalSizes(String field) throws TableException {
        return has(field) ? Optional.of(sizes(field)) : Optional.empty();
    }

    int whole(String field) throws TableException {
        Tensor tensor = tensor(field);
        if (tensor.count() != 1) {
            throw problem("found " + tensor.count() + " numbers in the field \"" + field + "\", expected one");
        }
        return whole(field, tensor.at(0));
    }

    private int whole(String field, double value) throws TableException {
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw problem("found " + value + " in the field \"" + field + "\", expected a whole number");
        }
        return (int) value;
    }

    private TensorShape shape(String field, Dataset dataset) throws TableException {
        int[] sizes = dataset.getDimensions();
        if (sizes.length > 8) {
            throw problem("found " + sizes.length + " axes in the field \"" + field + "\", expected at most 8");
        }
        return TensorShape.of(sizes);
    }

    private Dataset dataset(String field) throws TableException {
        Node child = group.getChild(field);
        if (child instanceof Dataset found) {
            return found;
        }
        throw problem("found no field \"" + field + "\", which its type requires");
    }

    private Object data(String field) throws TableException {
        Dataset dataset = dataset(field);
        try {
            return dataset.getData();
        } catch (RuntimeException e) {
            throw unreadable(field, e);
        }
    }

    private Object flat(String field, Dataset dataset) throws TableException {
        try {
            return dataset.getDataFlat();
        } catch (RuntimeException e) {
            throw unreadable(field, e);
        }
    }

    private TableException unreadable(String field, RuntimeException cause) {
        return new TableException(
                problem("the field \"" + field + "\" cannot be read: damaged, or of a kind that is not supported")
                        .getMessage(),
                cause);
    }

    /** Keeps a few bytes of a file from asking for more memory than any machine has. */
    static final class ReadBudget {

        /** 2 GB of 32-bit weights. */
        private static final long MOST_VALUES = 500_000_000;

        private static final int MOST_NODES = 10_000;
        private static final int MOST_NESTING = 16;

        /** The most that the compression of HDF5 files, deflate, can make of a byte. */
        private static final long MOST_EXPANSION = 1032;

        private final long fileBytes;
        private long values;
        private int nodes;

        ReadBudget(long fileBytes) {
            this.fileBytes = fileBytes;
        }

        void takeValues(Fields fields, String field, long count, int bytesEach) throws TableException {
            if (count > fileBytes * MOST_EXPANSION / Math.max(1, bytesEach)) {
                throw fields.problem("found " + count + " numbers announced in the field \"" + field
                        + "\", more than a file of " + fileBytes + " bytes can hold");
            }
            values += count;
            if (values > MOST_VALUES) {
                throw fields.problem("found more than " + MOST_VALUES + " numbers up to the field \"" + field + "\"");
            }
        }

        void takeNode(Fields fields, int nesting) throws TableException {
            if (++nodes > MOST_NODES) {
                throw fields.problem("found more than " + MOST_NODES + " nodes");
            }
            if (nesting > MOST_NESTING) {
                throw fields.problem("found graphs nested more than " + MOST_NESTING + " deep");
            }
        }
    }
}
