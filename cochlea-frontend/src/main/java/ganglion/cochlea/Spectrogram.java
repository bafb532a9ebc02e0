package ganglion.cochlea;

/**
 * Values over time and frequency: one column (frame) per hop, one row (band) per frequency. Stored frame by frame in one
 * array. Immutable once built and safe to share between threads.
 */
public final class Spectrogram {

    private final int frames;
    private final int bands;
    private final double[] values;

    /**
     * Wraps values without copying them.
     *
     * @param values frame after frame, bands from low to high; must not change afterwards
     */
    Spectrogram(int bands, double[] values) {
        this.bands = bands;
        this.frames = values.length / bands;
        this.values = values;
    }

    /**
     * A spectrogram of given values.
     *
     * @param bands number of bands, at least 1
     * @param values frame after frame, bands from low to high; copied
     * @throws IllegalArgumentException if the values do not fill whole frames
     */
    public static Spectrogram of(int bands, double[] values) {
        if (bands < 1 || values.length % bands != 0) {
            throw new IllegalArgumentException(values.length + " values do not make frames of " + bands + " bands");
        }
        return new Spectrogram(bands, values.clone());
    }

    /** Number of frames (columns). */
    public int frames() {
        return frames;
    }

    /** Number of bands (rows). */
    public int bands() {
        return bands;
    }

    /** The value of one band in one frame, both counted from 0. */
    public double at(int frame, int band) {
        if (band < 0 || band >= bands) {
            throw new IndexOutOfBoundsException("band " + band + " of " + bands);
        }
        return values[frame * bands + band];
    }

    /** A copy of one frame, bands from low to high. */
    public double[] frame(int frame) {
        double[] copy = new double[bands];
        System.arraycopy(values, frame * bands, copy, 0, bands);
        return copy;
    }

    /** A copy of all frames, one after the other. */
    public double[] values() {
        return values.clone();
    }

    /** The largest value; 0 if there are no frames or all values are negative. */
    public double maximum() {
        double maximum = 0;
        for (double value : values) {
            maximum = Math.max(maximum, value);
        }
        return maximum;
    }

    @Override
    public String toString() {
        return "Spectrogram[" + frames + " frames, " + bands + " bands]";
    }
}
