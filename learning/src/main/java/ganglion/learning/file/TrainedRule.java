package ganglion.learning.file;

import ganglion.learning.rule.MapTempotron;
import ganglion.learning.rule.RuleClassifier;
import ganglion.learning.stdp.StdpClassifier;
import java.util.List;
import java.util.Objects;

/**
 * A model file of a classifier that learned by a rule without gradients.
 *
 * @param classifier a {@link MapTempotron} or a {@link StdpClassifier}
 * @param experiment the experiment that it was trained by, a JSON document; empty if not known
 */
public record TrainedRule(RuleClassifier classifier, String experiment) implements SavedModel {

    /** @throws IllegalArgumentException if files have no words for such a classifier */
    public TrainedRule {
        Objects.requireNonNull(experiment, "experiment");
        if (!(classifier instanceof MapTempotron) && !(classifier instanceof StdpClassifier)) {
            throw new IllegalArgumentException("no model file holds a " + classifier.getClass());
        }
    }

    @Override
    public List<String> classes() {
        return classifier.classes();
    }
}
