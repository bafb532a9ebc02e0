package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.folder;
import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.seconds;

import ganglion.documents.key.Key;
import ganglion.documents.key.ListType;
import ganglion.documents.key.NumberType;
import ganglion.documents.key.Shape;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.Fragment;
import ganglion.learning.data.NoiseMix;
import ganglion.learning.data.SpectrumChange;
import ganglion.learning.data.SpikeChange;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Features;
import java.util.List;
import java.util.Optional;

/** The keys of the changes of sounds from epoch to epoch. Features must have been read before. */
public final class AugmentationKeys {

    private static final ListType<Double> RANGE = listOf(
                    "two numbers, lowest and highest", number().from(-200).to(200))
            .size(2, 2);
    private static final NumberType DEVIATION = number().from(0).to(100);

    private static final Key<List<Double>> GAIN = Key.of("gain-db", RANGE)
            .says("Gain in dB, drawn uniformly in between.")
            .byDefault(List.of(Augmentation.NONE.lowestGainDecibels(), Augmentation.NONE.highestGainDecibels()))
            .example(List.of(-20, 0));

    private static final Key<DocumentPath> FOLDER = Key.of("folder", folder())
            .titled("the name of a folder")
            .says("Folder with sounds; an excerpt of one is mixed in. Left out, white noise.")
            .example("noise");
    private static final Key<List<Double>> RATIO = Key.of("ratio-db", RANGE)
            .says("Ratio of the power of the sound to that of the noise in dB, drawn uniformly in between.")
            .required()
            .example(List.of(5, 20));
    private static final Key<Double> SHARE = Key.of("share", number().from(0).to(1))
            .says("Share of the samples that get noise.")
            .byDefault(1.0)
            .example(0.5);
    private static final Key<NoiseMix> NOISE = Key.of(
                    "noise", Shape.of("settings of noise", AugmentationKeys::noise, FOLDER, RATIO, SHARE))
            .says("Noise mixed into the sound, by the root mean squares of the whole sample.")
            .exampleText("{folder: noise, ratio-db: [5, 20]}");

    private static final Key<Double> SHIFT = Key.of("shift", seconds())
            .says("Largest shift in time, to either side; what is shifted in is silence.")
            .byDefault(0.0)
            .example("100 ms");
    private static final Key<Integer> VERSIONS = Key.of(
                    "versions", integer().from(0).to(10_000))
            .says(
                    "Number of versions of each sound, by gain, noise and shift, that take turns; each is processed once. 0"
                            + " for a new version in each epoch.")
            .byDefault(0)
            .example(4);

    private static final Key<Double> SHIFT_BANDS = Key.of("shift-bands", DEVIATION)
            .says("Deviation of a shift across the bands, in bands.")
            .byDefault(0.0)
            .example(1.5);
    private static final Key<Double> WARP_BANDS = Key.of("warp-bands", DEVIATION)
            .says(
                    "Deviation of uneven shifts, in bands, as formants move apart in another vocal tract: one that grows from"
                            + " the middle bands to either end, in opposite directions, and one by a sine.")
            .byDefault(0.0)
            .example(1.5);
    private static final Key<Double> SPECTRUM_STRETCH = Key.of("stretch", DEVIATION)
            .says("Deviation of the logarithm of the factor by which the sound gets longer.")
            .byDefault(0.0)
            .example(0.15);
    private static final Key<Double> TILT = Key.of("tilt-db", DEVIATION)
            .says("Deviation of a slope across the bands, in dB from the middle to an end.")
            .byDefault(0.0)
            .example(4);
    private static final Key<Double> BEND = Key.of("bend-db", DEVIATION)
            .says("Deviation of a parabola across the bands, in dB from the middle to an end.")
            .byDefault(0.0)
            .example(3);
    private static final Key<Double> RIPPLE = Key.of("ripple-db", DEVIATION)
            .says("Deviation of the amplitude of a wave across the bands, in dB.")
            .byDefault(0.0)
            .example(2);
    private static final Key<Double> JITTER = Key.of("jitter-db", DEVIATION)
            .says("Deviation of each level by itself, in dB.")
            .byDefault(0.0)
            .example(0.5);
    private static final Key<SpectrumChange> SPECTRUM = Key.of(
                    "spectrum",
                    Shape.of(
                            "changes of spectra",
                            AugmentationKeys::spectrum,
                            SHIFT_BANDS,
                            WARP_BANDS,
                            SPECTRUM_STRETCH,
                            TILT,
                            BEND,
                            RIPPLE,
                            JITTER))
            .says(
                    "Changes of the levels of the bands from epoch to epoch, for features with a contour. All are deviations"
                            + " around no change.")
            .exampleText("{shift-bands: 1.5, tilt-db: 4}");

    private static final Key<Double> STRETCH = Key.of(
                    "stretch", number().from(0).to(0.5))
            .says("Largest change of length at the same pitch, as a share: 0.1 makes sounds up to a tenth shorter or"
                    + " longer.")
            .byDefault(0.0)
            .example(0.1);
    private static final Key<Double> FRAGMENT = Key.of("fragment", seconds())
            .says(
                    "Length of a piece that is cut out of each sound, anywhere in it, before anything else; one 40 dB weaker"
                            + " than the whole sound is drawn anew. Tests and validation take the beginning of a sound.")
            .byDefault(Fragment.NONE.seconds())
            .example("300 ms");

