package ganglion.cli.terminal;

/** What the help of commands says of each {@link ExitCode}, in the form that picocli reads: number, colon, meaning. */
public final class ExitCodeWords {

    public static final String FINE = "0:fine";
    public static final String EXPECTATION_FAILED = "1:an expectation of a scenario or experiment does not hold";
    public static final String BAD_INPUT = "2:bad input, bad usage, or an output that cannot be written";
    public static final String OUR_FAULT = "3:a fault of Ganglion, or a full heap";
    public static final String INTERRUPTED = "130:ended early by Ctrl-C; 143 by SIGTERM, 129 by SIGHUP";

    private ExitCodeWords() {}
}
