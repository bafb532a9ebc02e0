package ganglion.study.score;

import java.util.List;

/**
 * A piece of music.
 *
 * @param seconds length
 * @param families the family of instruments that each part is for, under NSynth's names
 * @param notes in ascending order of their starts; may be made on demand
 */
public record Score(double seconds, List<String> families, Iterable<Note> notes) {

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
}
