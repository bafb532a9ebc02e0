package ganglion.scenario.experiment.trial;

import ganglion.documents.InputException;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.train.ClassBias;
import ganglion.learning.train.DetectionThreshold.ShiftedReadOut;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.ExampleInputs;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.run.ModelEvaluation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A network whose outputs were moved so that it decides a few labelled sounds of another source than it was trained on. Nothing else of it
 * changes.
 *
 * @param classifier the network, with the biases in its last layer
 * @param samples what the biases were fitted on
 * @param biases added to the score of each class
 */
public record FittedNetwork(TrainedClassifier classifier, List<Example> samples, double[] biases) {

    private static final String OPTION = "--fit-threshold";

    /**
     * Fits a network.
     *
     * @param request for the length of sounds; under its other conditions nothing is fitted
     * @throws InputException if the outputs of the model cannot be moved, or a class has no sample
     */
    public static FittedNetwork of(SavedClassifier classifier, TrialData data, TrialRequest request)
            throws InputException {
        if (!(classifier instanceof TrainedClassifier network)
                || network.mixtures().isPresent()
                || network.trained().model().outputs() < 2
                || network.training().selection().readOut() != ReadOut.MEAN_MEMBRANE
                || !ShiftedReadOut.suits(network.trained().model().layers())) {
            throw refusal(
                    "found a model that cannot be moved, expected a classifier with \"read-out: mean-membrane\" that"
                            + " ends in a dense layer with a bias and an integrator for each class");
        }
        List<Example> examples = data.examples(network);
        Features features = request.features(network);
        Examples samples = new ExampleInputs(features, network.classes()).read(examples, AugmentationPlan.NONE);
        for (String label : network.classes()) {
            if (examples.stream().noneMatch(example -> example.label().equals(label))) {
                throw refusal("found no sample of the class " + label + " in " + data.path()
                        + ", expected some of each class");
            }
        }
        Evaluation found = ModelEvaluation.of(network, samples);
        double[] biases = ClassBias.fit(found.scores(), found.labels());
        double[] thresholds = Arrays.stream(biases).map(bias -> -bias).toArray();
        TrainedModel moved =
                network.trained().withModel(ShiftedReadOut.of(network.trained().model(), thresholds, features.steps()));
        return new FittedNetwork(network.withTrained(moved), examples, biases);
    }

    /**
     * Looks whether samples are others than those that the biases were fitted on.
     *
     * @throws InputException if one is not
     */
    public void checkApart(TrialData data) throws InputException {
        Set<Example> fitted = new HashSet<>(samples);
        long shared =
                data.examples(classifier).stream().filter(fitted::contains).count();
        if (shared > 0) {
            throw refusal("found " + shared + " of its samples in " + data.path()
                    + " too, expected others, since a model is not judged by what it was fitted on");
        }
    }

    /** One human-readable line. */
    public String line() {
        return "outputs fitted on " + samples.size() + " samples: "
                + IntStream.range(0, biases.length)
                        .mapToObj(c -> String.format(
                                Locale.ROOT, "%s %+.3g", classifier.classes().get(c), biases[c]))
                        .collect(Collectors.joining(", "));
    }

    private static InputException refusal(String message) {
        return new InputException(OPTION, message);
    }
}
