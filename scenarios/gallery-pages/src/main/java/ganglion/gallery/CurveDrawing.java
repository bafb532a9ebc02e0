package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.gallery.GalleryRuns.Kept;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.LifParameters;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure of each neuron of some populations as a curve, beside what theory says.
 *
 * @param title what is drawn
 * @param populations a curve each
 * @param figure of each neuron
 * @param across what the neurons differ in
 * @param from seconds; absent for the start
 * @param until seconds; absent for the end
 * @param theory null for none; of a lif population's rate, from its first population's parameters
 */
record CurveDrawing(
        @JsonProperty(required = true) String title,
        List<String> populations,
        SpikeFigure figure,
        Across across,
        OptionalDouble from,
        OptionalDouble until,
        Theory theory)
        implements GalleryDrawing {

    private static final int POINTS = 400;

    /** Refuses a curve of nothing; numbers neurons if nothing else is said. */
    public CurveDrawing {
        MembraneDrawing.checkSome(populations);
        across = across == null ? Across.NUMBERS : across;
    }

    @Override
    public String svg(GalleryRuns runs) {
        Kept kept = runs.first();
        Chart chart = new Chart(title, across.axis(), figure.axis()).size(WIDTH, HEIGHT);
        if (theory != null) {
            chart.series(theory.title(), Look.LINE, curve(kept));
        }
        for (String population : populations) {
            chart.series(
                    populations.size() == 1 && theory == null ? "" : population,
                    theory != null ? Look.DOTS : Look.JOINED,
                    marks(kept, population));
        }
        return chart.svg();
    }

    private List<Mark> marks(Kept kept, String population) {
        SpikeRaster raster = kept.run().result().spikes().get(kept.population(population));
        double[] xs = across.ofNeurons(kept, population, raster.neuronCount());
        long[] ticks = kept.ticks(from, until);
        List<OptionalDouble> ys =
                figure.ofNeurons(raster, ticks[0], ticks[1], kept.run().clock());
        List<Mark> marks = new ArrayList<>();
        for (int neuron = 0; neuron < xs.length; neuron++) {
            double x = xs[neuron];
            String hint = kept.neuronName(population, neuron);
            ys.get(neuron).ifPresent(y -> marks.add(new Mark(x, y, hint)));
        }
        return marks;
    }

    private List<Mark> curve(Kept kept) {
        String name = populations.get(0);
        Population population = kept.run().network().populations().get(kept.population(name));
        Optional<LifParameters> lif = population.model().plainLif();
        if (lif.isEmpty() || figure != SpikeFigure.RATE) {
            throw new IllegalArgumentException("found a theory of the rate of lif neurons for the " + figure.title()
                    + " of " + name + ", expected a rate of such neurons");
        }
        if (across.parameter().isEmpty()) {
            throw new IllegalArgumentException("found a theory of the input across \"" + across.name()
                    + "\", expected across: {parameter: bias}, which is the input");
        }
        theory.check(lif.get());
        double[] xs = across.ofNeurons(kept, name, population.size());
        double low = Arrays.stream(xs).min().orElseThrow();
        double high = Arrays.stream(xs).max().orElseThrow();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            double x = low + (high - low) * i / (POINTS - 1);
            marks.add(new Mark(x, theory.of(lif.get(), kept.run().clock(), x)));
        }
        return marks;
    }
}
