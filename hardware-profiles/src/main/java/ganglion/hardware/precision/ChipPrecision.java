package ganglion.hardware.precision;

import ganglion.hardware.chip.Limits;
import ganglion.hardware.figure.Figure;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The bits that a chip has for a network. What is not known stays as the network has it.
 *
 * @param weightBits bits of a weight, sign included
 * @param stateBits bits of a membrane potential, sign included
 * @param longestDelayTicks longest delay
 */
public record ChipPrecision(OptionalInt weightBits, OptionalInt stateBits, OptionalInt longestDelayTicks) {

    /** What the limits of a chip say. */
    public static ChipPrecision of(Limits limits) {
        return new ChipPrecision(whole(limits.weightBits()), whole(limits.stateBits()), whole(limits.delayTicks()));
    }

    private static OptionalInt whole(Optional<Figure> figure) {
        return figure.map(found -> OptionalInt.of((int) found.value())).orElse(OptionalInt.empty());
    }

    /** Largest number that so many bits hold with a sign. */
    static long largest(int bits) {
        return (1L << bits - 1) - 1;
    }
}
