package ganglion.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.gallery.GalleryRuns.Kept;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.report.chart.Axis;
import java.util.List;

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
