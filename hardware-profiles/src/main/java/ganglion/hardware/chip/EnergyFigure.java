package ganglion.hardware.chip;

import ganglion.documents.key.Worded;
import ganglion.hardware.figure.Figure;
import java.util.Set;

/**
 * The energy of an operation, and what else was in the measurement that it comes from.
 *
 * @param figure joules for one operation
 * @param accounting whether it is the cost of one more operation, or of the whole chip divided by a rate
 * @param covers other operations whose energy is within this figure and must not be added again
 * @param fanOut synaptic operations that one of these sets off where the figure was measured; {@link Long#MAX_VALUE} if that does not matter
 */
public record EnergyFigure(Figure figure, Accounting accounting, Set<Operation> covers, long fanOut) {

    public EnergyFigure {
        covers = Set.copyOf(covers);
    }

    /** Of an operation whose energy does not depend on what it sets off. */
    public EnergyFigure(Figure figure, Accounting accounting, Set<Operation> covers) {
        this(figure, accounting, covers, Long.MAX_VALUE);
    }

    /**
     * What an energy per operation contains. The two must never be added up in one total: on TrueNorth's own measurements
     * the sum has errors from -40 to +256 %.
     */
    public enum Accounting implements Worded {
        /** The energy of one more operation, on top of what the chip draws anyway. */
        MARGINAL,
        /** Power of the whole chip divided by the rate of operations at one operating point; static power is in it. */
        ALL_IN;
    }
}
