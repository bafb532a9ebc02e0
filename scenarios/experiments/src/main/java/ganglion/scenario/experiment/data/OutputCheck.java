package ganglion.scenario.experiment.data;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.LabelledExperiment;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/** Compares the outputs of a network with the classes of its data, before anything is trained. */
public final class OutputCheck {

    /** Layouts whose labels are known from names and lists, without reading a sample. */
    private static final Set<DataSource.Kind> LISTED = Set.of(
            DataSource.Kind.FOLDERS,
            DataSource.Kind.NOTES,
            DataSource.Kind.TABLE,
            DataSource.Kind.SPIKE_LISTS,
            DataSource.Kind.HEIDELBERG);

    /** Where a network that has not the outputs that it needs is reported. */
    static final String OUTPUTS = "/network/layers";

    private OutputCheck() {}

    /** What is wrong with the outputs of an experiment; nothing, if its data are not there, or their classes cannot be listed without reading them. */
    public static List<Problem> problems(Experiment experiment) {
        try {
            if (experiment instanceof Detection detection && isListed(detection.notes())) {
                MixtureSamples.checkOutputs(detection);
            }
            if (experiment instanceof LabelledExperiment labelled
                    && isListed(labelled.data().training())) {
                ExperimentSamples.checkOutputs(labelled);
            }
            return List.of();
        } catch (InputException e) {
            // Data that cannot be listed may be made later: it is for the training to report them.
            return e.problems().stream()
                    .filter(problem -> problem.pointer().equals(OUTPUTS))
                    .toList();
        }
    }

    private static boolean isListed(DataSource source) {
        return LISTED.contains(source.kind()) && Files.exists(source.path().resolved());
    }
}
