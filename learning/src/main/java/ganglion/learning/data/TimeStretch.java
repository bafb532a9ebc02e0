package ganglion.learning.data;

import ganglion.cochlea.audio.AudioClip;

/**
 * Makes sounds longer or shorter and keeps their pitch: overlapping pieces are placed at another distance, each
 * shifted a little to where it best continues the one before (WSOLA; Verhelst and Roelands, "An overlap-add technique based on
 * waveform similarity (WSOLA) for high quality time-scale modification of speech", ICASSP 1993). The same sound and factor
 * give the same result, to the last bit.
 */
public final class TimeStretch {

    /** Length of a piece: a few periods of low voices, yet shorter than a syllable. */
    private static final double PIECE_SECONDS = 0.04;

    /** How far a piece is shifted at most: a period of 50 Hz in all. */
    private static final double SHIFT_SECONDS = 0.01;

    private static final double SMALLEST_FACTOR = 0.25;
    private static final double LARGEST_FACTOR = 4;

    private final double[] samples;
    private final double factor;
    private final int half;
    private final int shift;
    private final double[] window;

    private TimeStretch(AudioClip clip, double factor) {
        this.samples = clip.samples();
        this.factor = factor;
        this.half = Math.max(1, (int) Math.round(PIECE_SECONDS * clip.sampleRateHertz() / 2));
        this.shift = (int) Math.round(SHIFT_SECONDS * clip.sampleRateHertz());
        this.window = new double[2 * half];
        for (int k = 0; k < window.length; k++) {
            window[k] = 0.5 - 0.5 * Math.cos(Math.PI * k / half);
        }
    }

    /**
     * A sound at another speed.
     *
     * @param factor length of the result in lengths of the sound, 0.25 to 4
     * @throws IllegalArgumentException if the factor is out of range
     */
    public static AudioClip apply(AudioClip clip, double factor) {
        if (!(factor >= SMALLEST_FACTOR && factor <= LARGEST_FACTOR)) {
            throw new IllegalArgumentException("a sound stretched by " + factor + ", expected a factor from "
                    + SMALLEST_FACTOR + " to " + LARGEST_FACTOR);
        }
        return factor == 1 ? clip : new AudioClip(new TimeStretch(clip, factor).run(), clip.sampleRateHertz());
    }

    private double[] run() {
        double[] stretched = new double[(int) Math.round(samples.length * factor)];
        // The first piece begins half a piece early, so that two pieces cover every sample, whose windows add up to 1.
        int from = -half;
        for (int to = -half; to < stretched.length; to += half) {
            if (to > -half) {
                from = bestStart((int) Math.round((to + half) / factor) - half, from + half);
            }
            for (int k = Math.max(0, -to); k < window.length && to + k < stretched.length; k++) {
                stretched[to + k] += window[k] * at(from + k);
            }
        }
        return stretched;
    }

    private double at(int position) {
        return position >= 0 && position < samples.length ? samples[position] : 0;
    }

    /** Where a piece is to begin near some place, so that it is most like what would continue the piece before. */
    private int bestStart(int near, int continuation) {
        int best = near;
        double highest = likeness(near, continuation);
        for (int distance = 1; distance <= shift; distance++) {
            for (int start : new int[] {near - distance, near + distance}) {
                double likeness = likeness(start, continuation);
                if (likeness > highest) {
                    highest = likeness;
                    best = start;
                }
            }
        }
        return best;
    }

    /** Correlation of two pieces, as a share of the first one's length; 0 for silence. */
    private double likeness(int start, int other) {
        double product = 0;
        double square = 0;
        int first = Math.max(0, -Math.min(start, other));
        int end = Math.min(window.length, samples.length - Math.max(start, other));
        for (int k = first; k < end; k++) {
            double value = samples[start + k];
            product += value * samples[other + k];
            square += value * value;
        }
        return square == 0 ? 0 : product / Math.sqrt(square);
    }
}
