package ganglion.rule.compile;

import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.scenario.experiment.compile.ClassifierCompiler;
import ganglion.scenario.experiment.format.RuleTrainedClassifier;
import java.util.Optional;

/** The compilers of the classifiers of this module. */
public final class RuleCompilers implements ClassifierCompiler.Provider {

    @Override
    public Optional<ClassifierCompiler> of(RuleTrainedClassifier classifier) {
        return Optional.of(
                classifier.classifier() instanceof EventClassifier network
                        ? new EventCompiler(classifier, network)
                        : new RuleCompiler(classifier));
    }
}