    private static final Key<Double> SPIKE_JITTER = Key.of("jitter", seconds())
            .says("Standard deviation of the normal shift of each spike by itself.")
            .byDefault(0.0)
            .example("5 ms");
    private static final Key<Double> TEMPO = Key.of("tempo", number().from(0).to(0.5))
            .says("Largest change of tempo, as a share: 0.1 makes samples up to a tenth faster or slower.")
            .byDefault(0.0)
            .example(0.1);
    private static final Key<Double> MISSING = Key.of(
                    "missing", number().from(0).to(1))
            .says("Share of the spikes that are left out, each by chance.")
            .byDefault(0.0)
            .example(0.1);
    private static final Key<Double> EXTRA = Key.of("extra", hertz())
            .says("Rate of extra spikes of each input; at most one for each step.")
            .byDefault(0.0)
            .example("5 Hz");
    private static final Key<SpikeChange> SPIKES = Key.of(
                    "spikes",
                    Shape.of("changes of input spikes", AugmentationKeys::spikes, SPIKE_JITTER, TEMPO, MISSING, EXTRA))
            .says("Changes of the input spikes from epoch to epoch, where the input is spikes, recorded or heard.")
            .exampleText("{jitter: 5 ms, missing: 0.1}");

    /** Changes of the samples of a classification. */
    public static final Key<AugmentationPlan> AUGMENTATION = Key.of(
                    "augmentation",
                    Shape.of(
                            "changes of samples",
                            AugmentationKeys::read,
                            GAIN,
                            NOISE,
                            SHIFT,
                            VERSIONS,
                            SPECTRUM,
                            STRETCH,
                            FRAGMENT,
                            SPIKES))
            .says("Changes of the samples of the training set from epoch to epoch.")
            .exampleText("{gain-db: [-20, 0]}");

    /** Changes of mixtures; each mixture is made once. */
    public static final Key<AugmentationPlan> OF_MIXTURES = Key.of(
                    "augmentation", Shape.of("changes of sounds", AugmentationKeys::read, GAIN, NOISE, SHIFT))
            .says("Changes of the training mixtures, once each.")
            .exampleText("{noise: {ratio-db: [5, 20]}}");

    private AugmentationKeys() {}

    private static AugmentationPlan read(Place place) {
        Features features = place.reading().context(Features.class);
        try {
            Augmentation changes = changes(place);
            if (!features.fromSound() && changes.active()) {
                place.problem("found changes of sounds, expected none, because samples are recorded spikes");
            }
            checkSpectrum(place, features, changes);
            Optional<Place> noise = NOISE.isIn(place) ? Optional.of(NOISE.at(place)) : Optional.empty();
            return new AugmentationPlan(
                    changes, noise.flatMap(FOLDER::find), SPIKES.find(place).orElse(SpikeChange.NONE));
        } catch (IllegalArgumentException e) {
            place.problem(e.getMessage());
            return AugmentationPlan.NONE;
        }
    }

    private static Augmentation changes(Place place) {
        List<Double> gain = GAIN.in(place);
        return new Augmentation(
                        gain.get(0),
                        gain.get(1),
                        NOISE.find(place).orElse(NoiseMix.NONE),
                        SHIFT.in(place),
                        ExperimentKeys.seed(place))
                .withSpectrum(SPECTRUM.find(place).orElse(SpectrumChange.NONE), VERSIONS.in(place))
                .withStretch(STRETCH.in(place))
                .withFragment(new Fragment(FRAGMENT.in(place)));
    }

    private static SpectrumChange spectrum(Place place) {
        return new SpectrumChange(
                SHIFT_BANDS.in(place),
                SPECTRUM_STRETCH.in(place),
                TILT.in(place),
                BEND.in(place),
                RIPPLE.in(place),
                JITTER.in(place),
                WARP_BANDS.in(place));
    }

    private static SpikeChange spikes(Place place) {
        Features features = place.reading().context(Features.class);
        if (!features.areSpikes()) {
            place.problem("found changes of input spikes, expected none, because the input is numbers");
        }
        double tempo = TEMPO.in(place);
        return new SpikeChange(
                SPIKE_JITTER.in(place) / features.stepSeconds(),
                1 - tempo,
                1 + tempo,
                MISSING.in(place),
                extraPerStep(place, EXTRA, EXTRA.in(place)));
    }

    /** Chance of an extra spike at each step, of a rate in Hz that a key holds; one spike for each step at most. */
    static double extraPerStep(Place place, Key<?> key, double hertz) {
        Features features = place.reading().context(Features.class);
        double extra = hertz * features.stepSeconds();
        if (extra > 1 && features.areSpikes()) {
            key.at(place)
                    .problem("found " + hertz + " Hz, expected at most one spike for each step of "
                            + features.stepSeconds() + " s");
        }
        return Math.min(1, extra);
    }

    private static void checkSpectrum(Place place, Features features, Augmentation changes) {
        boolean contour = features instanceof Features.Heard heard
                && heard.settings().heardAs().hasContour();
        if (changes.spectrum().active() && !contour) {
            SPECTRUM.at(place).problem("found changes of spectra, expected none, as no contour is heard");
        }
    }

    private static NoiseMix noise(Place place) {
        List<Double> ratio = RATIO.in(place);
        return new NoiseMix(List.of(), ratio.get(0), ratio.get(1), SHARE.in(place));
    }
}
