package ganglion.scenario.suite;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The outcome of a scenario, or of one run of it, from the best to the worst. */
public enum Status {
    /** Every expectation holds. */
    PASSED,
    /** The run is sound, but an expectation does not hold. */
    FAILED,
    /** The scenario or a file that it names cannot be used, or its results could not be written. */
    REFUSED,
    /** The run did not come to its end: killed, out of memory, or out of time. */
    ABORTED,
    /** A fault of Ganglion: it crashed, or gave two different results for one seed. */
    FAULT;

    /** The worse of two. */
    public Status or(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether there is no sound result at all, rather than one that is not as expected. */
    public boolean isError() {
        return compareTo(FAILED) > 0;
    }

    /** The word in documents: {@code passed}, {@code failed}, ... */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
