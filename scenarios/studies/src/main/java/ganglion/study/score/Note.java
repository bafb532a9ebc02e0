package ganglion.study.score;

/**
 * One note.
 *
 * @param startSeconds when its key is pressed, 0 or later
 * @param endSeconds when its key is released, after the start
 * @param part part of the score, from 0
 * @param pitch MIDI key number, 0 to 127; 60 is the middle C, each step is a semitone
 * @param velocity velocity of the key, 1 to 127
 */
public record Note(double startSeconds, double endSeconds, int part, int pitch, int velocity) {

    /** Highest key number and velocity of MIDI. */
    public static final int HIGHEST = 127;

    /** @throws IllegalArgumentException if a number is out of its range */
    public Note {
        if (!(startSeconds >= 0 && endSeconds > startSeconds && endSeconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a note from " + startSeconds + " s to " + endSeconds + " s");
        }
        if (part < 0 || pitch < 0 || pitch > HIGHEST || velocity < 1 || velocity > HIGHEST) {
            throw new IllegalArgumentException(
                    "a note of part " + part + " with pitch " + pitch + " and velocity " + velocity);
        }
    }
}
