package ganglion.cochlea.adjust;

import ganglion.cochlea.CochleaParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something about an ear that can be changed while it hears. At its neutral value, the ear is what its parameters say, to the last bit. */
public enum EarSetting {
    /** Amplification of the sound, in decibels. */
    GAIN("Gain", "Amplification of the sound, in decibels.", "dB", -40, 40, 1, 0),
    /** Level of white noise that is added to the sound after the gain, in decibels relative to a full-scale root mean square; none at the least value. */
    NOISE(
            "Noise",
            "Level of white noise that is added after the gain, in decibels relative to a full-scale root mean square; -100 for none.",
            "dB",
            -100,
            0,
            1,
            -100),
    /** Factor on the threshold of the encoder. */
    THRESHOLD("Threshold", "Factor on the threshold of the encoder.", "", 0.1, 10, 0.05, 1),
    /** Factor on lateral inhibition. */
    INHIBITION("Inhibition", "Factor on lateral inhibition.", "", 0, 2, 0.05, 1);

    private final String title;
    private final String description;
    private final String unit;
    private final double least;
    private final double most;
    private final double step;
    private final double neutral;

    EarSetting(String title, String description, String unit, double least, double most, double step, double neutral) {
        this.title = title;
        this.description = description;
        this.unit = unit;
        this.least = least;
        this.most = most;
        this.step = step;
        this.neutral = neutral;
    }

    /** The settings that an ear has: an encoder may have no threshold, and inhibition may be off. */
    public static List<EarSetting> of(CochleaParameters parameters) {
        return Arrays.stream(values())
                .filter(setting -> setting.isOf(parameters))
                .toList();
    }

    /** The setting of a word, if there is one. */
    public static Optional<EarSetting> named(String word) {
        return Arrays.stream(values())
                .filter(setting -> setting.word().equals(word))
                .findFirst();
    }

    private boolean isOf(CochleaParameters parameters) {
        return switch (this) {
            case GAIN, NOISE -> true;
            case THRESHOLD -> parameters.encoder().hasThreshold();
            case INHIBITION -> parameters.inhibition().isEffective();
        };
    }

    /**
     * Refuses a value that is out of range.
     *
     * @throws IllegalArgumentException saying what was found and what was expected
     */
    public void check(double value) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("found " + word() + " " + value + ", expected a number from " + least
                    + " to " + most + (unit.isEmpty() ? "" : " " + unit));
        }
    }

    /** The word used in files and messages, such as {@code gain}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name on a page, such as {@code Gain}. */
    public String title() {
        return title;
    }

    /** What it changes, in a sentence. */
    public String description() {
        return description;
    }

    /** Unit of its values; empty for a factor. */
    public String unit() {
        return unit;
    }

    /** Smallest value. */
    public double least() {
        return least;
    }

    /** Largest value. */
    public double most() {
        return most;
    }

    /** Distance of values that are worth telling apart. */
    public double step() {
        return step;
    }

    /** The value that changes nothing. */
    public double neutral() {
        return neutral;
    }
}
