package ganglion.scenario.interchange.export;

import java.io.Serial;

/** A network does what NIR has no words for. The message names the population, in one line. */
public final class ExportException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    ExportException(String population, String message) {
        super("population " + population + ": " + message);
    }
}
