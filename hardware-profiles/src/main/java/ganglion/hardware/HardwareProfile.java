package ganglion.hardware;

import ganglion.hardware.figure.Figure;
import ganglion.hardware.profile.EnergyFigure;
import ganglion.hardware.profile.Execution;
import ganglion.hardware.profile.Limits;
import ganglion.hardware.profile.Measurement;
import ganglion.hardware.profile.Mesh;
import ganglion.hardware.profile.Operation;
import ganglion.hardware.profile.TimeModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One chip as a document describes it. A figure that is unknown is absent, never zero.
 *
 * @param name short name, as used in scenarios: lower-case letters, digits and hyphens
 * @param title full name with process and voltage
 * @param description what this profile stands for
 * @param includes what the totals contain, for people
 * @param excludes what the totals leave out, for people
 * @param execution whether work follows spikes, or the equivalent dense network runs in every tick
 * @param mesh how the cores lie, where the chip has more than one
 * @param limits what fits
 * @param timeModel how ticks pass
 * @param staticPower watts that one chip draws whatever it does, where known
 * @param energy joules of each operation, where known
 * @param time seconds of each operation, where known
 * @param unmodelled costs that belong in a total but have no figure, for people; any of them leaves a total unknown
 * @param measurements published measurements of the whole chip
 */
public record HardwareProfile(
        String name,
        String title,
        String description,
        String includes,
        String excludes,
        Execution execution,
        Mesh mesh,
        Limits limits,
        TimeModel timeModel,
        Optional<Figure> staticPower,
        Map<Operation, EnergyFigure> energy,
        Map<Operation, Figure> time,
        List<String> unmodelled,
        List<Measurement> measurements) {

    public HardwareProfile {
        energy = Map.copyOf(energy);
        time = Map.copyOf(time);
        unmodelled = List.copyOf(unmodelled);
        measurements = List.copyOf(measurements);
    }
}
