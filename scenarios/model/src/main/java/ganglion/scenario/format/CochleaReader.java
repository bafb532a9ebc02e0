package ganglion.scenario.format;

import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.expression.Expression;
import ganglion.cochlea.expression.Intonation;
import ganglion.cochlea.inhibition.LateralInhibition;
import ganglion.cochlea.spectrum.MelParameters;
import ganglion.cochlea.spectrum.SpectrumOptions;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import java.util.Optional;

/** Reads the front end and encoder of an audio input; what is left out is as in {@link CochleaParameters#DEFAULT}. */
public final class CochleaReader {

    private static final CochleaParameters DEFAULT = CochleaParameters.DEFAULT;

    private CochleaReader() {}

    /** Number of neurons of an audio input, whether or not the rest of it makes sense. */
    public static int size(Place input) {
        int otherwise = DEFAULT.mel().bands();
        int bands = input.find("frontend")
                .map(frontend -> frontend.integer("mel-bands", otherwise))
                .orElse(otherwise);
        return EncoderReader.neurons(input, bands);
    }

    /** The front end of an input; notes a problem and gives the default if its numbers do not fit each other. */
    public static CochleaParameters read(Place input) {
        Place place = input.find("frontend").orElse(input);
        try {
            CochleaParameters cochlea = new CochleaParameters(
                    place.quantity("sample-rate", Dimension.FREQUENCY, DEFAULT.sampleRateHertz()),
                    place.quantity("window", Dimension.TIME, DEFAULT.windowSeconds()),
                    place.quantity("hop", Dimension.TIME, DEFAULT.hopSeconds()),
                    mel(place),
                    place.find("gain").map(GainReader::read).orElse(DEFAULT.gain()),
                    place.find("lateral-inhibition")
                            .map(CochleaReader::inhibition)
                            .orElse(DEFAULT.inhibition()),
                    EncoderReader.read(input),
                    spectrum(place),
                    place.choice("filters", DEFAULT.filters()));
            checkHop(place.find("hop").orElse(place), cochlea);
            checkCurrents(input, cochlea);
            return cochlea;
        } catch (IllegalArgumentException e) {
            place.problem(e.getMessage());
            return DEFAULT;
        }
    }

    private static void checkHop(Place place, CochleaParameters cochlea) {
        double tickSeconds = place.reading().times().clock().tickSeconds();
        int frames = cochlea.encoder().framesPerTick();
        if (Math.abs(cochlea.hopSeconds() * frames - tickSeconds) > 1e-9 * tickSeconds) {
            place.problem("found a hop of " + cochlea.hopSeconds() + " s, expected "
                    + (frames == 1 ? "" : "1/" + frames + " of ") + "the clock's tick of "
                    + place.reading().times().tick() + ", because "
                    + (frames == 1 ? "each frame becomes a tick" : frames + " frames become a tick"));
        }
    }

    private static void checkCurrents(Place input, CochleaParameters cochlea) {
        Optional<CurrentInjection> numbers = cochlea.encoder().currents();
        if (numbers.isEmpty()) {
            return;
        }
        CurrentInjection currents = numbers.get();
        if (currents.coefficients() > cochlea.mel().bands()) {
            input.at("encoder")
                    .problem("found " + currents.coefficients() + " cepstral coefficients, expected at most "
                            + cochlea.mel().bands() + ", the number of bands");
        }
        if (currents.expression() && cochlea.hopSeconds() > Expression.LONGEST_HOP_SECONDS) {
            input.at("encoder")
                    .problem("found a hop of " + cochlea.hopSeconds() + " s, expected at most "
                            + Expression.LONGEST_HOP_SECONDS + " s where expression is heard");
        }
        if (currents.intonation() && cochlea.hopSeconds() > Intonation.LONGEST_HOP_SECONDS) {
            input.at("encoder")
                    .problem("found a hop of " + cochlea.hopSeconds() + " s, expected at most "
                            + Intonation.LONGEST_HOP_SECONDS + " s where intonation is heard");
        }
    }

    private static MelParameters mel(Place place) {
        MelParameters otherwise = DEFAULT.mel();
        return new MelParameters(
                place.integer("mel-bands", otherwise.bands()),
                place.quantity("lowest-frequency", Dimension.FREQUENCY, otherwise.minimumHertz()),
                place.quantity("highest-frequency", Dimension.FREQUENCY, otherwise.maximumHertz()),
                place.choice("mel-scale", otherwise.scale()),
                place.choice("mel-norm", otherwise.norm()));
    }

    private static SpectrumOptions spectrum(Place place) {
        SpectrumOptions otherwise = DEFAULT.spectrum();
        return new SpectrumOptions(
                place.integer("fft-size", otherwise.fftSize()),
                place.choice("taper", otherwise.window()),
                place.choice("framing", otherwise.framing()),
                place.choice("power-scale", otherwise.scale()));
    }

    private static LateralInhibition inhibition(Place place) {
        return new LateralInhibition(
                place.integer("width", DEFAULT.inhibition().width()),
                place.number("strength", DEFAULT.inhibition().strength()));
    }
}
