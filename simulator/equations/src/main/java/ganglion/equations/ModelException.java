package ganglion.equations;

/** A text that is no model: which part of it, where in the part, what was found and what was expected. */
public final class ModelException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String part;

    /**
     * @param part the key of the text, such as {@code equations}
     * @param message what was found and what was expected, without a full stop
     */
    ModelException(String part, String message) {
        super(message);
        this.part = part;
    }

    /** The key of the text in which the mistake is. */
    public String part() {
        return part;
    }
}
