package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.loss.Loss.CrossEntropyMaxMembrane;
import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.loss.Loss.CrossEntropyRate;
import ganglion.learning.loss.Loss.SquaredCount;
import ganglion.learning.loss.Loss.SquaredMembrane;
import ganglion.learning.loss.Loss.SquaredRate;
import ganglion.learning.loss.Loss.WindowedError;
import java.util.List;
import java.util.function.Function;

/** The losses of classifiers: the only place that knows their words and keys. */
final class LossKeys {

    private static final Key<Double> CORRECT_RATE = Key.of(
                    "correct-rate", number().from(0).to(1))
            .says("Target spikes per step of the output of the class.")
            .byDefault(0.8);
    private static final Key<Double> OTHER_RATE = Key.of(
                    "other-rate", number().from(0).to(1))
            .says("Target spikes per step of the other outputs.")
            .byDefault(0.2);
    private static final Key<Double> CORRECT_POTENTIAL = Key.of("correct-potential", number())
            .says("Target potential of the output of the class.")
            .byDefault(1.0);
    private static final Key<Double> OTHER_POTENTIAL = Key.of("other-potential", number())
            .says("Target potential of the other outputs.")
            .byDefault(0.0);
    /** All losses. */
    static final KindsByTag<Loss> ALL = KindsByTag.<Loss>of(
                    "a loss",
                    List.of(
                            kind(
                                    "cross-entropy-rate",
                                    "Cross-entropy of the spikes of each step, averaged over the steps.",
                                    place -> new CrossEntropyRate()),
                            kind(
                                    "cross-entropy-count",
                                    "Cross-entropy of the spike counts.",
                                    place -> new CrossEntropyCount()),
                            kind(
                                    "cross-entropy-max-membrane",
                                    "Cross-entropy of the largest potentials.",
                                    place -> new CrossEntropyMaxMembrane()),
                            kind(
                                    "cross-entropy-mean-membrane",
                                    "Cross-entropy of the mean potentials.",
                                    place -> new CrossEntropyMeanMembrane()),
                            kind(
                                    "squared-count",
                                    "Squared distance of the spike counts from their targets.",
                                    place -> new SquaredCount(CORRECT_RATE.in(place), OTHER_RATE.in(place)),
                                    CORRECT_RATE,
                                    OTHER_RATE),
                            kind(
                                    "squared-rate",
                                    "One output: squared distance of its rate from the class, 0 or 1.",
                                    place -> new SquaredRate()),
                            kind(
                                    "squared-membrane",
                                    "Squared distance of the potentials from their targets.",
                                    place ->
                                            new SquaredMembrane(CORRECT_POTENTIAL.in(place), OTHER_POTENTIAL.in(place)),
                                    CORRECT_POTENTIAL,
                                    OTHER_POTENTIAL),
                            kind(
                                    "windowed-error",
                                    "One output: the founding study's loss, with a sufficient share of right steps and a"
                                            + " growing price on spikes for class 0.",
                                    place -> WindowedError.ofStudy())))
            .named("loss");

    private LossKeys() {}

    private static Kind<Loss> kind(String word, String description, Function<Place, Loss> reader, Key<?>... keys) {
        return new Kind<>(word, description, Shape.of("", reader, keys));
    }
}
