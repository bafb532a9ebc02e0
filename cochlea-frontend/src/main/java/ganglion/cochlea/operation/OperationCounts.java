package ganglion.cochlea.operation;

/**
 * Operations by kind.
 *
 * @param multiplyAdds multiplications whose product is added to or taken from a number, and additions and multiplications
 *     alone
 * @param butterflies butterflies of radix 2 of a complex Fourier transform
 * @param magnitudes sums of the squares of the parts of a complex number
 * @param logarithms logarithms of any base, of a number or of 1 plus a number
 * @param exponentials exponential functions, less 1 or not, and arc tangents
 * @param squareRoots square roots
 * @param divisions divisions; those by constant powers of two are multiplications
 * @param comparisons comparisons of two numbers, and the greater or lesser of two
 */
public record OperationCounts(
        long multiplyAdds,
        long butterflies,
        long magnitudes,
        long logarithms,
        long exponentials,
        long squareRoots,
        long divisions,
        long comparisons) {

    /** No operation. */
    public static final OperationCounts NONE = new OperationCounts(0, 0, 0, 0, 0, 0, 0, 0);

    /** A power x^a = exp(a ln x). */
    public static final OperationCounts POWER =
            NONE.andLogarithms(1).andMultiplyAdds(1).andExponentials(1);

    /** The root of the sum of two squares. */
    public static final OperationCounts HYPOTENUSE = NONE.andMagnitudes(1).andSquareRoots(1);

    /** The same with multiply-adds added. */
    public OperationCounts andMultiplyAdds(long more) {
        return plus(new OperationCounts(more, 0, 0, 0, 0, 0, 0, 0));
    }

    /** The same with butterflies added. */
    public OperationCounts andButterflies(long more) {
        return plus(new OperationCounts(0, more, 0, 0, 0, 0, 0, 0));
    }

    /** The same with magnitudes added. */
    public OperationCounts andMagnitudes(long more) {
        return plus(new OperationCounts(0, 0, more, 0, 0, 0, 0, 0));
    }

    /** The same with logarithms added. */
    public OperationCounts andLogarithms(long more) {
        return plus(new OperationCounts(0, 0, 0, more, 0, 0, 0, 0));
    }

    /** The same with exponentials added. */
    public OperationCounts andExponentials(long more) {
        return plus(new OperationCounts(0, 0, 0, 0, more, 0, 0, 0));
    }

    /** The same with square roots added. */
    public OperationCounts andSquareRoots(long more) {
        return plus(new OperationCounts(0, 0, 0, 0, 0, more, 0, 0));
    }

    /** The same with divisions added. */
    public OperationCounts andDivisions(long more) {
        return plus(new OperationCounts(0, 0, 0, 0, 0, 0, more, 0));
    }

    /** The same with comparisons added. */
    public OperationCounts andComparisons(long more) {
        return plus(new OperationCounts(0, 0, 0, 0, 0, 0, 0, more));
    }

    /** Both together. */
    public OperationCounts plus(OperationCounts other) {
        return new OperationCounts(
                multiplyAdds + other.multiplyAdds,
                butterflies + other.butterflies,
                magnitudes + other.magnitudes,
                logarithms + other.logarithms,
                exponentials + other.exponentials,
                squareRoots + other.squareRoots,
                divisions + other.divisions,
                comparisons + other.comparisons);
    }

    /** Each count times a factor. */
    public OperationCounts times(long factor) {
        return new OperationCounts(
                multiplyAdds * factor,
                butterflies * factor,
                magnitudes * factor,
                logarithms * factor,
                exponentials * factor,
                squareRoots * factor,
                divisions * factor,
                comparisons * factor);
    }
}
