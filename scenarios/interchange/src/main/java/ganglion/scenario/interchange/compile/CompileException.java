package ganglion.scenario.interchange.compile;

import java.io.Serial;

/** A graph cannot be run here. The message names the node, says what was found and what was expected, in one line. */
public final class CompileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    CompileException(String message) {
        super(message);
    }

    static CompileException atNode(String node, String message) {
        return new CompileException("node " + node + ": " + message);
    }
}
