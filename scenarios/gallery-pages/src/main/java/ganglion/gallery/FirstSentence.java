package ganglion.gallery;

/** The first sentence of a description, for an index. */
final class FirstSentence {

    private static final String ENDS = ".?!";

    private FirstSentence() {}

    /**
     * The text up to the first full stop, question mark or exclamation mark that ends a sentence. Neither an initial ({@code E.
     * Mach}) nor anything in parentheses ends one.
     */
    public static String of(String text) {
        String stripped = text.strip().replaceAll("\\s+", " ");
        int depth = 0;
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean atWordEnd = i + 1 == stripped.length() || stripped.charAt(i + 1) == ' ';
            if (depth <= 0 && ENDS.indexOf(c) >= 0 && atWordEnd && !isInitial(stripped, i)) {
                return stripped.substring(0, i + 1);
            }
        }
        return stripped;
    }

    /** Whether a full stop follows a single capital letter. */
    private static boolean isInitial(String text, int stop) {
        return text.charAt(stop) == '.'
                && stop >= 1
                && Character.isUpperCase(text.charAt(stop - 1))
                && (stop == 1 || !Character.isLetterOrDigit(text.charAt(stop - 2)));
    }
}
