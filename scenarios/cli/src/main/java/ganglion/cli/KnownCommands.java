package ganglion.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the last command of a line. A request for help makes picocli pass over a command that there is not; this does not. */
final class KnownCommands implements IExecutionStrategy {

    @Override
    public int execute(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine command = last.commandSpec().commandLine();
        if (!last.unmatched().isEmpty() && !command.getSubcommands().isEmpty()) {
            throw new UnmatchedArgumentException(command, last.unmatched());
        }
        return new RunLast().execute(parsed);
    }
}
