package ganglion.learning.train;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Schedule;
import ganglion.learning.quantise.WeightProjection;
import ganglion.learning.train.Evaluator.Evaluation;
import java.util.Objects;

/**
 * How to train.
 *
 * @param seed of the order of samples and of dropout
 * @param epochs how often to go through the training set, at least 1
 * @param batchSize samples per step, at least 1
 * @param objective what to minimise
 * @param descent how to follow the gradients
 * @param selection how outputs and epochs are judged
 * @param projection how a chip rounds weights; the trained model has the exact ones, which {@link
 *     WeightProjection#apply} projects permanently
 * @param runner runs the parts of a batch at the same time; without influence on the result
 */
public record TrainingPlan(
        long seed,
        int epochs,
        int batchSize,
        Objective objective,
        Descent descent,
        Selection selection,
        WeightProjection projection,
        TaskRunner runner) {

    /**
     * What to minimise.
     *
     * @param loss the loss of the outputs
     * @param penalty penalty on the spikes of hidden layers
     * @param balance of the classes
     */
    public record Objective(Loss loss, SpikePenalty penalty, ClassBalance balance) {}

    /**
     * How to follow the gradients.
     *
     * @param rule optimiser
     * @param schedule of the learning rate
     * @param largestGradientNorm norm to which gradients are clipped; infinite for no clipping
     */
    public record Descent(Rule rule, Schedule schedule, double largestGradientNorm) {

        /** Adam with a rate of 0.001, no clipping. */
        public static final Descent USUAL = of(AdamRule.of(AdamRule.Variant.ADAM, 1e-3));

        /** @throws IllegalArgumentException if the norm is not above 0 */
        public Descent {
            require(largestGradientNorm > 0, "largest gradient norm", largestGradientNorm, "more than 0");
        }

        /** An optimiser with a constant rate, without clipping. */
        public static Descent of(Rule rule) {
            return new Descent(rule, new Schedule.Constant(), Double.POSITIVE_INFINITY);
        }
    }

    /**
     * How outputs and epochs are judged.
     *
     * @param readOut how the class is read from the outputs
     * @param criterion how the best epoch is chosen
     * @param patienceEpochs epochs without a better one after which to stop; 0 for never
     */
    public record Selection(ReadOut readOut, EpochCriterion criterion, int patienceEpochs) {

        /** @throws IllegalArgumentException if the patience is negative */
        public Selection {
            require(patienceEpochs >= 0, "patience", patienceEpochs, "0 or more epochs");
        }
    }

    /** @throws IllegalArgumentException if a number is out of range */
    public TrainingPlan {
        require(epochs >= 1, "number of epochs", epochs, "1 or more");
        require(batchSize >= 1, "batch size", batchSize, "1 or more");
        Objects.requireNonNull(runner, "runner");
    }

    private static void require(boolean met, String what, double value, String expected) {
        if (!met) {
            throw new IllegalArgumentException("the " + what + " is " + value + ", expected " + expected);
        }
    }

    /** The usual descent, spike counts, no penalty, no balance, no early stop, one thread. */
    public static TrainingPlan of(long seed, int epochs, int batchSize, Loss loss) {
        return of(seed, epochs, batchSize, loss, Descent.USUAL);
    }

    /** Spike counts, no penalty, no balance, no early stop, one thread. */
    public static TrainingPlan of(long seed, int epochs, int batchSize, Loss loss, Descent descent) {
        return new TrainingPlan(
                seed,
                epochs,
                batchSize,
                new Objective(loss, SpikePenalty.NONE, ClassBalance.NONE),
                descent,
                new Selection(ReadOut.SPIKE_COUNT, EpochCriterion.ACCURACY, 0),
                WeightProjection.NONE,
                TaskRunner.SEQUENTIAL);
    }

    /** The same with another objective. */
    public TrainingPlan withObjective(Objective other) {
        return new TrainingPlan(seed, epochs, batchSize, other, descent, selection, projection, runner);
    }

    /** The same with another judgement of outputs and epochs. */
    public TrainingPlan withSelection(Selection other) {
        return new TrainingPlan(seed, epochs, batchSize, objective, descent, other, projection, runner);
    }

    /** The same with other threads. */
    public TrainingPlan withRunner(TaskRunner other) {
        return new TrainingPlan(seed, epochs, batchSize, objective, descent, selection, projection, other);
    }

    /** What evaluations of the trained network do with a batch. */
    public EvaluationStep evaluation() {
        return new EvaluationStep(objective.loss(), selection.readOut());
    }

    /** What to do about classes with more samples than others. */
    public enum ClassBalance {
        /** Nothing: each sample once per epoch. */
        NONE,
        /** Samples of the smaller classes come several times per epoch, so that all classes come equally often. */
        REPEAT_FEW
    }

    /** How the best epoch is chosen. */
    public enum EpochCriterion {
        /** Lowest loss on the validation set. */
        LOSS {
            @Override
            double merit(Evaluation evaluation) {
                return -evaluation.loss();
            }
        },
        /** Highest share of correct decisions on the validation set. */
        ACCURACY {
            @Override
            double merit(Evaluation evaluation) {
                return evaluation.confusion().accuracy();
            }
        };

        /** The higher, the better. */
        abstract double merit(Evaluation evaluation);
    }
}
