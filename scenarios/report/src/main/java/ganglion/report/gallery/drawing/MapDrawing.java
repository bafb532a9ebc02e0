package ganglion.report.gallery.drawing;

import ganglion.kernel.event.SpikeRaster;
import ganglion.report.chart.Axis;
import ganglion.report.chart.HeatMap;
import ganglion.report.chart.HeatMap.Cell;
import ganglion.report.gallery.drawing.GalleryRuns.Kept;
import ganglion.scenario.result.Clip;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Spikes of each neuron of a population, in each run of a sweep or in each clip, as a map.
 *
 * @param title what is drawn
 * @param population its neurons are the rows
 * @param byClip whether the columns are clips, not runs
 * @param across name of the horizontal axis
 * @param columns names of the columns; empty for labels of clips, or numbers
 */
public record MapDrawing(String title, String population, boolean byClip, String across, List<String> columns)
        implements GalleryDrawing {

    /** Takes a copy of the list. */
    public MapDrawing {
        columns = List.copyOf(columns);
    }

    @Override
    public boolean drawsAllRuns() {
        return !byClip;
    }

    @Override
    public String svg(GalleryRuns runs) {
        Kept first = runs.first();
        List<int[]> counts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (byClip) {
            SpikeRaster raster = raster(first);
            for (Clip clip : first.clips()) {
                counts.add(raster.countsByNeuron(clip.fromTick(), clip.untilTick()));
                names.add(clip.label());
            }
        } else {
            for (Kept kept : runs.runs()) {
                counts.add(raster(kept).countsByNeuron(0, kept.run().ranTicks()));
                names.add(Integer.toString(names.size()));
            }
        }
        if (!columns.isEmpty() && columns.size() != counts.size()) {
            throw new IllegalArgumentException(
                    "found " + columns.size() + " names of columns, expected " + counts.size());
        }
        List<String> shown = columns.isEmpty() ? names : columns;
        List<String> rows = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (int neuron = 0; neuron < raster(first).neuronCount(); neuron++) {
            String row = first.neuronName(population, neuron);
            List<Cell> line = new ArrayList<>();
            for (int i = 0; i < counts.size(); i++) {
                int spikes = counts.get(i)[neuron];
                line.add(new Cell(OptionalDouble.of(spikes), false, row + ", " + shown.get(i) + ": " + spikes));
            }
            rows.add(row);
            cells.add(line);
        }
        Axis scale =
                Axis.of("", (value, digits) -> value == 0 ? "" : Long.toString((long) value), Axis.Range.FROM_ZERO);
        return new HeatMap(title, scale, across, shown, population, rows, cells).svg();
    }

    private SpikeRaster raster(Kept kept) {
        return kept.run().result().spikes().get(kept.population(population));
    }
}
