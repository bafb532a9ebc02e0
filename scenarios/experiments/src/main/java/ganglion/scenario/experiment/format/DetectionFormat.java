package ganglion.scenario.experiment.format;

import ganglion.cochlea.CochleaParameters;
import ganglion.documents.place.Place;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.HeardAs;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.BinaryCrossEntropyMeanMembrane;
import ganglion.learning.train.ClassBalance;
import ganglion.learning.train.EpochCriterion;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.MixturePlan;

/** Experiments that train detectors of classes in mixtures. */
final class DetectionFormat implements TaskFormat {

    @Override
    public String name() {
        return "detection";
    }

    @Override
    public String schema() {
        return "detection.schema.json";
    }

    @Override
    public Detection read(ExperimentHead head, Place root) {
        Features.Heard features = sounds(root, FeatureReader.read(root.at("features")));
        Place data = root.at("data");
        return new Detection(
                head,
                DataReader.source(data.at("training")),
                DataReader.source(data.at("test")),
                mixtures(data.at("mixtures")),
                features,
                AugmentationReader.read(root, features),
                NetworkReader.read(root.at("network"), features),
                training(root.at("training"), head.seed()));
    }

    private static Features.Heard sounds(Place root, Features features) {
        if (features instanceof Features.Heard heard) {
            return heard;
        }
        root.at("features").problem("found recorded spikes, expected features of sounds, because notes are mixed");
        return new Features.Heard(new HearingSettings(CochleaParameters.DEFAULT, HeardAs.SPIKES, 1, Augmentation.NONE));
    }

    static MixturePlan mixtures(Place place) {
        return new MixturePlan(
                place.integer("training", 1000),
                place.integer("test", 300),
                place.integer("most-notes", 3),
                place.number("gain-range-db", 12));
    }

    /** The output potentials decide, and all classes are learned at once: what depends on one class a sample does not apply. */
    static TrainingPlan training(Place place, long seed) {
        TrainingPlan read = TrainingReader.read(place, seed);
        return new TrainingPlan(
                seed,
                read.epochs(),
                read.batchSize(),
                new BinaryCrossEntropyMeanMembrane(),
                read.penalty(),
                read.rule(),
                read.schedule(),
                read.largestGradientNorm(),
                ReadOut.MEAN_MEMBRANE,
                ClassBalance.NONE,
                EpochCriterion.LOSS,
                0,
                read.projection(),
                read.threads());
    }
}
