package ganglion.cli.verb;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.StopSignal;
import java.util.List;

/**
 * What a command works with while it runs.
 *
 * @param console where it prints
 * @param faults reports a fault that does not end the command
 * @param stop says when the work is to end early
 * @param words the whole command line
 */
public record Invocation(Console console, FaultReport faults, StopSignal stop, List<String> words) {}
