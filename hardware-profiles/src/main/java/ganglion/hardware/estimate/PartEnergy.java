package ganglion.hardware.estimate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The energy of one part.
 *
 * @param joules absent if a figure that it needs is missing
 * @param missing the missing figures and why they are, human-readable; empty if none is
 * @param remark what is to be known of the part, such as that it is within another one; empty if nothing
 */
public record PartEnergy(OptionalDouble joules, List<String> missing, String remark) {

    /** Nothing is spent. */
    public static final PartEnergy NONE = of(0);

    /** Takes a copy of the list. */
    public PartEnergy {
        missing = List.copyOf(missing);
    }

    /** A known energy. */
    public static PartEnergy of(double joules) {
        return new PartEnergy(OptionalDouble.of(joules), List.of(), "");
    }

    /** A known energy with something to know of it. */
    public static PartEnergy of(double joules, String remark) {
        return new PartEnergy(OptionalDouble.of(joules), List.of(), remark);
    }

    /** The same with something to know of it. */
    PartEnergy remarked(String other) {
        return new PartEnergy(joules, missing, other);
    }

    /** An energy that cannot be told. */
    public static PartEnergy unknown(List<String> missing) {
        return new PartEnergy(OptionalDouble.empty(), missing, "");
    }
}
