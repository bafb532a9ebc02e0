package ganglion.scenario.experiment.session;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.run.StartingModel;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;

/** What a training would refuse before it learns anything, found without training. */
public final class ExperimentCheck {

    private ExperimentCheck() {}

    /** The problems of an experiment, of its outputs, and of the model that it starts from; empty if there are none. */
    public static List<Problem> problems(Path file, ScenarioOverrides overrides) {
        List<Problem> problems = ExperimentFiles.validate(file, overrides);
        if (!problems.isEmpty()) {
            return problems;
        }
        try {
            checkStart(ExperimentFiles.read(file, overrides));
            return List.of();
        } catch (InputException e) {
            return e.problems();
        }
    }

    private static void checkStart(Experiment experiment) throws InputException {
        if (experiment instanceof Classification classification
                && classification.start().isPresent()) {
            new StartingModel(classification).model();
        }
    }
}
