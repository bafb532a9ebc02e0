package ganglion.rule.experiment;

import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;
import static ganglion.scenario.experiment.key.DataKeys.DATA;
import static ganglion.scenario.experiment.key.FeatureKeys.FEATURES;

import ganglion.documents.InputException;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.learning.stdp.StdpClassifier.StdpSettings;
import ganglion.rule.experiment.ClassifierRule.RuleClassification;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.FeatureKeys;
import ganglion.scenario.experiment.key.RobustnessKeys;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.Task;
import java.util.stream.Stream;

/** Experiments that train a classifier from a layer with spike-timing dependent plasticity. */
public final class StdpTask extends Task<RuleClassification> {

    /** The default time constant of a trace; its number of ticks depends on the features. */
    private static final String DEFAULT_TRACE = "20 ms";

    private static final Key<Integer> EPOCHS = Key.of(
                    "epochs", integer().from(1).to(100_000))
            .says("Number of passes over all samples.")
            .byDefault(1)
            .example(3);

    private static final Key<Integer> NEURONS = Key.of(
                    "neurons", integer().from(1).to(16_384))
            .says("Number of neurons.")
            .required()
            .example(20);
    private static final Key<Double> BETA = Key.of("beta", number().from(0).to(1))
            .says("Share of a potential that is left after one step.")
            .byDefault(0.9);
    private static final Key<Double> THRESHOLD = Key.of("threshold", number().above(0))
            .says("Potential at which an untrained neuron fires.")
            .byDefault(1.0);
    private static final Key<Double> INHIBITION = Key.of("inhibition", number().from(0))
            .says("Amount that a spike subtracts from the potentials of all other neurons.")
            .byDefault(0.0)
            .example(4);
    private static final Key<Double> THRESHOLD_RISE = Key.of("threshold-rise", number().from(0))
            .says("Rise of a threshold after a sample, per spike of its neuron.")
            .byDefault(0.0)
            .example(0.02);
    private static final Key<Double> THRESHOLD_DECAY = Key.of(
                    "threshold-decay", number().from(0).to(1))
            .says("Share of all rises that is left after each further sample.")
            .byDefault(1.0)
            .example(0.9);
    private static final Key<Double> WEIGHT_SUM = Key.of("weight-sum", number().above(0))
            .says("Sum to which the weights of each neuron are scaled after each sample.")
            .required()
            .example(6);

    private static final Key<Double> LARGEST_WEIGHT = Key.of("largest-weight", number().above(0))
            .says("Upper bound of the weights; the lower is 0.")
            .required()
            .example(1);
    private static final Key<Double> LEARNING_RATE = Key.of("learning-rate", number().from(0))
            .says("Change of x for a pair of spikes at the same time.")
            .byDefault(0.01);
    private static final Key<Double> DEPRESSION = Key.of("depression", number().from(0))
            .says("Ratio of depression to potentiation.")
            .byDefault(1.0)
            .example(1.05);
    private static final Key<Double> POTENTIATION_EXPONENT = Key.of("potentiation-exponent", number().from(0))
            .says("0 for additive, 1 for multiplicative potentiation.")
            .byDefault(1.0)
            .example(0);
    private static final Key<Double> DEPRESSION_EXPONENT = Key.of("depression-exponent", number().from(0))
            .says("0 for additive, 1 for multiplicative depression.")
            .byDefault(1.0)
            .example(0);
    private static final Key<Double> POTENTIATION_TIME = Key.of("potentiation-time-constant", fractionalTicks())
            .says("Time constant of the trace of the source's spikes.")
            .byWrittenDefault(DEFAULT_TRACE)
            .example("17 ms");
    private static final Key<Double> DEPRESSION_TIME = Key.of("depression-time-constant", fractionalTicks())
            .says("Time constant of the trace of the target's spikes.")
            .byWrittenDefault(DEFAULT_TRACE)
            .example("34 ms");
    private static final Key<PairStdp> STDP = Key.of(
                    "stdp",
                    Shape.of(
                            "parameters of pair STDP",
                            StdpTask::rule,
                            LARGEST_WEIGHT,
                            LEARNING_RATE,
                            DEPRESSION,
                            POTENTIATION_EXPONENT,
                            DEPRESSION_EXPONENT,
                            POTENTIATION_TIME,
                            DEPRESSION_TIME))
            .says(
                    "Spike-timing dependent plasticity of all pairs of spikes. With x = weight / largest: at a spike of the"
                            + " target x grows by rate (1 - x)^potentiation-exponent k, at a spike of the source it falls by"
                            + " depression rate x^depression-exponent k, where k is the decaying trace of the other side's spikes.")
            .required()
            .exampleText("{largest-weight: 1}");
    private static final Key<StdpSettings> LAYER = Key.of(
                    "layer",
                    Shape.of(
                            "settings of a layer",
                            StdpTask::layer,
                            NEURONS,
                            BETA,
                            THRESHOLD,
                            INHIBITION,
                            THRESHOLD_RISE,
                            THRESHOLD_DECAY,
                            WEIGHT_SUM,
                            STDP))
            .says("The layer. Potentials, thresholds and weights share one unit.")
            .required()
            .exampleText("{neurons: 20, weight-sum: 6, stdp: {largest-weight: 1}}");

    private static final Shape<RuleClassification> SHAPE = Shape.of(
            "an experiment that trains a classifier",
            StdpTask::read,
            ExperimentKeys.of(
                    RuleClassification.STDP,
                    "What is learned: what samples have in common, after which labels name the neurons.",
                    false,
                    DATA,
                    FEATURES,
                    EPOCHS,
                    LAYER,
                    RobustnessKeys.ROBUSTNESS));

    /** For {@link java.util.ServiceLoader}. */
    public StdpTask() {
        super(
                RuleClassification.STDP,
                RuleClassification.class,
                SHAPE,
                Stream.concat(SeedFigure.OF_CLASSIFIERS.stream(), SeedFigure.OF_BASELINES.stream())
                        .toList(),
                "An experiment file of this task says how a layer learns to classify samples by"
                        + " spike-timing-dependent plasticity, without labels (after Diehl and Cook 2015).");
    }

    @Override
    public TrainingOutcome run(RuleClassification experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        return new RuleRun(experiment, settings, progress).run();
    }

    private static RuleClassification read(Place root) {
        Features features = FEATURES.in(root);
        FeatureKeys.needSpikes(root, features, "STDP");
        return new RuleClassification(
                ExperimentKeys.head(root),
                DATA.in(root),
                features,
                new ClassifierRule.SpikeTiming(LAYER.in(root), EPOCHS.in(root)),
                RobustnessKeys.allOf(root));
    }

    private static StdpSettings layer(Place place) {
        return new StdpSettings(
                NEURONS.in(place),
                BETA.in(place),
                THRESHOLD.in(place),
                INHIBITION.in(place),
                THRESHOLD_RISE.in(place),
                THRESHOLD_DECAY.in(place),
                WEIGHT_SUM.in(place),
                STDP.in(place));
    }

    private static PairStdp rule(Place place) {
        return new PairStdp(
                LEARNING_RATE.in(place),
                DEPRESSION.in(place),
                POTENTIATION_EXPONENT.in(place),
                DEPRESSION_EXPONENT.in(place),
                LARGEST_WEIGHT.in(place),
                POTENTIATION_TIME.in(place),
                DEPRESSION_TIME.in(place));
    }
}
