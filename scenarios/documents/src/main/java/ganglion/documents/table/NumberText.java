package ganglion.documents.table;

/** NumberText in data files: plain decimals, finite. Java's own notations (hexadecimal, {@code 1d}, NaN) are refused. */
public final class NumberText {

    private NumberText() {}

    public static double decimal(String text, CsvLines at) throws TableException {
        String field = text.strip();
        if (!field.isEmpty() && isPlain(field)) {
            try {
                double value = Double.parseDouble(field);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Falls through to the common message.
            }
        }
        throw at.problem("found \"" + shorten(field) + "\", expected a finite number");
    }

    public static int index(String text, int limit, String what, CsvLines at) throws TableException {
        long value = whole(text, what, at);
        if (value >= limit) {
            throw at.problem("found " + what + " " + value + ", expected 0 to " + (limit - 1));
        }
        return (int) value;
    }

    /** A whole number that is not negative. */
    public static long whole(String text, String what, CsvLines at) throws TableException {
        String field = text.strip();
        try {
            long value = Long.parseLong(field);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the common message.
        }
        throw at.problem("found " + what + " \"" + shorten(field) + "\", expected a whole number from 0");
    }

    private static boolean isPlain(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (!(c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) {
                return false;
            }
        }
        return true;
    }

    public static String shorten(String text) {
        int longest = 40;
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }
}
