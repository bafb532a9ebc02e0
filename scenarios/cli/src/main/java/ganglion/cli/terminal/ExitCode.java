package ganglion.cli.terminal;

/** What the process tells its caller; part of the contract with scripts. Later codes are the graver ones. */
public enum ExitCode {
    /** Everything asked for was done, and every expectation held. */
    FINE(0),
    /** The run is sound, but an expectation of a scenario does not hold. */
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

    public int number() {
        return number;
    }

    /** The graver of two, for several pieces of work in one call. */
    public ExitCode or(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** @throws IllegalArgumentException if no code has that number */
    public static ExitCode of(int number) {
        for (ExitCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        throw new IllegalArgumentException("there is no exit code " + number);
    }
}
