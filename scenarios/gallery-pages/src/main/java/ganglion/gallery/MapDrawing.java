package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.gallery.GalleryRuns.Kept;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Cell;
import ganglion.scenario.result.Clip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Spikes of each neuron of a population, in each run of a sweep or in each clip, as a map.
 *
 * @param title what is drawn
 * @param population its neurons are the rows
 * @param of what the columns are
 * @param across name of the horizontal axis
 * @param columns names of the columns; empty for labels of clips, or numbers
 */
record MapDrawing(
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String population,
        Columns of,
        @JsonProperty(required = true) String across,
        List<String> columns)
        implements GalleryDrawing {

    private static final int CELL_WIDTH = 34;
    private static final int CELL_HEIGHT = 32;
    /** The lightest cell is not white, so that it shows. */
    private static final double PALEST = 0.08;

    /** What the columns of a map are. */
    enum Columns {
        RUNS,
        CLIPS
    }

    @Override
    public boolean drawsAllRuns() {
        return of == Columns.RUNS;
    }

    @Override
    public String svg(GalleryRuns runs) {
        Kept first = runs.first();
        List<int[]> counts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (of == Columns.CLIPS) {
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
        double most = counts.stream().flatMapToInt(Arrays::stream).max().orElse(1);
        int neurons = raster(first).neuronCount();
        List<String> rows = IntStream.range(0, neurons)
                .mapToObj(neuron -> first.neuronName(population, neuron))
                .toList();
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < counts.size(); column++) {
            for (int neuron = 0; neuron < neurons; neuron++) {
                int spikes = counts.get(column)[neuron];
                cells.add(Cell.at(
                        column,
                        neuron,
                        PALEST + (1 - PALEST) * spikes / Math.max(1, most),
                        spikes == 0 ? "" : Integer.toString(spikes),
                        rows.get(neuron) + ", " + shown.get(column) + ": " + spikes,
                        false));
            }
        }
        return new Chart(title, Axis.ofNames(across, shown), Axis.ofNames(population, rows))
                .size(Math.max(WIDTH, CELL_WIDTH * counts.size()), CELL_HEIGHT * neurons)
                .cells(cells)
                .svg();
    }

    private SpikeRaster raster(Kept kept) {
        return kept.run().result().spikes().get(kept.population(population));
    }
}
