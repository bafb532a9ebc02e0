package ganglion.scenario.bind;

import java.io.Serial;

/** Weights or spikes that a part of a scenario names do not fit it. */
public final class UnfitFileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String place;

    /**
     * @param place JSON pointer from the part of the scenario to the value
     * @param message what was found and what was expected
     */
    UnfitFileException(String place, String message) {
        super(message);
        this.place = place;
    }

    UnfitFileException(String place, String message, Throwable cause) {
        super(message, cause);
        this.place = place;
    }

    String place() {
        return place;
    }
}
