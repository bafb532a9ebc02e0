package ganglion.cochlea.gain;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey;
import java.util.List;

/** The list of all gain controls: a gain control is its class, its test and one word here. */
public final class Gains {

    /** The gain control of the default front end. */
    public static final GainControl DEFAULT = NormalisedPower.DEFAULT;

    /** Every kind, in the order of pages and messages. */
    public static final KindsByKey<GainControl> KINDS = new KindsByKey<>(
            "one kind of gain",
            List.of(
                    NormalisedPower.KIND,
                    RunningMaximum.KIND,
                    DecibelDrive.KIND,
                    PerChannelEnergy.KIND,
                    FixedGain.KIND));

    /** The gain control of a front end in a document. */
    public static final Key<GainControl> KEY = Key.of("gain", KINDS)
            .says("From band power to the drive of the encoder; exactly one kind.")
            .byDefault(DEFAULT)
            .exampleText("{normalised: {minimum-range: 1.0e-6}}");

    private Gains() {}
}
