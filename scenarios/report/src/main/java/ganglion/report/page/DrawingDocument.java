package ganglion.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.report.spikes.RecordedSpikes.PopulationSpikes;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.ExpectationOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The data of the drawings of a page: rasters, spectrograms and membrane potentials, packed. */
public final class DrawingDocument {

    private DrawingDocument() {}

    /**
     * The data of all panels.
     *
     * @param clips clips of the run; those of sound are drawn, input by input
     * @param spikes the spikes of spikes.csv, all of which are drawn
     * @param membranes recorded membrane potentials
     * @param outcomes expectations; rasters that diverge are drawn
     * @return with an empty list {@code curves}
     */
    public static ObjectNode of(
            List<Clip> clips, RecordedSpikes spikes, List<MembraneTrace> membranes, List<ExpectationOutcome> outcomes) {
        long ticks = spikes.ticks();
        ObjectNode drawing = JsonNodeFactory.instance.objectNode();
        ArrayNode hearings = drawing.putArray("hearings");
        clips.stream()
                .filter(Clip::isSound)
                .collect(Collectors.groupingBy(Clip::input, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(sounds -> hearings.add(new CochleaImages(sounds, ticks).toJson()));
        ArrayNode rasters = drawing.putArray("rasters");
        for (PopulationSpikes population : spikes.populations()) {
            ObjectNode raster = rasters.addObject();
            raster.put("population", population.population());
            raster.put("spikes", population.raster().size());
            raster.put("packed", packed(population.raster()));
        }
        ArrayNode images = drawing.putArray("membranes");
        membranes.forEach(trace -> images.add(MembraneImage.of(trace, ticks)));
        drawing.putArray("curves");
        drawing.set("departures", DivergenceDrawing.of(outcomes));
        return drawing;
    }

    /**
     * Ticks first, each as the difference to the one before; then neurons, each as the difference to the one before in the
     * same tick. Small differences compress best: about 1.5 bytes per spike of a busy raster.
     */
    private static String packed(SpikeRaster raster) {
        PackedBytes bytes = new PackedBytes();
        long tick = 0;
        for (int i = 0; i < raster.size(); i++) {
            bytes.addNumber(raster.tick(i) - tick);
            tick = raster.tick(i);
        }
        for (int i = 0; i < raster.size(); i++) {
            boolean sameTick = i > 0 && raster.tick(i) == raster.tick(i - 1);
            bytes.addNumber(raster.neuron(i) - (sameTick ? raster.neuron(i - 1) : 0));
        }
        return bytes.toBase64();
    }
}
