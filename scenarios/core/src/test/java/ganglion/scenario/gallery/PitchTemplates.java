package ganglion.scenario.gallery;

import java.util.function.IntUnaryOperator;

/**
 * The hand-made weights of the pitch detectors ({@code scenarios/gallery/pitch-detector} and {@code scenarios/gallery/live}),
 * from one formula. Nothing in it was learnt; the README of the first says how its constants were settled, and how little
 * hangs on them.
 *
 * <p>A note of fundamental f has its partials at f, 2f, 3f ... Its neuron is excited by the bands of the first {@value
 * #PARTIALS} partials, ever less by higher ones, and inhibited by the bands where the partials of the notes a semitone
 * above and below lie. With c_b the centre of band b and s = 2^(1/12) a semitone, the weight from band b is
 *
 * <pre>
 *   w_b(f) = 1.2 sum over k = 1..6 of 0.8^(k-1) [t_b(k f) - t_b(k f s) / 2 - t_b(k f / s) / 2]
 *   t_b(x) = max(0, 1 - |c_b - x| / max((c_(b+1) - c_(b-1)) / 2, (2^(1/24) - 1) x))
 * </pre>
 *
 * rounded to hundredths. The tuning curve t is a triangle, half a semitone wide to each side, but never narrower than the
 * distance between bands: a low partial that falls between two bands is shared between them as the mel filters share it.
 * Excitation and inhibition balance, so that noise drives no note; the gain lets a spike in the very band of the
 * fundamental fire a note of threshold 1 at once.
 */
final class PitchTemplates {

    static final int PITCH_CLASSES = 12;

    private static final int PARTIALS = 6;
    private static final double PARTIAL_DECAY = 0.8;
    private static final double NEIGHBOUR_SHARE = 0.5;
    private static final double GAIN = 1.2;
    private static final double SEMITONE = Math.pow(2, 1 / 12.0);
    private static final double HALF_SEMITONE = Math.pow(2, 1 / 24.0);
    private static final int CONCERT_PITCH_NOTE = 69;
    private static final double CONCERT_PITCH_HERTZ = 440;

    private final double[] bandCentresHertz;
    private final int lowestNote;
    private final int notes;

    /**
     * @param bandCentresHertz frequencies that the bands of the ear peak at, ascending, at least two
     * @param lowestNote MIDI number of the lowest note, such as 48 for C3 (131 Hz)
     * @param notes number of notes, a semitone apart
     */
    PitchTemplates(double[] bandCentresHertz, int lowestNote, int notes) {
        this.bandCentresHertz = bandCentresHertz.clone();
        this.lowestNote = lowestNote;
        this.notes = notes;
    }

    /** Frequency of a note, counted from the lowest. */
    double noteHertz(int note) {
        return hertz(lowestNote + note);
    }

    /** Pitch class of a note, counted from the lowest: 0 for C to 11 for B. */
    int pitchClass(int note) {
        return (lowestNote + note) % PITCH_CLASSES;
    }

    /** Frequency of a MIDI note in equal temperament. */
    private static double hertz(int note) {
        return CONCERT_PITCH_HERTZ * Math.pow(SEMITONE, note - CONCERT_PITCH_NOTE);
    }

    /** Weights in hundredths from each band (row) to each note (column). */
    int[][] earToNotes() {
        int[][] hundredths = new int[bandCentresHertz.length][notes];
        for (int band = 0; band < hundredths.length; band++) {
            for (int note = 0; note < notes; note++) {
                hundredths[band][note] = (int) Math.rint(100 * weight(band, noteHertz(note)));
            }
        }
        return hundredths;
    }

    private double weight(int band, double fundamentalHertz) {
        double sum = 0;
        double share = 1;
        for (int partial = 1; partial <= PARTIALS; partial++) {
            double hertz = partial * fundamentalHertz;
            double neighbours = tuning(band, hertz * SEMITONE) + tuning(band, hertz / SEMITONE);
            sum += share * (tuning(band, hertz) - NEIGHBOUR_SHARE * neighbours);
            share *= PARTIAL_DECAY;
        }
        return GAIN * sum;
    }

    private double tuning(int band, double hertz) {
        double halfWidth = Math.max(spacing(band), (HALF_SEMITONE - 1) * hertz);
        return Math.max(0, 1 - Math.abs(bandCentresHertz[band] - hertz) / halfWidth);
    }

    /** Mean distance to the two bands beside a band; to the one neighbour at either end. */
    private double spacing(int band) {
        int below = Math.max(0, band - 1);
        int above = Math.min(bandCentresHertz.length - 1, band + 1);
        return (bandCentresHertz[above] - bandCentresHertz[below]) / (above - below);
    }

    /** Weights in hundredths from each note (row) to each pitch class (column): each note fires its own. */
    int[][] notesToPitchClasses() {
        return select(notes, this::pitchClass, 100, 0);
    }

    /** Weights in hundredths between pitch classes: a spike of one takes back a spike's worth from each of the others. */
    static int[][] rivalry() {
        return select(PITCH_CLASSES, pitchClass -> pitchClass, 0, -100);
    }

    private static int[][] select(int rows, IntUnaryOperator chosenColumn, int chosen, int others) {
        int[][] hundredths = new int[rows][PITCH_CLASSES];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < PITCH_CLASSES; column++) {
                hundredths[row][column] = column == chosenColumn.applyAsInt(row) ? chosen : others;
            }
        }
        return hundredths;
    }
}
