package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.number;

import ganglion.cochlea.BandFilters;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.encode.LearnableEncoder;
import ganglion.cochlea.encode.SpikeEncoder;
import ganglion.cochlea.gain.DecibelDrive;
import ganglion.cochlea.spectrum.MelNorm;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.learning.model.LayerShape;
import ganglion.learning.surrogate.Surrogate;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import ganglion.scenario.experiment.Classification.EarLearning;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.NetworkPlan;
import java.util.Map;
import java.util.Optional;

/** The keys of a front end that learns with its network, and what such a front end must be. */
final class EarKeys {

    private static final Key<Double> LEARNING_RATE = Key.of("learning-rate", number().from(0))
            .says(
                    "Learning rate of the bands: of the logarithms of the gaps between their peaks, and of their widths. Optimiser and"
                            + " schedule are those of the weights. With 0 the bands stay.")
            .byDefault(0.02);
    private static final Key<Double> ENCODER_LEARNING_RATE = Key.of("encoder-learning-rate", number().from(0))
            .says("Learning rate of decay and threshold of the encoder. With 0 they stay.")
            .byDefault(0.001);
    private static final Key<Surrogate> SURROGATE = Key.of("surrogate", SurrogateKeys.ALL)
            .says("Stand-in for the derivative of a spike of the encoder.")
            .byDefault(new FastSigmoid(25), Map.of("kind", "fast-sigmoid"))
            .exampleText("{kind: fast-sigmoid, slope: 25}");

    /** How the front end learns. */
    static final Key<EarLearning> EAR = Key.of(
                    "ear",
                    Shape.ofRecord(
                            "how the front end learns",
                            EarLearning.class,
                            LEARNING_RATE,
                            ENCODER_LEARNING_RATE,
                            SURROGATE))
            .says(
                    "Trains the front end together with the network: peaks and widths of its bands, from the evenly spaced bank as"
                            + " a start, and, with spikes as input, decay and threshold of its encoder. The model has the front end that"
                            + " was learned. Needs mel filters, the gain decibels, no lateral inhibition, and the drive or spikes of lif"
                            + " neurons with the reset zero or subtract-after-decay.")
            .exampleText("{learning-rate: 0.02}");

    private EarKeys() {}

    /** How the front end learns, if it does; reports what does not go with it. */
    static Optional<EarLearning> ear(Place training, Features features, NetworkPlan network) {
        Optional<EarLearning> ear = EAR.find(training);
        if (ear.isPresent()) {
            Optional<String> problem = problem(features)
                    .or(() -> network.input().equals(LayerShape.of(features.inputs()))
                            ? Optional.empty()
                            : Optional.of("found a network with a shape of its input, expected none"))
                    .or(() -> problem(training));
            problem.ifPresent(message -> EAR.at(training).problem(message + " where the front end learns"));
        }
        return ear;
    }

    private static Optional<String> problem(Place training) {
        for (Key<?> key : new Key<?>[] {StartKeys.FROM, PenaltyKeys.PENALTY}) {
            if (key.isIn(training)) {
                return Optional.of("found \"" + key.name() + "\" beside it, expected none");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(Features features) {
        if (!(features instanceof Features.Heard heard)) {
            return Optional.of("found recorded spikes, expected sounds");
        }
        HeardAs heardAs = heard.settings().heardAs();
        if (heardAs != HeardAs.SPIKES && heardAs != HeardAs.NUMBERS) {
            return Optional.of("found other features, expected \"as: spikes\" or \"as: drive\"");
        }
        CochleaParameters ear = heard.settings().ear();
        if (ear.filters() != BandFilters.MEL
                || ear.mel().norm() != MelNorm.NONE
                || !ear.mel().triangles().isEmpty()) {
            return Optional.of("found other bands, expected evenly spaced mel filters without a norm");
        }
        if (!(ear.gain() instanceof DecibelDrive)) {
            return Optional.of("found another gain, expected decibels");
        }
        if (ear.inhibition().width() > 1) {
            return Optional.of("found lateral inhibition, expected \"lateral-inhibition: {width: 1}\"");
        }
        return heardAs == HeardAs.NUMBERS || isLearned(ear.encoder())
                ? Optional.empty()
                : Optional.of("found another encoder, expected lif with the reset zero or subtract-after-decay");
    }

    private static boolean isLearned(SpikeEncoder encoder) {
        return encoder instanceof LearnableEncoder leaky && leaky.lateReset() != LearnableEncoder.LateReset.OTHER;
    }
}
