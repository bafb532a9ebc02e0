package ganglion.scenario.experiment.format;

import ganglion.cochlea.CochleaDocuments;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.contour.Contour;
import ganglion.cochlea.encode.EncoderSeed;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.time.Clock;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.HeardAs;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.SpikeBinning;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.model.RandomStreams;
import java.util.Map;

/** Reads what a network sees. A step is a tick, and with sound a hop of the front end. */
final class FeatureReader {

    private static final int MOST_STEPS = 1_000_000;
    private static final int USUAL_COEFFICIENTS = 20;
    private static final Map<String, HeardAs> WORDS = Map.of(
            "spikes", HeardAs.SPIKES,
            "drive", HeardAs.NUMBERS,
            "cepstrum", HeardAs.CEPSTRUM,
            "drive-and-cepstrum", HeardAs.NUMBERS_AND_CEPSTRUM,
            "contour", HeardAs.CONTOUR,
            "contour-and-cepstrum", HeardAs.CONTOUR_AND_CEPSTRUM,
            "expression", HeardAs.EXPRESSION,
            "contour-and-expression", HeardAs.CONTOUR_AND_EXPRESSION,
            "expression-and-intonation", HeardAs.EXPRESSION_AND_INTONATION,
            "contour-and-expression-and-intonation", HeardAs.CONTOUR_EXPRESSION_AND_INTONATION);

    private FeatureReader() {}

    static Features read(Place place) {
        boolean recorded = place.has("step");
        double tickSeconds = recorded
                ? place.quantity("step", Dimension.TIME, 1)
                : place.find("frontend")
                        .map(frontend -> frontend.quantity("hop", Dimension.TIME, usualHop()))
                        .orElse(usualHop());
        setClock(place, tickSeconds);
        int ticks = steps(place.at("duration"));
        return recorded
                ? new Features.Recorded(new SpikeBinning(tickSeconds, ticks, place.integer("channels", 1)))
                : heard(place, ticks);
    }

    private static double usualHop() {
        return CochleaParameters.DEFAULT.hopSeconds();
    }

    private static void setClock(Place place, double stepSeconds) {
        try {
            place.reading().setClock(new TickTimes(new Clock(stepSeconds)));
        } catch (IllegalArgumentException e) {
            place.problem("found steps of " + stepSeconds + " s, expected 1 ns to 1 s");
            place.reading().setClock(new TickTimes(new Clock(usualHop())));
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
        int framesPerStep = place.integer("frames-per-step", 1);
        int steps = Math.max(1, ticks / framesPerStep);
        RandomStreams random = place.reading().context(RandomStreams.class);
        place.reading().setContext(EncoderSeed.class, random.encoder(""));
        CochleaParameters ear = CochleaDocuments.read(place);
        HeardAs heardAs = WORDS.get(place.text("as", "spikes"));
        int coefficients = heardAs.hasCepstrum() ? place.integer("coefficients", USUAL_COEFFICIENTS) : 1;
        if (heardAs.isNumbers() && place.has("encoder")) {
            place.at("encoder").problem("found an encoder, which goes with \"as: spikes\" only");
        }
        if (ear.encoder().currents().isPresent()) {
            place.at("encoder").problem("found currents, expected \"as: drive\" or another word for features instead");
        }
        try {
            return new Features.Heard(new HearingSettings(
                    ear, heardAs, coefficients, Contour.KEY.in(place), framesPerStep, steps, Augmentation.NONE));
        } catch (IllegalArgumentException e) {
            place.problem(e.getMessage());
            return new Features.Heard(new HearingSettings(ear, HeardAs.SPIKES, steps, Augmentation.NONE));
        }
    }
}
