package ganglion.cochlea;

import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.encode.Encoders;
import ganglion.cochlea.encode.SpikeEncoder;
import ganglion.cochlea.expression.Expression;
import ganglion.cochlea.expression.Intonation;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;

/** Reads the keys of a cochlea and of its encoder. Checks that the two fit each other and the clock. */
public final class CochleaDocuments {

    private CochleaDocuments() {}

    /**
     * Number of neurons, also if other settings of the object are wrong.
     *
     * @param parent has the keys {@code frontend} and {@code encoder}, or lacks them for the defaults
     */
    public static int neurons(Place parent) {
        int bands = CochleaKeys.FRONT_END.isIn(parent)
                ? CochleaKeys.bands(CochleaKeys.FRONT_END.at(parent))
                : CochleaParameters.DEFAULT.mel().bands();
        try {
            return Encoders.KEY.in(parent.unnoted()).neurons(bands);
        } catch (IllegalArgumentException e) {
            return Encoders.DEFAULT.neurons(bands); // reading the encoder itself gives the problem
        }
    }

    /**
     * The front end with its encoder; notes a problem and gives the default if the numbers do not fit each other.
     *
     * @param parent has the keys {@code frontend} and {@code encoder}, or lacks them for the defaults
     */
    public static CochleaParameters read(Place parent) {
        SpikeEncoder encoder = encoder(parent);
        Place place = CochleaKeys.FRONT_END.isIn(parent) ? CochleaKeys.FRONT_END.at(parent) : parent;
        try {
            CochleaParameters cochlea = CochleaKeys.FRONT_END.in(parent).withEncoder(encoder);
            checkHop(CochleaKeys.HOP.isIn(place) ? CochleaKeys.HOP.at(place) : place, cochlea);
            encoder.currents().ifPresent(currents -> checkCurrents(Encoders.KEY.at(parent), currents, cochlea));
            return cochlea;
        } catch (IllegalArgumentException e) {
            PlacedException.note(e, place);
            return CochleaParameters.DEFAULT;
        }
    }

    private static SpikeEncoder encoder(Place parent) {
        try {
            return Encoders.KEY.in(parent);
        } catch (IllegalArgumentException e) {
            PlacedException.note(e, parent);
            return Encoders.DEFAULT;
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

    private static void checkCurrents(Place encoder, CurrentInjection currents, CochleaParameters cochlea) {
        if (currents.coefficients() > cochlea.mel().bands()) {
            encoder.problem("found " + currents.coefficients() + " cepstral coefficients, expected at most "
                    + cochlea.mel().bands() + ", the number of bands");
        }
        if (currents.expression()) {
            checkLongestHop(encoder, cochlea.hopSeconds(), Expression.LONGEST_HOP_SECONDS, "expression");
        }
        if (currents.intonation()) {
            checkLongestHop(encoder, cochlea.hopSeconds(), Intonation.LONGEST_HOP_SECONDS, "intonation");
        }
    }

    private static void checkLongestHop(Place encoder, double hopSeconds, double longestSeconds, String feature) {
        if (hopSeconds > longestSeconds) {
            encoder.problem("found a hop of " + hopSeconds + " s, expected at most " + longestSeconds + " s where "
                    + feature + " is heard");
        }
    }
}
