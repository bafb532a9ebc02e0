package ganglion.junit;

/** Failures whose message says all: their stack traces would name lines of JUnit and of Ganglion only, and none of the scenario. */
final class OneLine {

    private OneLine() {}

    /** The failure without its stack trace. */
    static <T extends Throwable> T of(T failure) {
        failure.setStackTrace(new StackTraceElement[0]);
        return failure;
    }
}
