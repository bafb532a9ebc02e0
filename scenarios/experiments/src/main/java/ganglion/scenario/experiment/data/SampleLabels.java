package ganglion.scenario.experiment.data;

import ganglion.documents.InputException;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.LabelledExperiment;
import ganglion.scenario.experiment.MergedClasses;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which classes the sets of an experiment have, found without hearing a sample. The experiment is not one of a cross-validation.
 *
 * @param classes names of the classes, by number
 * @param validation labels of the validation set; none if there is no such set
 * @param test labels of the test set; none if there is no such set
 */
public record SampleLabels(List<String> classes, Set<String> validation, Set<String> test) {

    /**
     * Lists the sets.
     *
     * @throws InputException if a data set cannot be listed, or the network has not an output for each class
     */
    public static SampleLabels of(LabelledExperiment experiment) throws InputException {
        List<Example> all = listed(experiment, Optional.of(experiment.data().training()));
        HeldOut parts = experiment.data().holdOut().isPresent()
                ? ExperimentSamples.parts(experiment, all)
                : new HeldOut(all, listed(experiment, experiment.data().validation()));
        ExperimentSamples.checkMerged(experiment, all);
        MergedClasses merged = experiment.data().merged();
        return new SampleLabels(
                ExperimentSamples.classes(experiment, ExperimentSamples.merged(parts.kept(), merged)),
                labels(parts.heldOut(), merged),
                labels(listed(experiment, experiment.data().test()), merged));
    }

    private static List<Example> listed(LabelledExperiment experiment, Optional<DataSource> source)
            throws InputException {
        return source.isEmpty() ? List.of() : Catalogue.listed(source.get(), experiment.features(), experiment.head());
    }

    private static Set<String> labels(List<Example> examples, MergedClasses merged) {
        Set<String> labels = new HashSet<>();
        examples.forEach(example -> labels.add(merged.of(example.label())));
        return Set.copyOf(labels);
    }
}
