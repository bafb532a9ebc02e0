package ganglion.scenario.interchange.nir;

import java.io.Serial;

/** A graph cannot be run here, or a network does what NIR has no words for. The message names the place, in one line. */
public final class NirException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /** @param message what was found and what was expected */
    public NirException(String message) {
        super(message);
    }

    /** @param place such as a node or a population, with its name */
    public NirException(String place, String message) {
        super(place + ": " + message);
    }
}
