package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.ExperimentData;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.NetworkPlan;
import java.util.Optional;
import java.util.stream.Stream;

/** Experiments that train a classifier. */
final class ClassificationFormat implements TaskFormat {

    @Override
    public String name() {
        return "classification";
    }

    @Override
    public String schema() {
        return "classification.schema.json";
    }

    @Override
    public Classification read(ExperimentHead head, Place root) {
        Features features = FeatureReader.read(root.at("features"));
        ExperimentData data = DataReader.read(root.at("data"));
        checkSources(root, data, features);
        NetworkPlan network = NetworkReader.read(root.at("network"), features);
        checkOutputs(root, data, network);
        return new Classification(
                head,
                data,
                features,
                AugmentationReader.read(root, features),
                network,
                TrainingReader.read(root.at("training"), head.seed()),
                TrainingReader.energy(root.at("training")));
    }

    /** Notes data sets that are not of what the features are of. */
    static void checkSources(Place root, ExperimentData data, Features features) {
        Stream.of(Optional.of(data.training()), data.validation(), data.test())
                .flatMap(Optional::stream)
                .filter(source -> source.kind().isSound() != features.fromSound())
                .forEach(source -> root.reading()
                        .note(
                                source.pointer(),
                                "found " + word(source) + ", expected "
                                        + (features.fromSound()
                                                ? "sounds, or \"step\" and \"channels\" in /features"
                                                : "recorded spikes, because /features has \"step\"")));
    }

    private static String word(DataSource source) {
        return source.kind().isSound() ? "sounds" : "recorded spikes";
    }

    private static void checkOutputs(Place root, ExperimentData data, NetworkPlan network) {
        int classes = data.classes().size();
        int outputs = network.outputs();
        if (!root.reading().hasProblems() && classes > 0 && outputs != classes && !(outputs == 1 && classes == 2)) {
            root.at("network")
                    .at("layers")
                    .problem("found " + outputs + " outputs for " + classes + " classes, expected one for each");
        }
    }
}
