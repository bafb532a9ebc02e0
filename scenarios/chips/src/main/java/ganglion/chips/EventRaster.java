package ganglion.chips;

import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.data.RasterFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** Output events of a chip, gathered to a raster. */
final class EventRaster {

    /** Seconds by which a written time may be off. The period of a clock is longer. */
    private static final double PRECISION = 1e-12;

    /** After hours of a run a double is coarser than that. This many units in the last place cover the rounding of a division. */
    private static final int ULPS = 4;

    private final RasterFile frame;

    private final Map<String, SpikeRaster.Builder> builders = new LinkedHashMap<>();

    /** @param frame a raster of the same tick, duration and populations, which are in the order of their rows */
    EventRaster(RasterFile frame) {
        this.frame = frame;
        frame.rasters().forEach((name, raster) -> builders.put(name, SpikeRaster.builder(raster.neuronCount())));
    }

    /** Neurons of all populations. */
    int neurons() {
        return frame.rasters().values().stream()
                .mapToInt(SpikeRaster::neuronCount)
                .sum();
    }

    /**
     * Adds an event; one after the end is left out.
     *
     * @return whether it was added
     */
    boolean add(double seconds, int row) {
        double error = Math.max(PRECISION, ULPS * Math.ulp(seconds));
        long tick = (long) ((seconds + error) / frame.tickSeconds());
        if (tick >= frame.ticks()) {
            return false;
        }
        int neuron = row;
        for (Map.Entry<String, SpikeRaster> each : frame.rasters().entrySet()) {
            int size = each.getValue().neuronCount();
            if (neuron < size) {
                builders.get(each.getKey()).add(tick, neuron);
                break;
            }
            neuron -= size;
        }
        return true;
    }

    /** The raster; several spikes of a neuron in one tick are one. */
    RasterFile merged() {
        Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
        builders.forEach((name, builder) -> rasters.put(name, builder.buildMerged()));
        return new RasterFile(frame.tickSeconds(), frame.ticks(), rasters);
    }
}
