package ganglion.hardware.dense;

import ganglion.hardware.chip.LayerKind;

/**
 * One layer of a dense network, in one pass.
 *
 * @param kind how its weights are used
 * @param multiplyAccumulates products of a weight and an input
 * @param outputs numbers that it gives
 * @param weights weights that are read
 */
public record LayerWork(LayerKind kind, long multiplyAccumulates, long outputs, long weights) {

    /** @throws IllegalArgumentException if a number is negative */
    public LayerWork {
        if (multiplyAccumulates < 0 || outputs < 0 || weights < 0) {
            throw new IllegalArgumentException("found a layer with a negative count");
        }
    }

    /** A full matrix. */
    public static LayerWork dense(long inputs, long outputs) {
        long products = Math.multiplyExact(inputs, outputs);
        return new LayerWork(LayerKind.DENSE, products, outputs, products);
    }
}
