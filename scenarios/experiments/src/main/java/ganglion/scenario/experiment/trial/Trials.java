package ganglion.scenario.experiment.trial;

import ganglion.documents.InputException;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.format.TrainedClassifier;
import java.util.List;

/** Trials of a trained model, one per set of conditions. */
public interface Trials {

    /**
     * Runs one trial.
     *
     * @param number of the conditions in their request, from 0
     * @throws InputException if a sample cannot be used
     */
    Trial run(int number) throws InputException;

    /**
     * The trials that a user requests.
     *
     * @throws InputException if the request does not suit the model, or there are no samples
     */
    static Trials of(SavedClassifier classifier, TrialData data, TrialRequest request) throws InputException {
        request.check(classifier);
        List<Example> examples = data.examples(classifier);
        if (classifier instanceof TrainedClassifier network
                && network.mixtures().isPresent()) {
            Features.Heard features = (Features.Heard) request.features(classifier);
            return data.ofMixedSounds(examples)
                    ? DetectorTrials.ofMixedSounds(network, examples, features, request)
                    : DetectorTrials.ofNotes(
                            network, examples, data.mixtures(network.mixtures().get()), features, request);
        }
        return new ClassifierTrials(classifier, examples, request);
    }
}
