package ganglion.learning.rule;

import ganglion.learning.sample.Sample.SampleInput;
import java.util.List;

/** A classifier that has learned by a rule without gradients. */
public interface RuleClassifier {

    /**
     * Decision of a classifier for a sample.
     *
     * @param label number of the class that it is taken for
     * @param scores what speaks for each class, in the rule's own measure; not copied
     */
    record Decision(int label, double[] scores) {}

    /** Names of the classes, by number. */
    List<String> classes();

    /** Number of values, or of channels of spikes, at each step of a sample. */
    int inputs();

    /**
     * Classifies a sample.
     *
     * @throws IllegalArgumentException if the sample has another number of inputs
     */
    Decision decide(SampleInput input);

    /** Whether it also learns from numbers; the others need spikes. */
    default boolean takesNumbers() {
        return false;
    }

    /** Ticks of its own clock to a step of a sample. */
    default int ticksPerStep() {
        return 1;
    }
}
