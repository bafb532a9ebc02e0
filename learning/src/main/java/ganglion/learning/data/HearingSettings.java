package ganglion.learning.data;

import ganglion.cochlea.CochleaParameters;

/**
 * How sounds become samples.
 *
 * @param ear front end
 * @param heardAs what of a sound as heard becomes input
 * @param coefficients number of cepstral coefficients, 1 to the number of bands; without effect where none are heard
 * @param steps steps of each sample: longer sounds are cut, shorter ones followed by silence
 * @param augmentation changes from epoch to epoch
 */
public record HearingSettings(
        CochleaParameters ear, HeardAs heardAs, int coefficients, int steps, Augmentation augmentation) {

    /** @throws IllegalArgumentException if there is no step, or there are more coefficients than bands */
    public HearingSettings {
        if (steps < 1) {
            throw new IllegalArgumentException("samples of " + steps + " steps, expected 1 or more");
        }
        if (coefficients < 1 || coefficients > ear.mel().bands()) {
            throw new IllegalArgumentException("found " + coefficients + " cepstral coefficients, expected 1 to "
                    + ear.mel().bands() + ", the number of bands");
        }
    }

    /** Sounds of which no cepstral coefficients are heard. */
    public HearingSettings(CochleaParameters ear, HeardAs heardAs, int steps, Augmentation augmentation) {
        this(ear, heardAs, 1, steps, augmentation);
    }

    /** The same with other changes from epoch to epoch. */
    public HearingSettings withAugmentation(Augmentation other) {
        return new HearingSettings(ear, heardAs, coefficients, steps, other);
    }

    /** Number of inputs of a network that hears like this. */
    public int inputs() {
        int bands = ear.mel().bands();
        return switch (heardAs) {
            case SPIKES -> ear.encoder().neurons(bands);
            case NUMBERS -> bands;
            case CEPSTRUM -> coefficients;
            case NUMBERS_AND_CEPSTRUM -> bands + coefficients;
        };
    }
}
