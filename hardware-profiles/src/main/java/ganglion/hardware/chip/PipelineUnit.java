package ganglion.hardware.chip;

import ganglion.hardware.figure.Figure;
import java.util.Map;
import java.util.Objects;

/**
 * One of several models of a stage that a core offers, such as synapses in a convolution's layout. Operations done for a
 * population in this unit are priced by the unit's figures, and by the chip's where the unit has none.
 *
 * @param name unique in its chip
 * @param stage where in the pipeline
 * @param energy joules of the stage's operations
 * @param time seconds of the stage's operations
 */
public record PipelineUnit(
        String name, PipelineStage stage, Map<Operation, EnergyFigure> energy, Map<Operation, Figure> time) {

    /** Takes copies of the maps. */
    public PipelineUnit {
        Objects.requireNonNull(stage, "stage");
        energy = Map.copyOf(energy);
        time = Map.copyOf(time);
    }
}
