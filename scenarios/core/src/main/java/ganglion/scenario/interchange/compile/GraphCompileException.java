package ganglion.scenario.interchange.compile;

import java.io.Serial;

/** A graph cannot be run here. The message names the node, says what was found and what was expected, in one line. */
public final class GraphCompileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    GraphCompileException(String message) {
        super(message);
    }

    static GraphCompileException atNode(String node, String message) {
        return new GraphCompileException("node " + node + ": " + message);
    }
}
