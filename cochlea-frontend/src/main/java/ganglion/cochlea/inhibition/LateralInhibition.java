package ganglion.cochlea.inhibition;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;

import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;

/**
 * Each band is excited by itself and inhibited by its neighbours, which sharpens peaks and silences flat noise: a
 * convolution across bands with k[0] = 1 and k[+-j] = -g cos(pi j / (2 (r + 1))) for j = 1..r, silence beyond the edges,
 * negative results cut to 0.
 *
 * @param width number of bands in the kernel, odd: 2 r + 1; 1 leaves the spectrum unchanged
 * @param strength how much of the centre the flanks balance, 0 to 1: g is set so that the kernel sums to 1 - strength
 */
public record LateralInhibition(int width, double strength) {

    /** No inhibition. */
    public static final LateralInhibition NONE = new LateralInhibition(1, 0);

    private static final int WIDEST = 1023;

    /** The inhibition of the default front end: zero-sum over 5 bands. */
    public static final LateralInhibition DEFAULT = new LateralInhibition(5, 1);

    /** Its number of bands in documents. */
    public static final Key<Integer> WIDTH = Key.of("width", integer().from(1).to(WIDEST))
            .titled("an odd number from 1 to " + WIDEST)
            .says("Number of bands that take part, an odd number; 1 switches inhibition off.")
            .byDefault(DEFAULT.width)
            .example(5);

    private static final Key<Double> STRENGTH = Key.of(
                    "strength", number().from(0).to(1))
            .says(
                    "How much of a band's own excitation its neighbours balance: 0 for nothing, 1 for all, so that flat noise gives"
                            + " nothing.")
            .byDefault(DEFAULT.strength)
            .example(1.0);

    /** The inhibition of a front end in a document. */
    public static final Key<LateralInhibition> KEY = Key.of(
                    "lateral-inhibition",
                    Shape.ofRecord("a width and a strength", LateralInhibition.class, WIDTH, STRENGTH))
            .says("Each band is inhibited by its neighbours, which sharpens peaks and silences flat noise.")
            .impliedDefault(DEFAULT)
            .exampleText("{width: 5}");

    /** @throws IllegalArgumentException if the width is even or out of range, or the strength outside 0 to 1 */
    public LateralInhibition {
        if (width < 1 || width > WIDEST || width % 2 == 0) {
            throw new IllegalArgumentException(
                    "lateral inhibition spans an odd number of bands from 1 to " + WIDEST + ", not " + width);
        }
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("the strength of lateral inhibition is 0 to 1, not " + strength);
        }
    }

    /** The kernel's weights from the centre outwards: 1, then the (negative) weight at distance 1, 2, ... r. */
    public double[] kernelFromCentre() {
        int reach = width / 2;
        double[] kernel = new double[reach + 1];
        double sum = 0;
        for (int j = 1; j <= reach; j++) {
            kernel[j] = -Math.cos(Math.PI * j / (2 * (reach + 1)));
            sum += 2 * kernel[j];
        }
        for (int j = 1; j <= reach; j++) {
            kernel[j] *= strength / -sum;
        }
        kernel[0] = 1;
        return kernel;
    }

    /** Operations per frame: for each band and distance the sum of two neighbours times a weight; then the cut at 0. */
    public OperationCounts operationsPerFrame(int bands) {
        int reach = width / 2;
        return reach == 0
                ? OperationCounts.NONE
                : OperationCounts.NONE
                        .andMultiplyAdds(2L * reach)
                        .andComparisons(1)
                        .times(bands);
    }

    /** The inhibition of frames of the given number of bands. */
    public InhibitionStage start(int bands) {
        return new InhibitionStage(this, bands);
    }

    /**
     * Sharpens the frames of a whole clip.
     *
     * @param values frame after frame, changed in place
     * @param bands values per frame
     */
    public void apply(double[] values, int bands) {
        InhibitionStage stage = start(bands);
        for (int offset = 0; offset < values.length; offset += bands) {
            stage.apply(values, offset);
        }
    }
}
