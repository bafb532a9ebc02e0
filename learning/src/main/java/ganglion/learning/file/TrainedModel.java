package ganglion.learning.file;

import ganglion.learning.file.ModelFiles.SavedModel;
import ganglion.learning.model.Model;
import ganglion.learning.train.NaiveBaseline;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A model file of a network.
 *
 * @param model the network
 * @param classes names of the classes, by number; empty if they have none
 * @param temperature that scores are divided by, so that their soft maximum is a probability; absent if it was not fitted
 * @param baseline the naive baseline that learned from the same samples; absent if none did
 * @param experiment the experiment that the model was trained by, a JSON document with its front end; empty if not known
 */
public record TrainedModel(
        Model model,
        List<String> classes,
        OptionalDouble temperature,
        Optional<NaiveBaseline> baseline,
        String experiment)
        implements SavedModel {

    /** Takes a copy of the list. */
    public TrainedModel {
        classes = List.copyOf(classes);
        Objects.requireNonNull(experiment, "experiment");
    }

    /** A model that is not calibrated. */
    public TrainedModel(Model model, List<String> classes, String experiment) {
        this(model, classes, OptionalDouble.empty(), Optional.empty(), experiment);
    }

    /** The same with a temperature. */
    public TrainedModel withTemperature(double fitted) {
        return new TrainedModel(model, classes, OptionalDouble.of(fitted), baseline, experiment);
    }

    /** The same with the naive baseline that learned beside it. */
    public TrainedModel withBaseline(Optional<NaiveBaseline> other) {
        return new TrainedModel(model, classes, temperature, other, experiment);
    }

    /** The same with another network of the same form. */
    public TrainedModel withModel(Model other) {
        return new TrainedModel(other, classes, temperature, baseline, experiment);
    }

    /** A model whose training is not known. */
    public TrainedModel(Model model, List<String> classes) {
        this(model, classes, "");
    }
}
