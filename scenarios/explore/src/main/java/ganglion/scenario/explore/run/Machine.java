package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.scenario.experiment.Classification;
import java.util.Locale;

/**
 * What a search may use of the machine. Has no influence on what it finds in a number of trials.
 *
 * @param threads networks that are trained at once, at most
 * @param memoryBytes memory for samples and trainings
 */
public record Machine(int threads, long memoryBytes) {

    /** Most threads. */
    public static final int MOST_THREADS = 1024;

    /** For the model, its optimiser, the simulator, and what else a training needs. */
    private static final long BASE_BYTES = 48L << 20;

    /** Copies of what each neuron does in each step: potentials, currents, spikes, gradients, and their sums. */
    private static final int COPIES = 8;

    private static final double MEGABYTE = 1e6;

    /**
     * Looks whether there is room for a training of a network of this size at all. Whether there is for its samples, too, is known when they are
     * read.
     *
     * @throws InputException if there is not
     */
    void check(Classification experiment) throws InputException {
        long each = bytes(experiment);
        if (each > memoryBytes) {
            throw new InputException(new Problem(
                    "--memory",
                    0,
                    "",
                    String.format(
                            Locale.ROOT,
                            "found %.0f MB, expected more than %.0f MB, because one training takes about that besides its samples",
                            memoryBytes / MEGABYTE,
                            each / MEGABYTE)));
        }
    }

    /**
     * What a training takes at most: what each neuron does in each step of each sample of a batch. Measured, of networks of 48 to 1024 neurons, was
     * a quarter to 70 % of it.
     */
    static long bytes(Classification experiment) {
        LayerShape shape = experiment.network().input();
        long values = shape.size();
        for (Layer layer : experiment.network().layers()) {
            shape = layer.outputShape(shape);
            values += shape.size();
        }
        long steps = experiment.features().steps();
        return BASE_BYTES + COPIES * Double.BYTES * experiment.training().batchSize() * steps * values;
    }
}
