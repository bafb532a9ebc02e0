package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.gallery.GalleryRuns.Kept;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.scenario.result.Clip;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure of a population for each clip that is played.
 *
 * @param title what is drawn
 * @param population whose spikes count
 * @param figure of each clip
 * @param across what the clips differ in
 */
record ClipsDrawing(
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String population,
        SpikeFigure figure,
        Across across)
        implements GalleryDrawing {

    /** Numbers clips if nothing else is said. */
    public ClipsDrawing {
        across = across == null ? Across.NUMBERS : across;
    }

    @Override
    public String svg(GalleryRuns runs) {
        Kept kept = runs.first();
        SpikeRaster raster = kept.run().result().spikes().get(kept.population(population));
        List<Clip> clips = kept.clips();
        double[] xs = across.of(clips.size());
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < xs.length; i++) {
            double x = xs[i];
            Clip clip = clips.get(i);
            figure.of(raster, clip.fromTick(), clip.untilTick(), kept.run().clock())
                    .ifPresent(y -> marks.add(new Mark(x, y, clip.file())));
        }
        marks.sort((one, other) -> Double.compare(one.x(), other.x()));
        return new Chart(title, across.axis(), figure.axis())
                .size(WIDTH, HEIGHT)
                .series("", Look.JOINED, marks)
                .svg();
    }
}
