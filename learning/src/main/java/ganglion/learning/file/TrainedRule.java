package ganglion.learning.file;

import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.learning.rule.MapTempotron;
import ganglion.learning.rule.RuleClassifier;
import ganglion.learning.stdp.StdpClassifier;
import java.util.List;
import java.util.Objects;

/**
 * A model file of a classifier that is no network of layers in discrete time: of one that learned by a rule without gradients, or with
 * EventProp.
 *
 * @param classifier a {@link MapTempotron}, a {@link StdpClassifier} or an {@link EventClassifier}
 * @param experiment the experiment that it was trained by, a JSON document; empty if not known
 */
public record TrainedRule(RuleClassifier classifier, String experiment) implements SavedModel {

    /** @throws IllegalArgumentException if files have no words for such a classifier */
    public TrainedRule {
        Objects.requireNonNull(experiment, "experiment");
        kindOf(classifier);
    }

    private static String kindOf(RuleClassifier classifier) {
        if (classifier instanceof MapTempotron) {
            return MapTempotronEntries.KIND;
        } else if (classifier instanceof StdpClassifier) {
            return StdpEntries.KIND;
        } else if (classifier instanceof EventClassifier) {
            return EventEntries.KIND;
        }
        throw new IllegalArgumentException("no model file holds a " + classifier.getClass());
    }

    /** What files call such a classifier, which is the word of the task that makes it. */
    public String kind() {
        return kindOf(classifier);
    }

    @Override
    public List<String> classes() {
        return classifier.classes();
    }
}
