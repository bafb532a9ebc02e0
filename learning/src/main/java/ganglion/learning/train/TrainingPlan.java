package ganglion.learning.train;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.optimiser.AdamRule;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.optimiser.Schedule;
import ganglion.learning.quantise.WeightProjection;
import java.util.Objects;

/**
 * How to train.
 *
 * @param seed of the order of samples and of dropout
 * @param epochs how often to go through the training set, at least 1
 * @param batchSize samples per step, at least 1
 * @param loss the loss to minimise
 * @param penalty penalty on the spikes of hidden layers
 * @param rule optimiser
 * @param schedule of the learning rate
 * @param largestGradientNorm norm to which gradients are clipped; infinite for no clipping
 * @param readOut how the class is read from the outputs
 * @param balance of the classes
 * @param selection how the best epoch is chosen
 * @param patienceEpochs epochs without a better one after which to stop; 0 for never
 * @param projection how a chip rounds weights; the trained model has the exact ones, which {@link
 *     WeightProjection#apply} projects permanently
 * @param runner runs the parts of a batch at the same time; without influence on the result
 */
public record TrainingPlan(
        long seed,
        int epochs,
        int batchSize,
        Loss loss,
        SpikePenalty penalty,
        Rule rule,
        Schedule schedule,
        double largestGradientNorm,
        ReadOut readOut,
        ClassBalance balance,
        EpochCriterion selection,
        int patienceEpochs,
        WeightProjection projection,
        TaskRunner runner) {

    /** @throws IllegalArgumentException if a number is out of range */
    public TrainingPlan {
        require(epochs >= 1, "number of epochs", epochs, "1 or more");
        require(batchSize >= 1, "batch size", batchSize, "1 or more");
        require(largestGradientNorm > 0, "largest gradient norm", largestGradientNorm, "more than 0");
        require(patienceEpochs >= 0, "patience", patienceEpochs, "0 or more epochs");
        Objects.requireNonNull(runner, "runner");
    }

    private static void require(boolean met, String what, double value, String expected) {
        if (!met) {
            throw new IllegalArgumentException("the " + what + " is " + value + ", expected " + expected);
        }
    }

    /** Adam with a rate of 0.001, spike counts, no clipping, no balance, no early stop, one thread. */
    public static TrainingPlan of(long seed, int epochs, int batchSize, Loss loss) {
        return new TrainingPlan(
                seed,
                epochs,
                batchSize,
                loss,
                SpikePenalty.NONE,
                AdamRule.of(AdamRule.Variant.ADAM, 1e-3),
                new Schedule.Constant(),
                Double.POSITIVE_INFINITY,
                ReadOut.SPIKE_COUNT,
                ClassBalance.NONE,
                EpochCriterion.ACCURACY,
                0,
                WeightProjection.NONE,
                TaskRunner.SEQUENTIAL);
    }

    /** The same with another optimiser. */
    public TrainingPlan withRule(Rule other, Schedule otherSchedule) {
        return new TrainingPlan(
                seed,
                epochs,
                batchSize,
                loss,
                penalty,
                other,
                otherSchedule,
                largestGradientNorm,
                readOut,
                balance,
                selection,
                patienceEpochs,
                projection,
                runner);
    }

    /** The same with another number of epochs, and another patience. */
    public TrainingPlan withEpochs(int otherEpochs, int otherPatience) {
        return new TrainingPlan(
                seed,
                otherEpochs,
                batchSize,
                loss,
                penalty,
                rule,
                schedule,
                largestGradientNorm,
                readOut,
                balance,
                selection,
                otherPatience,
                projection,
                runner);
    }

    /** The same with another balance of the classes. */
    public TrainingPlan withBalance(ClassBalance other) {
        return new TrainingPlan(
                seed,
                epochs,
                batchSize,
                loss,
                penalty,
                rule,
                schedule,
                largestGradientNorm,
                readOut,
                other,
                selection,
                patienceEpochs,
                projection,
                runner);
    }

    /** The same for weights that a chip can hold. */
    public TrainingPlan withProjection(WeightProjection other) {
        return new TrainingPlan(
                seed,
                epochs,
                batchSize,
                loss,
                penalty,
                rule,
                schedule,
                largestGradientNorm,
                readOut,
                balance,
                selection,
                patienceEpochs,
                other,
                runner);
    }

    /** The same with another price of spikes. */
    public TrainingPlan withPenalty(SpikePenalty other) {
        return new TrainingPlan(
                seed,
                epochs,
                batchSize,
                loss,
                other,
                rule,
                schedule,
                largestGradientNorm,
                readOut,
                balance,
                selection,
                patienceEpochs,
                projection,
                runner);
    }

    /** The same with other threads. */
    public TrainingPlan withRunner(TaskRunner other) {
        return new TrainingPlan(
                seed,
                epochs,
                batchSize,
                loss,
                penalty,
                rule,
                schedule,
                largestGradientNorm,
                readOut,
                balance,
                selection,
                patienceEpochs,
                projection,
                other);
    }
}
