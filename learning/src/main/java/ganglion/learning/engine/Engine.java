package ganglion.learning.engine;

import ganglion.learning.optimiser.OptimiserState;
import ganglion.learning.sample.Sample;
import java.util.List;

/**
 * Trains and evaluates one model. Holds working copies of its parameters; {@link #store} writes them back. All samples of a
 * batch have the same number of steps. Not thread safe, though an engine may use several threads itself.
 */
public interface Engine extends AutoCloseable {

    /**
     * One training step: forward, backward and update.
     *
     * @throws IllegalArgumentException if samples do not fit the model or each other
     */
    BatchReport train(List<Sample> batch, TrainingStep step);

    /**
     * Forward pass only, as after training.
     *
     * @param step loss and read-out
     */
    BatchReport evaluate(List<Sample> batch, EvaluationStep step);

    /** Writes the learned values back to the model. */
    void store();

    /** Takes the values of the model over again. */
    void load();

    /** State of the optimiser. */
    OptimiserState optimiserState();

    /** Restores the state of an optimiser. */
    void restore(OptimiserState state);

    @Override
    void close();
}
