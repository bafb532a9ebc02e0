package ganglion.cli.terminal;

import ganglion.scenario.suite.Status;

/** The exit codes of the process, which scripts rely on. A later constant stands for a worse outcome. */
public enum ExitCode {
    /** Everything was done, and every expectation holds. */
    FINE(0),
    /** The run is sound, but an expectation of a scenario or an experiment does not hold. */
    EXPECTATION_FAILED(1),
    /** The input, the options or the surroundings are at fault. */
    BAD_INPUT(2),
    /** A fault of Ganglion. */
    OUR_FAULT(3),
    /** A signal ended the work early, and what was complete by then is written. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the process ends with. */
    public int number() {
        return number;
    }

    /** The higher of two, for several pieces of work in one call. */
    public ExitCode or(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The code of a suite, a scenario or a run with this status. */
    public static ExitCode of(Status status) {
        return switch (status) {
            case PASSED -> FINE;
            case FAILED -> EXPECTATION_FAILED;
            case REFUSED, ABORTED -> BAD_INPUT;
            case FAULT -> OUR_FAULT;
        };
    }

    /**
     * The code of a number.
     *
     * @throws IllegalArgumentException if no code has that number
     */
    public static ExitCode of(int number) {
        for (ExitCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        throw new IllegalArgumentException("there is no exit code " + number);
    }
}
