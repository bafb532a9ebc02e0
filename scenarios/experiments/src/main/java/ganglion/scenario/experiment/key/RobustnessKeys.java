package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.folder;
import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.seconds;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.NoiseMix;
import ganglion.learning.data.SpectrumChange;
import ganglion.learning.data.SpikeChange;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Disturbance;
import ganglion.scenario.experiment.Features;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The kinds of disturbances that a trained model is tried under: the only place that knows their words and keys. */
public final class RobustnessKeys {

    /** Most strengths of a disturbance. */
    public static final int MOST_STRENGTHS = 20;

    /** Most disturbances of an experiment. */
    public static final int MOST_DISTURBANCES = 50;

    private static final double MILLISECOND = 1e-3;

    private static final Key<DocumentPath> FOLDER = Key.of("folder", folder())
            .titled("the name of a folder")
            .says("Folder with sounds, of which an excerpt is mixed in. Left out, white noise.")
            .example("noise/babble");
    private static final Key<List<Double>> RATIOS = strengths(
                    "ratio-db", number().from(-200).to(200))
            .says("Ratios of the power of the sound to that of the noise, in dB.")
            .example(List.of(20, 10, 5));
    private static final Key<List<Double>> GAINS = strengths(
                    "gain-db", number().from(-200).to(200))
            .says("Gains, in dB.")
            .example(List.of(-40, -20));
    private static final Key<List<Double>> TEMPOS = strengths(
                    "factors", number().from(0.5).to(1.3))
            .says("Tempos: 0.9 is a tenth slower. Sounds keep their pitch.")
            .example(List.of(0.9, 1.1));
    private static final Key<List<Double>> DEVIATIONS = strengths("deviations", seconds())
            .says("Standard deviations of the normal shift of each spike by itself.")
            .example(List.of("2 ms", "5 ms"));
    private static final Key<List<Double>> SHARES = strengths(
                    "shares", number().from(0).to(1))
            .says("Shares of the spikes that are left out, each by chance.")
            .example(List.of(0.1, 0.2));
    private static final Key<List<Double>> RATES = strengths("rates", hertz())
            .says("Rates of extra spikes of each input; at most one for each step.")
            .example(List.of("1 Hz", "5 Hz"));
    private static final Key<Double> LEAST_ACCURACY = Key.of(
                    "least-accuracy", number().from(0).to(1))
            .says("Accuracy that is expected at each of these strengths; where it is missed, `train` ends with 1.")
            .example(0.9);

    private static final Key<Double> LEAST_MACRO_F1 = Key.of(
                    "least-macro-f1", number().from(0).to(1))
            .says("Macro F1 that is expected at each of these strengths; where it is missed, `train` ends with 1.")
            .example(0.4);

    /** Disturbances that the finished model is tried under. */
    public static final Key<List<List<Disturbance>>> ROBUSTNESS = key(LEAST_ACCURACY)
            .says("Disturbances that the finished model is also tried under, one at a time, on the test set, or on the"
                    + " validation set where there is none. They change nothing in the training.")
            .exampleText("[{kind: noise, ratio-db: [20, 10], least-accuracy: 0.9}]");

    /** The same for detectors. */
    public static final Key<List<List<Disturbance>>> OF_DETECTORS = key(LEAST_MACRO_F1)
            .says(
                    "Disturbances that the finished detectors are also tried under, one at a time, on the test mixtures. They"
                            + " change nothing in the training.")
            .exampleText("[{kind: noise, ratio-db: [20, 10], least-macro-f1: 0.4}]");

    /** What a disturbance changes; the input has to have it. */
    private enum Changed {
        SOUNDS,
        INPUT_SPIKES,
        SAMPLES
    }

    /**
     * One way to disturb samples.
     *
     * @param axis what its strengths are called
     * @param plan the change of the samples, by the place of the disturbance and a strength
     */
    private record Way(Changed changed, Axis axis, BiFunction<Place, Double, AugmentationPlan> plan) {}

    /**
     * How strengths are told.
     *
     * @param kind what is done
     * @param title of the axis
     * @param unit of a strength
     * @param size of that unit, in what the document is read in
     */
    private record Axis(String kind, String title, String unit, double size) {}

    private RobustnessKeys() {}

