package ganglion.live.event;

import java.util.List;

/**
 * Figures of the last second of sound.
 *
 * @param tick the first tick after it
 * @param rates firing of each population
 * @param devices what the second cost on each device
 * @param latency of all ticks of the session so far
 * @param processorLoad share of one processor that this process took, 0 up to the number of processors
 * @param lostSamples samples of the session so far that the source could not deliver
 */
public record LiveSecond(
        long tick,
        List<PopulationRate> rates,
        List<DevicePower> devices,
        LatencyFigures latency,
        double processorLoad,
        long lostSamples)
        implements LiveEvent {

    public LiveSecond {
        rates = List.copyOf(rates);
        devices = List.copyOf(devices);
    }
}
