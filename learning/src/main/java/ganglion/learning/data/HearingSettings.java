package ganglion.learning.data;

import ganglion.cochlea.CochleaParameters;

/**
 * How sounds become samples.
 *
 * @param ear front end
 * @param heardAs what of a sound as heard becomes input
 * @param steps steps of each sample: longer sounds are cut, shorter ones followed by silence
 * @param augmentation changes from epoch to epoch
 */
public record HearingSettings(CochleaParameters ear, HeardAs heardAs, int steps, Augmentation augmentation) {

    /** @throws IllegalArgumentException if there is no step */
    public HearingSettings {
        if (steps < 1) {
            throw new IllegalArgumentException("samples of " + steps + " steps, expected 1 or more");
        }
    }
}
