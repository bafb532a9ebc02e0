package ganglion.learning.optimiser;

/** An optimiser: which update to make at each step. Immutable. */
public sealed interface Rule permits AdamRule, AdamaxRule, RmspropRule, SgdRule {

    /** Learning rate before any schedule. */
    double learningRate();

    /**
     * The update of one step.
     *
     * @param step number of the step, from 1
     * @param learningRate the rate to use at this step
     */
    Update update(long step, double learningRate);
}
