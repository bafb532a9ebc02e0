package ganglion.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.ExpectationOutcome.RasterDivergence;
import java.util.List;

/** Draws rasters that diverge from the expected ones: both, around the first difference. */
final class DivergenceDrawing {

    private static final int NEURONS_AROUND = 20;
    private static final int TICKS_AROUND = 60;
    /** With more spikes, marks overlap; fewer ticks are drawn then. */
    private static final int MOST_SPIKES = 600;

    private DivergenceDrawing() {}

    /** One drawing per outcome whose raster diverges. */
    static ArrayNode of(List<ExpectationOutcome> outcomes) {
        ArrayNode drawings = JsonNodeFactory.instance.arrayNode();
        outcomes.forEach(outcome -> outcome.departure()
                .ifPresent(departure -> drawings.add(of(departure).put("pointer", outcome.pointer()))));
        return drawings;
    }

    private static ObjectNode of(RasterDivergence departure) {
        int lowest = Math.max(0, departure.neuron() - NEURONS_AROUND);
        int highest = Math.min(departure.found().neuronCount() - 1, departure.neuron() + NEURONS_AROUND);
        long ticks = ticksAround(departure);
        long from = Math.max(0, departure.tick() - ticks);
        long until = departure.tick() + ticks + 1;
        ObjectNode drawing = JsonNodeFactory.instance.objectNode();
        drawing.put("population", departure.population());
        drawing.put("tick", departure.tick());
        drawing.put("neuron", departure.neuron());
        drawing.put("fromTick", from);
        drawing.put("untilTick", until);
        drawing.put("lowestNeuron", lowest);
        drawing.put("highestNeuron", highest);
        drawing.set("found", spikes(departure.found().between(from, until), lowest, highest));
        drawing.set("wanted", spikes(departure.wanted().between(from, until), lowest, highest));
        return drawing;
    }

    /** Number of ticks to draw on each side, so that the marks of all neurons stay apart. */
    private static long ticksAround(RasterDivergence departure) {
        long ticks = TICKS_AROUND;
        while (ticks > 4 && spikesWithin(departure, ticks) > MOST_SPIKES) {
            ticks /= 2;
        }
        return ticks;
    }

    private static int spikesWithin(RasterDivergence departure, long ticks) {
        long from = Math.max(0, departure.tick() - ticks);
        long until = departure.tick() + ticks + 1;
        return departure.found().between(from, until).size()
                + departure.wanted().between(from, until).size();
    }

    /** Spikes as tick, neuron, tick, neuron ... */
    private static ArrayNode spikes(SpikeRaster raster, int lowest, int highest) {
        ArrayNode spikes = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < raster.size() && spikes.size() < 2 * MOST_SPIKES; i++) {
            if (raster.neuron(i) >= lowest && raster.neuron(i) <= highest) {
                spikes.add(raster.tick(i)).add(raster.neuron(i));
            }
        }
        return spikes;
    }
}
