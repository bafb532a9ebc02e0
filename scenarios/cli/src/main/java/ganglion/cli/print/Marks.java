package ganglion.cli.print;

/** Signs for what holds and what does not, coloured where colours are wanted. The sign alone says it, too. */
public final class Marks {

    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean coloured;

    /** @param coloured whether marks may be coloured */
    public Marks(boolean coloured) {
        this.coloured = coloured;
    }

    /** The mark of what is good, or is not. */
    public String of(boolean good) {
        return good ? coloured(GREEN, "✓") : coloured(RED, "✗");
    }

    private String coloured(String colour, String sign) {
        return coloured ? colour + sign + PLAIN : sign;
    }
}
