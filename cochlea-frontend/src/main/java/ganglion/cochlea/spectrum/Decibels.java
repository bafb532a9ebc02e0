package ganglion.cochlea.spectrum;

/**
 * Power as level: 10 log10(max(smallest, power) / max(smallest, reference)); the same numbers as {@code
 * librosa.power_to_db}.
 *
 * @param reference power of 0 dB, above 0
 * @param smallestPower powers below count as this one, above 0
 * @param rangeDecibels levels this far below a clip's highest are raised to that; infinity for no such limit. Needs the
 *     whole clip, hence not for streams
 */
public record Decibels(double reference, double smallestPower, double rangeDecibels) {

    /** librosa's defaults: reference 1, nothing below 1e-10, 80 dB below the highest level. */
    public static final Decibels LIBROSA = new Decibels(1, 1e-10, 80);

    /** @throws IllegalArgumentException if a number is not positive */
    public Decibels {
        if (!(reference > 0 && reference < Double.POSITIVE_INFINITY && smallestPower > 0 && rangeDecibels > 0)) {
            throw new IllegalArgumentException("levels need a positive reference, smallest power and range, not "
                    + reference + ", " + smallestPower + " and " + rangeDecibels);
        }
    }

    /** The level of one power, without regard to the range. */
    public double level(double power) {
        return 10 * Math.log10(Math.max(smallestPower, power)) - 10 * Math.log10(Math.max(smallestPower, reference));
    }

    /** Turns the powers of a whole clip into levels, in place. */
    public void apply(double[] powers) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < powers.length; i++) {
            powers[i] = level(powers[i]);
            highest = Math.max(highest, powers[i]);
        }
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Math.max(powers[i], highest - rangeDecibels);
        }
    }
}
