package ganglion.cochlea.spectrum;

import ganglion.cochlea.operation.OperationCounts;

/** How many operations Fourier transforms of real samples take. */
public final class TransformWork {

    private TransformWork() {}

    /**
     * The transform of n real samples: a complex one of N = n / 2 points and a split into the spectrum of the real samples.
     *
     * <p>A stage of radix 2 is N/2 butterflies, one of radix 4 the N of two such stages: together n/4 log2(n/2) where n is a
     * power of two. The split is one butterfly for each of the N bins; {@link LaneTransform} does two bins at a time with
     * somewhat less. A stage of an odd radix p is N/p sums of p by p complex products, then p - 1 turns, each product and
     * turn 4 multiply-adds. Sizes whose half has a prime factor above 31 are transformed by Bluestein's convolution: two complex
     * transforms of M points, the lowest power of two from 2 n - 1, and products with chirps and with the transform of a chirp.
     *
     * @param size number of samples, even
     */
    public static OperationCounts ofRealTransform(int size) {
        if (!LaneTransform.supports(size)) {
            return ofConvolution(size);
        }
        long half = size / 2;
        OperationCounts sum = OperationCounts.NONE.andButterflies(half);
        for (int radix : LaneTransform.radices(size / 2)) {
            sum = switch (radix) {
                case 2 -> sum.andButterflies(half / 2);
                case 4 -> sum.andButterflies(half);
                default -> sum.andMultiplyAdds(half / radix * 4 * ((long) radix * radix + radix - 1));
            };
        }
        return sum;
    }

    private static OperationCounts ofConvolution(int size) {
        int doublings = Integer.SIZE - Integer.numberOfLeadingZeros(2 * size - 2);
        long points = 1L << doublings;
        // Real samples times a chirp take 2 multiplications, half of the complex results times a chirp 4.
        return OperationCounts.NONE
                .andButterflies(points * doublings)
                .andMultiplyAdds(4 * points + 2L * size + 4L * size / 2);
    }
}