    /** All disturbances of an experiment on classification, whose features are read already; empty if it has none. */
    public static List<Disturbance> allOf(Place root) {
        return ROBUSTNESS.find(root).orElse(List.of()).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The same of an experiment on detection. */
    public static List<Disturbance> ofDetectors(Place root) {
        return OF_DETECTORS.find(root).orElse(List.of()).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Key<List<List<Disturbance>>> key(Key<Double> least) {
        return Key.of(
                "robustness", listOf("a list of disturbances", kinds(least)).size(1, MOST_DISTURBANCES));
    }

    private static KindsByTag<List<Disturbance>> kinds(Key<Double> least) {
        Way noise = new Way(
                Changed.SOUNDS,
                new Axis("white noise", "signal-to-noise ratio, dB", "dB", 1),
                (place, ratio) ->
                        new AugmentationPlan(sounds(place, 0, NoiseMix.white(ratio, ratio)), Optional.empty()));
        Way gain = new Way(
                Changed.SOUNDS,
                new Axis("gain", "gain, dB", "dB", 1),
                (place, decibels) -> new AugmentationPlan(sounds(place, decibels, NoiseMix.NONE), Optional.empty()));
        Way tempo = new Way(Changed.SAMPLES, new Axis("tempo", "tempo", "", 1), RobustnessKeys::tempo);
        Way jitter = new Way(
                Changed.INPUT_SPIKES,
                new Axis("jitter of spikes", "deviation, ms", "ms", MILLISECOND),
                (place, seconds) ->
                        spikes(place, new SpikeChange(seconds / features(place).stepSeconds(), 1, 1, 0, 0)));
        Way missing = new Way(
                Changed.INPUT_SPIKES,
                new Axis("missing spikes", "share, %", "%", 0.01),
                (place, share) -> spikes(place, new SpikeChange(0, 1, 1, share, 0)));
        Way extra = new Way(
                Changed.INPUT_SPIKES,
                new Axis("extra spikes", "rate of each input, Hz", "Hz", 1),
                (place, rate) ->
                        spikes(place, new SpikeChange(0, 1, 1, 0, AugmentationKeys.extraPerStep(place, RATES, rate))));
        return KindsByTag.<List<Disturbance>>of(
                        "a disturbance",
                        List.of(
                                kind("noise", "Noise is mixed into sounds.", noise, RATIOS, FOLDER, least),
                                kind("gain", "Sounds get louder or softer.", gain, GAINS, least),
                                kind("tempo", "Samples get faster or slower.", tempo, TEMPOS, least),
                                kind("jitter", "Input spikes are shifted, each by itself.", jitter, DEVIATIONS, least),
                                kind("missing-spikes", "Input spikes are left out.", missing, SHARES, least),
                                kind(
                                        "extra-spikes",
                                        "Input spikes that nothing has caused are added.",
                                        extra,
                                        RATES,
                                        least)))
                .named("disturbance");
    }

    private static Key<List<Double>> strengths(String name, Type<Double> element) {
        return Key.of(name, listOf("a list of strengths", element).size(1, MOST_STRENGTHS))
                .required();
    }

    private static Kind<List<Disturbance>> kind(
            String word, String description, Way way, Key<List<Double>> strengths, Key<?>... more) {
        return new Kind<>(
                word,
                description,
                Shape.of("", place -> read(place, way, strengths), Shape.keys(List.of(strengths), more)));
    }

    private static Features features(Place place) {
        return place.reading().context(Features.class);
    }

    /** Changes of sounds, each of which has one version: it is heard once, for the network and the baseline. */
    private static Augmentation sounds(Place place, double gain, NoiseMix noise) {
        return new Augmentation(gain, gain, noise, 0, ExperimentKeys.seed(place)).withSpectrum(SpectrumChange.NONE, 1);
    }

    private static AugmentationPlan spikes(Place place, SpikeChange change) {
        return new AugmentationPlan(sounds(place, 0, NoiseMix.NONE), Optional.empty(), change);
    }

    private static AugmentationPlan tempo(Place place, double tempo) {
        return features(place).fromSound()
                ? new AugmentationPlan(sounds(place, 0, NoiseMix.NONE).withLength(1 / tempo), Optional.empty())
                : spikes(place, new SpikeChange(0, tempo, tempo, 0, 0));
    }

    private static List<Disturbance> read(Place place, Way way, Key<List<Double>> strengths) {
        if (way.changed() == Changed.SOUNDS && !features(place).fromSound()) {
            place.problem("found a change of sounds, expected none, because samples are recorded spikes");
        } else if (way.changed() == Changed.INPUT_SPIKES && !features(place).areSpikes()) {
            place.problem("found a change of input spikes, expected none, because the input is numbers");
        }
        Axis axis = way.axis();
        // Read once, so that a mistake in it is told once.
        Optional<DocumentPath> folder = FOLDER.find(place);
        String kind = folder.map(found -> "noise of " + found.written()).orElse(axis.kind());
        OptionalDouble least = Stream.of(LEAST_ACCURACY, LEAST_MACRO_F1)
                .flatMap(key -> key.find(place).stream())
                .mapToDouble(figure -> figure)
                .findFirst();
        return strengths.in(place).stream()
                .map(strength -> new Disturbance(
                        kind,
                        axis.title(),
                        rounded(strength / axis.size()),
                        axis.unit(),
                        with(folder, way.plan().apply(place, strength)),
                        least))
                .toList();
    }

    private static AugmentationPlan with(Optional<DocumentPath> noiseFolder, AugmentationPlan plan) {
        return new AugmentationPlan(plan.changes(), noiseFolder, plan.spikes());
    }

    /** A strength in its unit, without the rounding error of the division. */
    private static double rounded(double strength) {
        return Math.rint(strength * 1e9) / 1e9;
    }
}
