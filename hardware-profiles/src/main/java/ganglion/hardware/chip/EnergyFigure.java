package ganglion.hardware.chip;

import ganglion.hardware.figure.Accounting;
import ganglion.hardware.figure.Figure;
import java.util.Set;

/**
 * The energy of an operation, and what else was in the measurement that it comes from.
 *
 * @param figure joules for one operation
 * @param accounting whether it is the cost of one more operation, or of the whole chip divided by a rate
 * @param covers other operations whose energy is within this figure and must not be added again
 */
public record EnergyFigure(Figure figure, Accounting accounting, Set<Operation> covers) {

    public EnergyFigure {
        covers = Set.copyOf(covers);
    }
}
