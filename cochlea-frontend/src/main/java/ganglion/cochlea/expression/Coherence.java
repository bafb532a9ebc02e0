package ganglion.cochlea.expression;

import ganglion.cochlea.operation.OperationCounts;

/**
 * How coherent fluctuations are. With F the complex fluctuation of each part of a sound and w its weight:
 *
 * <pre>
 *   together  |sum w F| / sum w      alone   sqrt(sum w |F|^2 / sum w)      share   2 |sum w F| / (sum w |F| + smallest sum w)
 * </pre>
 */
final class Coherence {

    private final double smallest;
    private double even;
    private double odd;
    private double magnitudes;
    private double squares;
    private double weights;

    /** @param smallest fluctuation that counts as none, in the unit of the fluctuations */
    Coherence(double smallest) {
        this.smallest = smallest;
    }

    /** Removes all parts. */
    void clear() {
        even = 0;
        odd = 0;
        magnitudes = 0;
        squares = 0;
        weights = 0;
    }

    /**
     * Adds a part.
     *
     * @param weight at least 0
     * @param a even part of its fluctuation
     * @param b odd part
     */
    void add(double weight, double a, double b) {
        even += weight * a;
        odd += weight * b;
        magnitudes += weight * Math.hypot(a, b);
        squares += weight * (a * a + b * b);
        weights += weight;
    }

    /** Operations of {@link #add}. */
    static OperationCounts operationsPerPart() {
        return OperationCounts.HYPOTENUSE.andMagnitudes(1).andMultiplyAdds(5);
    }

    /** Operations of the three results. */
    static OperationCounts operationsOfResults() {
        OperationCounts together = OperationCounts.HYPOTENUSE.andDivisions(1);
        OperationCounts alone = OperationCounts.NONE.andDivisions(1).andSquareRoots(1);
        return together.plus(alone).plus(together).andMultiplyAdds(2);
    }

    /** Fluctuation that the parts have in common; 0 if no part has weight. */
    double together() {
        return weights == 0 ? 0 : Math.hypot(even, odd) / weights;
    }

    /** Fluctuation of the parts, in common or not; 0 if no part has weight. */
    double alone() {
        return weights == 0 ? 0 : Math.sqrt(squares / weights);
    }

    /** Twice the share of the fluctuation that is in common: 2 if all of it is; 0 if no part has weight. */
    double share() {
        return weights == 0 ? 0 : 2 * Math.hypot(even, odd) / (magnitudes + smallest * weights);
    }
}
