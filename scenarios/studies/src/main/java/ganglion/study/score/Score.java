package ganglion.study.score;

import java.util.List;

/**
 * A piece of music.
 *
 * @param name name of the piece, also part of the names of files
 * @param origin the file that it is from, or its name if it is from none
 * @param seconds length
 * @param families the family of instruments that each part is for, under NSynth's names
 * @param notes in ascending order of their starts; may be made on demand
 */
public record Score(String name, String origin, double seconds, List<String> families, Iterable<Note> notes) {

    /** Longest score, in seconds: ten hours. */
    public static final double LONGEST_SECONDS = 36_000;

    /** @throws IllegalArgumentException if it has no length, or is too long */
    public Score {
        families = List.copyOf(families);
        if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
            throw new IllegalArgumentException(
                    "a score of " + seconds + " s, expected more than 0 s and at most " + LONGEST_SECONDS + " s");
        }
    }

    /** A score from no file. */
    public Score(String name, double seconds, List<String> families, Iterable<Note> notes) {
        this(name, name, seconds, families, notes);
    }

    Score from(String file) {
        return new Score(name, file, seconds, families, notes);
    }

    /** The beginning of the score; notes that begin later are for the player to leave out. */
    public Score first(double otherSeconds) {
        return new Score(name, origin, Math.min(seconds, otherSeconds), families, notes);
    }
}
