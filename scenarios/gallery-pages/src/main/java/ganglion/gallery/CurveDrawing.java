package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.documents.quantity.Dimension;
import ganglion.gallery.GalleryRuns.Kept;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
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

    /**
     * What a curve is drawn over.
     *
     * @param name of the axis, with its unit
     * @param values a value for each neuron; empty to number them, or for those of a parameter
     * @param parameter empty, or the parameter of the neurons whose values these are; only {@code bias} so far
     */
    record Across(@JsonProperty(required = true) String name, List<Double> values, String parameter) {

        /** The numbers of neurons. */
        static final Across NUMBERS = new Across("neuron", List.of(), "");

        Axis axis() {
            return Axis.ofNumbers(name, Axis.Range.TIGHT);
        }

        /** The values of the first neurons of a population, one for each. */
        double[] ofNeurons(Kept kept, String population, int neurons) {
            if (parameter.isEmpty()) {
                return numbers(neurons);
            }
            NeuronModel model = kept.run()
                    .network()
                    .populations()
                    .get(kept.population(population))
                    .model();
            if (!parameter.equals("bias") || model.plainLif().isEmpty()) {
                throw new IllegalArgumentException("found the parameter \"" + parameter + "\" of " + population
                        + ", expected bias of a lif population");
            }
            NeuronValues bias = model.plainLif().get().bias();
            double[] each = new double[neurons];
            for (int i = 0; i < neurons; i++) {
                each[i] = bias.at(i);
            }
            return each;
        }

        /** The given values, or the numbers from 0 up. */
        private double[] numbers(int count) {
            if (!values.isEmpty() && values.size() != count) {
                throw new IllegalArgumentException("found " + values.size() + " values, expected " + count);
            }
            double[] each = new double[count];
            for (int i = 0; i < count; i++) {
                each[i] = values.isEmpty() ? i : values.get(i);
            }
            return each;
        }
    }
}
