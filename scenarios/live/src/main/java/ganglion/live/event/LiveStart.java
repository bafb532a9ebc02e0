package ganglion.live.event;

import java.util.List;

/**
 * A session begins, with a scenario or with another one than before.
 *
 * @param tick its first tick
 * @param scenario name of the scenario
 * @param description what it shows; may be empty
 * @param source where the sound comes from, in words
 * @param tickSeconds length of a tick, which is the hop of the ear
 * @param sampleRateHertz of the ear
 * @param bandHertz centre frequency of each band of the ear, lowest first
 * @param populations all of the network, inputs first; neurons are numbered through in this order
 * @param classes what is decided between; empty if the scenario decides nothing
 * @param devices the chips and processors on which the session is costed
 * @param adjustments what may be changed while it runs
 */
public record LiveStart(
        long tick,
        String scenario,
        String description,
        String source,
        double tickSeconds,
        double sampleRateHertz,
        List<Double> bandHertz,
        List<PopulationShape> populations,
        List<String> classes,
        List<String> devices,
        List<Adjustment> adjustments)
        implements LiveEvent {

    public LiveStart {
        bandHertz = List.copyOf(bandHertz);
        populations = List.copyOf(populations);
        classes = List.copyOf(classes);
        devices = List.copyOf(devices);
        adjustments = List.copyOf(adjustments);
    }
}
