package ganglion.scenario.expect;

import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import ganglion.scenario.Expectation;
import ganglion.scenario.ExpectationOutcome;
import ganglion.scenario.RasterDeparture;
import ganglion.scenario.data.DataFileException;
import ganglion.scenario.data.RasterFile;
import java.util.Map;
import java.util.Optional;

/** Checks spikes against a golden raster, to the tick. */
public final class RasterCheck {

    private static final String SAME = "the same spikes";

    private final Clock clock;
    private final SimulationResult result;
    private final RasterFile golden;

    private RasterCheck(Clock clock, SimulationResult result, RasterFile golden) {
        this.clock = clock;
        this.result = result;
        this.golden = golden;
    }

    /**
     * Where a run departs from a golden raster.
     *
     * @param text in words
     * @param place the first spike that differs; absent where the rasters cannot be of the same network
     */
    public record Difference(String text, Optional<RasterDeparture> place) {

        static Difference ofFrame(String text) {
            return new Difference(text, Optional.empty());
        }
    }

    static ExpectationOutcome check(Expectation.GoldenRaster expectation, Evidence evidence) {
        Optional<Difference> difference = difference(expectation, evidence);
        return new ExpectationOutcome(
                expectation.pointer(),
                "spikes equal to " + expectation.file(),
                difference.isEmpty(),
                difference.map(Difference::text).orElse(SAME),
                SAME,
                difference.flatMap(Difference::place));
    }

    private static Optional<Difference> difference(Expectation.GoldenRaster expectation, Evidence evidence) {
        try {
            RasterFile golden = RasterFile.read(expectation.file().resolved());
            return difference(evidence.clock(), evidence.result(), golden);
        } catch (DataFileException e) {
            return Optional.of(Difference.ofFrame("no usable golden raster (" + e.getMessage() + ")"));
        }
    }

    /** Where a run first departs from a golden raster: in its frame, or at a spike; absent if nowhere. */
    public static Optional<Difference> difference(Clock clock, SimulationResult result, RasterFile golden) {
        RasterCheck check = new RasterCheck(clock, result, golden);
        return check.frameDifference().map(Difference::ofFrame).or(check::spikeDifference);
    }

    /** How a golden raster cannot be of a run's network, clock and duration; absent if it can. */
    static Optional<String> frameDifference(Clock clock, SimulationResult result, RasterFile golden) {
        return new RasterCheck(clock, result, golden).frameDifference();
    }

    /** How the golden raster cannot be of the run's network, clock and duration; absent if it can. */
    private Optional<String> frameDifference() {
        if (golden.tickSeconds() != clock.tickSeconds()) {
            return Optional.of("a tick of " + Wording.time(clock.tickSeconds()) + ", the golden raster has "
                    + Wording.time(golden.tickSeconds()));
        }
        if (golden.ticks() != result.ticks()) {
            return Optional.of(result.ticks() + " ticks, the golden raster has " + golden.ticks());
        }
        return golden.rasters().entrySet().stream()
                .flatMap(entry -> populationDifference(entry).stream())
                .findFirst();
    }

    private Optional<String> populationDifference(Map.Entry<String, SpikeRaster> entry) {
        String name = entry.getKey();
        boolean exists = result.network().populations().stream()
                .anyMatch(population -> population.name().equals(name));
        if (!exists) {
            return Optional.of("no population " + name + ", which the golden raster has");
        }
        int neurons = result.spikesOf(name).neuronCount();
        int wanted = entry.getValue().neuronCount();
        return neurons == wanted
                ? Optional.empty()
                : Optional.of(neurons + " neurons in " + name + ", the golden raster has " + wanted);
    }

    private Optional<Difference> spikeDifference() {
        return golden.rasters().entrySet().stream()
                .filter(entry -> !result.spikesOf(entry.getKey()).equals(entry.getValue()))
                .map(entry -> spikeDifference(entry.getKey(), result.spikesOf(entry.getKey()), entry.getValue()))
                .findFirst();
    }

    private static Difference spikeDifference(String name, SpikeRaster found, SpikeRaster wanted) {
        int shorter = Math.min(found.size(), wanted.size());
        int i = 0;
        while (i < shorter && found.tick(i) == wanted.tick(i) && found.neuron(i) == wanted.neuron(i)) {
            i++;
        }
        boolean extra = i == wanted.size() || i < found.size() && isBefore(found, wanted, i);
        SpikeRaster odd = extra ? found : wanted;
        String text = (extra ? "a spike too many" : "a spike missing") + " in " + name + " at tick " + odd.tick(i)
                + ", neuron " + odd.neuron(i) + " (" + found.size() + " spikes, the golden raster has " + wanted.size()
                + ")";
        return new Difference(text, Optional.of(new RasterDeparture(name, odd.tick(i), odd.neuron(i), found, wanted)));
    }

    private static boolean isBefore(SpikeRaster found, SpikeRaster wanted, int i) {
        return found.tick(i) != wanted.tick(i) ? found.tick(i) < wanted.tick(i) : found.neuron(i) < wanted.neuron(i);
    }
}
