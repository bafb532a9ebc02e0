package ganglion.study.compose;

import ganglion.study.score.Score;
import java.util.List;

/**
 * The settings of mixtures.
 *
 * @param seed of all random numbers
 * @param rateHertz samples per second, {@value #LOWEST_RATE_HERTZ} to {@value #HIGHEST_RATE_HERTZ}
 * @param count number of mixtures
 * @param seconds length of a piece, above 0
 * @param families families that composed pieces choose from
 * @param fewestParts of a composed piece, at least 1
 * @param mostParts of a composed piece
 */
public record MixtureSettings(
        long seed, int rateHertz, int count, double seconds, List<String> families, int fewestParts, int mostParts) {

    /** Lowest sample rate of a mixture. */
    public static final int LOWEST_RATE_HERTZ = 4000;

    /** Highest sample rate of a mixture. */
    public static final int HIGHEST_RATE_HERTZ = 48_000;

    /** Most mixtures of one call. */
    public static final int MOST_MIXTURES = 100_000;

    /** @throws IllegalArgumentException if a number is out of its range, with a message for users */
    public MixtureSettings {
        families = List.copyOf(families);
        check(
                rateHertz >= LOWEST_RATE_HERTZ && rateHertz <= HIGHEST_RATE_HERTZ,
                "a sample rate of " + rateHertz + " Hz, expected " + LOWEST_RATE_HERTZ + " to " + HIGHEST_RATE_HERTZ);
        check(count >= 1 && count <= MOST_MIXTURES, count + " mixtures, expected 1 to " + MOST_MIXTURES);
        check(
                seconds > 0 && seconds <= Score.LONGEST_SECONDS,
                seconds + " s of music, expected more than 0 and at most " + Score.LONGEST_SECONDS);
        check(!families.isEmpty(), "no family of instruments, expected one or more");
        check(
                fewestParts >= 1 && mostParts >= fewestParts && mostParts <= families.size(),
                fewestParts + " to " + mostParts + " parts, expected 1 to " + families.size()
                        + ", as each is of another family");
    }

    private static void check(boolean met, String message) {
        if (!met) {
            throw new IllegalArgumentException("found " + message);
        }
    }
}
