package ganglion.documents;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Says which words are known, and finds what a misspelt one was meant to be. */
public final class Suggestions {

    /** Nobody reads a list of more characters. */
    private static final int LONGEST_LIST = 160;

    private Suggestions() {}

    /** The words, with a comma between two; of a long list, the first, and how many others there are. */
    public static String list(Collection<String> words) {
        StringBuilder text = new StringBuilder();
        int listed = 0;
        for (String word : words) {
            if (listed > 0 && text.length() + word.length() > LONGEST_LIST) {
                return text + " and " + (words.size() - listed) + " more";
            }
            text.append(listed++ == 0 ? "" : ", ").append(word);
        }
        return text.toString();
    }

    /**
     * What is said of a word that is not known: {@code , expected one of a, b, c, did you mean "b"?}. Of a list that is too
     * long, only what was meant, if a word is near enough.
     *
     * @param what what is expected, such as "one of"
     */
    public static String expected(String what, String word, Collection<String> known) {
        String hint = hint(word, known);
        boolean whole = String.join(", ", known).length() <= LONGEST_LIST;
        return whole || hint.isEmpty() ? ", expected " + what + ' ' + list(known) + hint : hint;
    }

    /**
     * The candidate nearest to a word, if it is near enough to be what was meant: at most one change for each three
     * letters (and always one), where a change inserts, removes or replaces a letter, or swaps two neighbours. Case, hyphens
     * and underscores count as no change.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        int nearestDistance = Math.max(1, word.length() / 3) + 1;
        String nearest = null;
        String meant = letters(word);
        for (String candidate : candidates) {
            String letters = letters(candidate);
            int least = Math.abs(meant.length() - letters.length());
            int distance = least < nearestDistance ? distance(meant, letters) : least;
            if (distance < nearestDistance) {
                nearestDistance = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** {@code , did you mean "x"?} for the nearest candidate; empty if none is near. */
    public static String hint(String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(candidate -> ", did you mean \"" + candidate + "\"?")
                .orElse("");
    }

    private static String letters(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }

    /** Optimal string alignment distance of two words. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
