package ganglion.scenario.expect;

import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.Expectation;
import ganglion.scenario.ExpectationOutcome;
import ganglion.scenario.data.DataFileException;
import ganglion.scenario.data.RasterFile;
import java.util.Map;
import java.util.Optional;

/** Checks spikes against a golden raster, to the tick. */
final class RasterCheck {

    private final Evidence evidence;
    private final RasterFile golden;

    private RasterCheck(Evidence evidence, RasterFile golden) {
        this.evidence = evidence;
        this.golden = golden;
    }

    static ExpectationOutcome check(Expectation.GoldenRaster expectation, Evidence evidence) {
        Optional<String> departure = departure(expectation, evidence);
        return new ExpectationOutcome(
                expectation.pointer(),
                "spikes equal to " + expectation.file(),
                departure.isEmpty(),
                departure.orElse("the same spikes"),
                "the same spikes");
    }

    private static Optional<String> departure(Expectation.GoldenRaster expectation, Evidence evidence) {
        try {
            RasterFile golden = RasterFile.read(expectation.file().resolved());
            return new RasterCheck(evidence, golden).departure();
        } catch (DataFileException e) {
            return Optional.of("no usable golden raster (" + e.getMessage() + ")");
        }
    }

    /** Where the run first departs from the golden raster: in its frame, or at a spike. */
    private Optional<String> departure() {
        return frameDeparture()
                .or(() -> golden.rasters().entrySet().stream()
                        .flatMap(entry -> populationDeparture(entry).stream())
                        .findFirst());
    }

    private Optional<String> frameDeparture() {
        double tickSeconds = evidence.clock().tickSeconds();
        SimulationResult result = evidence.result();
        if (golden.tickSeconds() != tickSeconds) {
            return Optional.of("a tick of " + Wording.time(tickSeconds) + ", the golden raster has "
                    + Wording.time(golden.tickSeconds()));
        }
        return golden.ticks() == result.ticks()
                ? Optional.empty()
                : Optional.of(result.ticks() + " ticks, the golden raster has " + golden.ticks());
    }

    private Optional<String> populationDeparture(Map.Entry<String, SpikeRaster> entry) {
        String name = entry.getKey();
        boolean exists = evidence.result().network().populations().stream()
                .anyMatch(population -> population.name().equals(name));
        if (!exists) {
            return Optional.of("no population " + name + ", which the golden raster has");
        }
        SpikeRaster found = evidence.result().spikesOf(name);
        SpikeRaster wanted = entry.getValue();
        if (found.neuronCount() != wanted.neuronCount()) {
            return Optional.of(
                    found.neuronCount() + " neurons in " + name + ", the golden raster has " + wanted.neuronCount());
        }
        return found.equals(wanted) ? Optional.empty() : Optional.of(spikeDeparture(name, found, wanted));
    }

    private static String spikeDeparture(String name, SpikeRaster found, SpikeRaster wanted) {
        int shorter = Math.min(found.size(), wanted.size());
        int i = 0;
        while (i < shorter && found.tick(i) == wanted.tick(i) && found.neuron(i) == wanted.neuron(i)) {
            i++;
        }
        boolean extra = i == wanted.size() || i < found.size() && isBefore(found, wanted, i);
        SpikeRaster odd = extra ? found : wanted;
        return (extra ? "a spike too many" : "a spike missing") + " in " + name + " at tick " + odd.tick(i)
                + ", neuron " + odd.neuron(i) + " (" + found.size() + " spikes, the golden raster has " + wanted.size()
                + ")";
    }

    private static boolean isBefore(SpikeRaster found, SpikeRaster wanted, int i) {
        return found.tick(i) != wanted.tick(i) ? found.tick(i) < wanted.tick(i) : found.neuron(i) < wanted.neuron(i);
    }
}
