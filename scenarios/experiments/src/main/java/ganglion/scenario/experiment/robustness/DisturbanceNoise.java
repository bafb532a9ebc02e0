package ganglion.scenario.experiment.robustness;

import ganglion.documents.InputException;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Disturbance;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.data.ExampleInputs;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the noise of disturbances before the training, so that none is missing once a model has learned. */
final class DisturbanceNoise {

    private DisturbanceNoise() {}

    /** @throws InputException if a sound of noise cannot be read */
    static List<Disturbance> loaded(ExperimentHead head, List<Disturbance> disturbances) throws InputException {
        try {
            List<AugmentationPlan> plans = ExampleInputs.loaded(
                    disturbances.stream().map(Disturbance::changes).toList());
            return IntStream.range(0, disturbances.size())
                    .mapToObj(number -> disturbances.get(number).with(plans.get(number)))
                    .toList();
        } catch (InputException e) {
            throw head.at("/robustness", e);
        }
    }
}
