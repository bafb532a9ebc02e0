package ganglion.scenario.experiment.run;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;
import static ganglion.scenario.experiment.key.AugmentationKeys.AUGMENTATION;
import static ganglion.scenario.experiment.key.DataKeys.DATA;
import static ganglion.scenario.experiment.key.FeatureKeys.FEATURES;
import static ganglion.scenario.experiment.key.NetworkKeys.NETWORK;
import static ganglion.scenario.experiment.key.TrainingKeys.TRAINING;

import ganglion.documents.InputException;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.dense.DenseNetwork;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.EnergyComparison;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.RobustnessKeys;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.Task;
import java.util.List;
import java.util.stream.Stream;

/** Experiments that compare a spiking network with one without spikes. */
public final class EnergyComparisonTask extends Task<EnergyComparison> {

    private static final String WORD = "energy-comparison";
    private static final int LARGEST = 100_000;

    private static final Key<List<Integer>> HIDDEN = Key.of(
                    "hidden",
                    listOf(
                                    "a list of whole numbers from 1 to 16384",
                                    integer().from(1).to(16_384))
                            .size(0, 16))
            .says("Sizes of the hidden layers.")
            .required()
            .example(List.of(48));
    private static final Key<Integer> EPOCHS = Key.of(
                    "epochs", integer().from(1).to(LARGEST))
            .says("Number of passes over all samples.")
            .byDefault(25);
    private static final Key<Integer> BATCH = Key.of("batch", integer().from(1).to(LARGEST))
            .says("Samples per step of the optimiser.")
            .byDefault(16);
    private static final Key<Double> LEARNING_RATE = Key.of("learning-rate", number().above(0))
            .says("Learning rate at first.")
            .byDefault(0.003);
    private static final Key<Double> WEIGHT_DECAY = Key.of("weight-decay", number().from(0))
            .says("Decay of the weights.")
            .byDefault(0.01);
    private static final Key<DenseNetwork.Settings> DENSE = Key.of(
                    "dense",
                    Shape.ofRecord(
                            "settings of a network without spikes",
                            DenseNetwork.Settings.class,
                            HIDDEN,
                            EPOCHS,
                            BATCH,
                            LEARNING_RATE,
                            WEIGHT_DECAY))
            .says(
                    "The network without spikes: dense layers with max(0, x) between them, the same at each step, whose outputs"
                            + " are averaged over the steps. It learns with AdamW along half a cosine, from the samples as they are,"
                            + " without augmentation.")
            .required()
            .exampleText("{hidden: [48]}");

    private static final Shape<EnergyComparison> SHAPE = Shape.of(
            "an experiment that compares energies",
            EnergyComparisonTask::read,
            ExperimentKeys.of(
                    WORD,
                    "What is learned: to classify samples, with spikes and without.",
                    false,
                    DATA,
                    FEATURES,
                    AUGMENTATION,
                    NETWORK,
                    TRAINING,
                    DENSE,
                    RobustnessKeys.ROBUSTNESS));

    private static final List<SeedFigure> FIGURES = Stream.concat(
                    SeedFigure.OF_CLASSIFIERS.stream(),
                    Stream.of(
                            SeedFigure.accuracy(
                                    "testWithoutSpikes",
                                    "test, without spikes",
                                    "/energyComparison/networks/1/testAccuracy"),
                            SeedFigure.accuracy(
                                    "testWithoutSpikes8Bits",
                                    "test, 8 bits",
                                    "/energyComparison/networks/2/testAccuracy")))
            .toList();

    /** For {@link java.util.ServiceLoader}. */
    public EnergyComparisonTask() {
        super(
                WORD,
                EnergyComparison.class,
                SHAPE,
                FIGURES,
                "An experiment file of this task trains a spiking network and, on the same features, a network"
                        + " without spikes, and compares their energy per second of sound on all profiles.");
    }

    @Override
    public TrainingOutcome run(EnergyComparison experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        return new EnergyComparisonRun(experiment, settings, progress).run();
    }

    private static EnergyComparison read(Place root) {
        Classification spiking = ClassificationTask.read(root);
        if (spiking.data().test().isEmpty()) {
            DATA.at(root).problem("found no \"test\", which the comparison needs");
        }
        return new EnergyComparison(ExperimentKeys.head(root), spiking, DENSE.in(root));
    }
}
