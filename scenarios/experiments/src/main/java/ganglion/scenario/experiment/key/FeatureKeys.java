package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.seconds;
import static ganglion.documents.key.Types.words;

import ganglion.cochlea.CochleaDocuments;
import ganglion.cochlea.CochleaKeys;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.contour.Contour;
import ganglion.cochlea.encode.EncoderSeed;
import ganglion.cochlea.encode.Encoders;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.time.Clock;
import ganglion.learning.compile.CompiledModel;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.HearingSettings.HeardAs;
import ganglion.learning.data.SpikeBinning;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.model.RandomStreams;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys of the input of a network. A step is a tick; with sound, it is a hop of the cochlea. Reading them sets the clock of
 * the document, and the {@link Features} that other keys need.
 */
public final class FeatureKeys {

    private static final int MOST_STEPS = 1_000_000;
    private static final CochleaParameters FRONT_END = CochleaParameters.DEFAULT;

    private static final Key<HeardAs> AS = Key.of("as", words("a word for features", heardAs()))
            .says("The input that the network gets of a sound: the spikes of the encoder (spikes), its drive (drive),"
                    + " cepstral coefficients of that (cepstrum; MFCC, with the gain decibels), drive and cepstrum, levels"
                    + " relative to the loudest moment and what rises and falls in them (contour), that and its cepstrum,"
                    + " fluctuation of the level (expression), contour, cepstrum and expression, or either of these with"
                    + " the movement of the pitch (intonation).")
            .byDefault(HeardAs.SPIKES)
            .example("spikes");
    private static final Key<Integer> COEFFICIENTS = Key.of(
                    "coefficients", integer().from(1).to(4096))
            .says("Number of cepstral coefficients, at most the number of bands.")
            .byDefault(20);
    private static final Key<Double> DURATION = Key.of("duration", seconds())
            .says("Length of each sample: longer ones are cut, shorter ones followed by silence.")
            .required()
            .example("4 s");
    private static final Key<Double> STEP = Key.of("step", seconds())
            .says("Recorded spikes: length of a step. Sounds have a step for each hop of the front end.")
            .example("10 ms");
    private static final Key<Integer> CHANNELS = Key.of(
                    "channels", integer().from(1).to(1_000_000))
            .says("Recorded spikes: number of channels.")
            .example(700);
    private static final Key<Integer> CHANNELS_PER_INPUT = Key.of(
                    "channels-per-input", integer().from(1).to(1_000_000))
            .says(
                    "Recorded spikes: number of neighbouring channels that share an input, which spikes in a step if one of"
                            + " them does.")
            .byDefault(1)
            .example(5);
    private static final Key<Integer> FRAMES_PER_STEP = Key.of(
                    "frames-per-step", integer().from(1).to(10_000))
            .says("Hops of the front end from one step to the next, where a contour or expression is heard.")
            .byDefault(1)
            .example(4);

    /** The input of a network, made of a sample. */
    public static final Key<Features> FEATURES = Key.of(
                    "features",
                    Shape.of(
                                    "settings of the features",
                                    FeatureKeys::features,
                                    AS,
                                    CochleaKeys.FRONT_END,
                                    Encoders.KEY,
                                    COEFFICIENTS,
                                    DURATION,
                                    STEP,
                                    CHANNELS,
                                    CHANNELS_PER_INPUT,
                                    FRAMES_PER_STEP,
                                    Contour.KEY)
                            .needs(STEP, CHANNELS)
                            .needs(CHANNELS, STEP)
                            .needs(CHANNELS_PER_INPUT, CHANNELS)
                            .excludes(STEP, AS, CochleaKeys.FRONT_END, Encoders.KEY, COEFFICIENTS))
            .says("What the network sees of a sample.")
            .required()
            .exampleText("{duration: 1 s}");

    private FeatureKeys() {}

