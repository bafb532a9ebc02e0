package ganglion.learning.compile;

/** A model has something that the simulator cannot do. The message is one sentence that names the layer. */
public final class CompileException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message one sentence that names the layer */
    public CompileException(String message) {
        super(message);
    }
}
