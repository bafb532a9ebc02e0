package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.documents.quantity.Dimension;
import ganglion.gallery.GalleryRuns.Kept;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * The rate of each neuron of some populations as a curve.
 *
 * @param title what is drawn
 * @param populations a curve each
 * @param across what the neurons differ in
 */
record CurveDrawing(@JsonProperty(required = true) String title, List<String> populations, Across across)
        implements GalleryDrawing {

    /** Refuses a curve of nothing; numbers neurons if nothing else is said. */
    public CurveDrawing {
        MembraneDrawing.checkSome(populations);
        across = across == null ? Across.NUMBERS : across;
    }

    @Override
    public String svg(GalleryRuns runs) {
        Kept kept = runs.first();
        Chart chart = new Chart(title, across.axis(), Axis.of("", Dimension.FREQUENCY, Axis.Range.FROM_ZERO))
                .size(WIDTH, HEIGHT);
        for (String population : populations) {
            chart.series(populations.size() == 1 ? "" : population, Look.JOINED, marks(kept, population));
        }
        return chart.svg();
    }

    private List<Mark> marks(Kept kept, String population) {
        SpikeRaster raster = kept.run().result().spikes().get(kept.population(population));
        double[] xs = across.ofNeurons(kept, population, raster.neuronCount());
        int[] counts = raster.countsByNeuron(0, kept.run().ranTicks());
        double seconds = kept.run().clock().seconds(kept.run().ranTicks());
        List<Mark> marks = new ArrayList<>();
        for (int neuron = 0; neuron < xs.length; neuron++) {
            marks.add(new Mark(xs[neuron], counts[neuron] / seconds, kept.neuronName(population, neuron)));
        }
        return marks;
    }
}
