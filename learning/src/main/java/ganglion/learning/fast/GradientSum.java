package ganglion.learning.fast;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.Products;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds the gradients of the slices, always in the order of the slices, rows shared out over threads. */
final class GradientSum {

    /** Values in the rows of a task: enough work for a task. */
    private static final int VALUES_PER_TASK = 1 << 15;

    private final List<FloatParameter> parameters;
    private final List<float[][]> sums = new ArrayList<>();
    /** The square of the length of each row. */
    private final List<double[]> squares = new ArrayList<>();

    private final List<List<Chunk>> tasks = new ArrayList<>();

    private record Chunk(int parameter, int from, int until) {}

    /** Work on rows of gradients. */
    interface RowTask {
        /** Does it with the rows {@code from} to {@code until - 1} of a parameter, on any thread. */
        void accept(int parameter, int from, int until);
    }

    GradientSum(List<FloatParameter> parameters) {
        this.parameters = parameters;
        int values = VALUES_PER_TASK;
        for (int p = 0; p < parameters.size(); p++) {
            float[][] rows = parameters.get(p).zeros();
            sums.add(rows);
            squares.add(new double[rows.length]);
            int step = Math.max(1, VALUES_PER_TASK / rows[0].length);
            for (int from = 0; from < rows.length; from += step) {
                Chunk chunk = new Chunk(p, from, Math.min(rows.length, from + step));
                values += (chunk.until - from) * rows[0].length;
                if (values > VALUES_PER_TASK) {
                    tasks.add(new ArrayList<>());
                    values = (chunk.until - from) * rows[0].length;
                }
                tasks.get(tasks.size() - 1).add(chunk);
            }
        }
    }

    float[][] rows(int parameter) {
        return sums.get(parameter);
    }

    /**
     * Adds up, sets the gradients of the slices back to zero, and hands rows on while they are in the nearest cache.
     *
     * @param constant weights whose gradients are computed from the slices' constant inputs; may be
     *     {@code null}
     * @param then gets all rows, once each
     */
    void collect(List<Slice> slices, FloatParameter constant, TaskRunner workers, RowTask then) {
        ConstantInputs inputs = constant == null ? null : new ConstantInputs(slices);
        forEachRow(workers, (p, from, until) -> {
            float[][] sum = sums.get(p);
            FloatParameter parameter = parameters.get(p);
            for (int r = from; r < until; r++) {
                Arrays.fill(sum[r], 0);
            }
            if (parameter == constant) {
                inputs.addOuter(sum, from, until);
            } else {
                addSlices(slices, parameter, sum, from, until);
            }
            for (int r = from; r < until; r++) {
                squares.get(p)[r] = square(sum[r]);
            }
            then.accept(p, from, until);
        });
    }

    /** Hands out all rows. */
    void forEachRow(TaskRunner workers, RowTask task) {
        workers.run(tasks.size(), t -> {
            for (Chunk chunk : tasks.get(t)) {
                task.accept(chunk.parameter, chunk.from, chunk.until);
            }
        });
    }

    private static void addSlices(List<Slice> slices, FloatParameter parameter, float[][] sum, int from, int until) {
        for (Slice slice : slices) {
            float[][] rows = slice.gradients().ifPresent(parameter);
            for (int r = from; rows != null && r < until; r++) {
                Kernels.add(sum[r], rows[r], rows[r].length);
                Arrays.fill(rows[r], 0);
            }
        }
    }

    /** Norm of all gradients of trainable parameters together, as they were collected. */
    double norm() {
        double sum = 0;
        for (int p = 0; p < parameters.size(); p++) {
            for (int r = 0; parameters.get(p).trainable() && r < squares.get(p).length; r++) {
                sum += squares.get(p)[r];
            }
        }
        return Math.sqrt(sum);
    }

    /** Four sums side by side: additions of one sum would wait for each other. */
    private static double square(float[] row) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= row.length; i += 4) {
            s0 += (double) row[i] * row[i];
            s1 += (double) row[i + 1] * row[i + 1];
            s2 += (double) row[i + 2] * row[i + 2];
            s3 += (double) row[i + 3] * row[i + 3];
        }
        for (; i < row.length; i++) {
            s0 += (double) row[i] * row[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Scales rows. */
    void scale(int parameter, int from, int until, float factor) {
        for (int r = from; r < until; r++) {
            float[] row = sums.get(parameter)[r];
            for (int i = 0; i < row.length; i++) {
                row[i] *= factor;
            }
        }
    }

    /** The constant inputs of all samples and the gradients of what they give. */
    private static final class ConstantInputs {

        private final float[][] inputs;
        private final float[][] gradients;
        private final int count;

        ConstantInputs(List<Slice> slices) {
            List<float[]> inputRows = new ArrayList<>();
            List<float[]> gradientRows = new ArrayList<>();
            for (Slice slice : slices) {
                for (int b = 0; b < slice.sampleCount(); b++) {
                    inputRows.add(slice.constantRows()[b]);
                    gradientRows.add(slice.constantGradients()[b]);
                }
            }
            inputs = inputRows.toArray(float[][]::new);
            gradients = gradientRows.toArray(float[][]::new);
            count = inputs.length;
        }

        void addOuter(float[][] sum, int from, int until) {
            Products.addOuter(sum, from, until, inputs, gradients, count);
        }
    }
}
