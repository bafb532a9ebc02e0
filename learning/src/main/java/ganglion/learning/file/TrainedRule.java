package ganglion.learning.file;

import ganglion.learning.file.ModelFiles.SavedModel;
import ganglion.learning.rule.RuleClassifier;
import ganglion.learning.train.NaiveBaseline;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A model file of a classifier that is no network of layers in discrete time: of one that learned by a rule without gradients, or with
 * EventProp.
 *
 * @param classifier of a kind that a {@link RuleFormat} writes
 * @param baseline the naive baseline that learned from the same samples; absent if none did
 * @param experiment the experiment that it was trained by, a JSON document; empty if not known
 */
public record TrainedRule(RuleClassifier classifier, Optional<NaiveBaseline> baseline, String experiment)
        implements SavedModel {

    /** @throws IllegalArgumentException if files have no words for such a classifier */
    public TrainedRule {
        Objects.requireNonNull(experiment, "experiment");
        RuleFormat.of(classifier);
    }

    /** A classifier without a baseline. */
    public TrainedRule(RuleClassifier classifier, String experiment) {
        this(classifier, Optional.empty(), experiment);
    }

    /** What files call such a classifier, which is the word of the task that makes it. */
    public String kind() {
        return RuleFormat.of(classifier).kind();
    }

    @Override
    public List<String> classes() {
        return classifier.classes();
    }
}