    private static Map<String, HeardAs> heardAs() {
        Map<String, HeardAs> words = new LinkedHashMap<>();
        words.put("spikes", HeardAs.SPIKES);
        words.put("drive", HeardAs.NUMBERS);
        words.put("cepstrum", HeardAs.CEPSTRUM);
        words.put("drive-and-cepstrum", HeardAs.NUMBERS_AND_CEPSTRUM);
        words.put("contour", HeardAs.CONTOUR);
        words.put("contour-and-cepstrum", HeardAs.CONTOUR_AND_CEPSTRUM);
        words.put("expression", HeardAs.EXPRESSION);
        words.put("contour-and-expression", HeardAs.CONTOUR_AND_EXPRESSION);
        words.put("expression-and-intonation", HeardAs.EXPRESSION_AND_INTONATION);
        words.put("contour-and-expression-and-intonation", HeardAs.CONTOUR_EXPRESSION_AND_INTONATION);
        return words;
    }

    /** Reports a problem if the features of a document are not spikes, which something that learns needs. */
    public static void needSpikes(Place root, Features features, String learner) {
        if (features instanceof Features.Heard heard
                && heard.settings().heardAs().isNumbers()) {
            AS.at(FEATURES.at(root)).problem("found numbers, expected \"spikes\", which " + learner + " needs");
        }
    }

    private static Features features(Place place) {
        Features features = read(place);
        place.reading().setContext(Features.class, features);
        return features;
    }

    private static Features read(Place place) {
        boolean recorded = STEP.isIn(place);
        double tickSeconds = recorded ? STEP.in(place) : hop(place);
        setClock(place, tickSeconds);
        int ticks = steps(DURATION.at(place));
        return recorded ? recorded(place, tickSeconds, ticks) : heard(place, ticks);
    }

    private static Features recorded(Place place, double stepSeconds, int steps) {
        int channels = CHANNELS.in(place);
        int perInput = CHANNELS_PER_INPUT.in(place);
        if (perInput > channels) {
            CHANNELS_PER_INPUT
                    .at(place)
                    .problem("found " + perInput + ", expected at most the " + channels + " channels");
            perInput = 1;
        }
        return new Features.Recorded(new SpikeBinning(stepSeconds, steps, channels, perInput));
    }

    private static double hop(Place place) {
        return CochleaKeys.FRONT_END.isIn(place)
                ? CochleaKeys.HOP.in(CochleaKeys.FRONT_END.at(place))
                : FRONT_END.hopSeconds();
    }

    private static void setClock(Place place, double stepSeconds) {
        try {
            place.reading().setClock(new TickTimes(new Clock(stepSeconds)));
        } catch (IllegalArgumentException e) {
            place.problem("found steps of " + stepSeconds + " s, expected 1 ns to 1 s");
            place.reading().setClock(new TickTimes(new Clock(FRONT_END.hopSeconds())));
        }
    }

    private static int steps(Place duration) {
        long steps = duration.ticks();
        if (steps < 1 || steps > MOST_STEPS) {
            duration.problem("found " + steps + " steps, expected 1 to " + MOST_STEPS);
            return 1;
        }
        return (int) steps;
    }

    private static Features heard(Place place, int ticks) {
        int framesPerStep = FRAMES_PER_STEP.in(place);
        int steps = Math.max(1, ticks / framesPerStep);
        // An encoder that draws draws what it will in the compiled scenario.
        place.reading()
                .setContext(
                        EncoderSeed.class,
                        place.reading().context(RandomStreams.class).encoder(CompiledModel.INPUT));
        CochleaParameters ear = CochleaDocuments.read(place);
        HeardAs heardAs = AS.in(place);
        int coefficients = heardAs.hasCepstrum() ? COEFFICIENTS.in(place) : 1;
        checkEncoder(place, ear, heardAs);
        try {
            return new Features.Heard(new HearingSettings(
                    ear, heardAs, coefficients, Contour.KEY.in(place), framesPerStep, steps, Augmentation.NONE));
        } catch (IllegalArgumentException e) {
            place.problem(e.getMessage());
            return new Features.Heard(new HearingSettings(ear, HeardAs.SPIKES, steps, Augmentation.NONE));
        }
    }

    private static void checkEncoder(Place place, CochleaParameters ear, HeardAs heardAs) {
        if (heardAs.isNumbers() && Encoders.KEY.isIn(place)) {
            Encoders.KEY.at(place).problem("found an encoder, which goes with \"as: spikes\" only");
        }
        if (ear.encoder().currents().isPresent()) {
            Encoders.KEY
                    .at(place)
                    .problem("found currents, expected \"as: drive\" or another word for features instead");
        }
    }
}
