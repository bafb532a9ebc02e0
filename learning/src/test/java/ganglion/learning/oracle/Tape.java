package ganglion.learning.oracle;

import java.util.Arrays;

/**
 * Reverse-mode automatic differentiation: records numbers with the slopes along the numbers that they were computed from, and goes back
 * through them. A number is told by its place on the tape.
 */
final class Tape {

    private double[] values = new double[1024];
    /** Where the slopes of a number end, and those of the next begin. */
    private int[] ends = new int[1024];

    private int count;
    private int[] parents = new int[4096];
    private double[] slopes = new double[4096];
    private int links;
    private double sum;

    /** A number that depends on nothing. */
    int leaf(double value) {
        return end(value);
    }

    int[] leaves(double... leaves) {
        return Arrays.stream(leaves).mapToInt(this::leaf).toArray();
    }

    /** A function of one number, by its value and its slope. */
    int map(int parent, double value, double slope) {
        link(parent, slope);
        return end(value);
    }

    int add(int a, int b) {
        link(a, 1);
        link(b, 1);
        return end(at(a) + at(b));
    }

    int subtract(int a, int b) {
        link(a, 1);
        link(b, -1);
        return end(at(a) - at(b));
    }

    int times(int a, int b) {
        link(a, at(b));
        link(b, at(a));
        return end(at(a) * at(b));
    }

    /** {@code factor a + constant}. */
    int affine(double factor, int a, double constant) {
        return map(a, factor * at(a) + constant, factor);
    }

    /** Adds a product to the sum that {@link #total} ends; no other number may come in between. */
    void sumProduct(int a, int b) {
        link(a, at(b));
        link(b, at(a));
        sum += at(a) * at(b);
    }

    /** Adds a multiple of a number to it. */
    void sumMultiple(double factor, int a) {
        link(a, factor);
        sum += factor * at(a);
    }

    int total() {
        double total = sum;
        sum = 0;
        return end(total);
    }

    private void link(int parent, double slope) {
        if (links == parents.length) {
            parents = Arrays.copyOf(parents, 2 * links);
            slopes = Arrays.copyOf(slopes, 2 * links);
        }
        parents[links] = parent;
        slopes[links++] = slope;
    }

    private int end(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        values[count] = value;
        ends[count] = links;
        return count++;
    }

    double at(int number) {
        return values[number];
    }

    /** A number for each, which slopes are collected in. */
    double[] gradients() {
        return new double[count];
    }

    /** Passes gradients on to all that the numbers were computed from. */
    void back(double[] gradients) {
        for (int n = count - 1; n >= 0; n--) {
            for (int k = n == 0 ? 0 : ends[n - 1]; k < ends[n]; k++) {
                gradients[parents[k]] += gradients[n] * slopes[k];
            }
        }
    }
}
