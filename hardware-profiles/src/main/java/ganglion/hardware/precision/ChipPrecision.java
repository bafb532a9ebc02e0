package ganglion.hardware.precision;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.figure.Figure;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The bits of a chip for weights, membranes and delays. Where they are unknown, the network stays unchanged.
 *
 * @param weightBits bits of a weight, sign included
 * @param stateBits bits of a membrane potential, sign included
 * @param longestDelayTicks longest delay
 */
public record ChipPrecision(OptionalInt weightBits, OptionalInt stateBits, OptionalInt longestDelayTicks) {

    /** The precision in the limits of a chip. */
    public static ChipPrecision of(ChipLimits limits) {
        return new ChipPrecision(
                whole(limits.of(Limit.WEIGHT_BITS)),
                whole(limits.of(Limit.STATE_BITS)),
                whole(limits.of(Limit.DELAY_TICKS)));
    }

    private static OptionalInt whole(Optional<Figure> figure) {
        return figure.map(found -> OptionalInt.of((int) found.value())).orElse(OptionalInt.empty());
    }

    /** Largest signed number of the given number of bits. */
    static long largest(int bits) {
        return (1L << bits - 1) - 1;
    }
}
