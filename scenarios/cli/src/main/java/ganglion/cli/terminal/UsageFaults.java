package ganglion.cli.terminal;

import ganglion.documents.Suggestions;
import java.util.Set;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the options in one line, with what was probably meant and where to look it up. */
public final class UsageFaults implements IParameterExceptionHandler {

    private final Console console;

    /** @param console to print on */
    public UsageFaults(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        String name = command.qualifiedName();
        console.errorLine(name + ": " + message(fault, command) + " (see '" + name + " --help')");
        return ExitCode.BAD_INPUT.number();
    }

    private static String message(ParameterException fault, CommandSpec command) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, command);
        }
        return fault.getMessage().replaceFirst("^Error: ", "");
    }

    private static String unmatched(UnmatchedArgumentException fault, CommandSpec command) {
        String word = fault.getUnmatched().get(0);
        if (fault.isUnknownOption()) {
            // --thread=2 means --thread
            String option = word.replaceFirst("=.*", "");
            return "there is no option " + option
                    + Suggestions.hint(option, command.optionsMap().keySet());
        }
        Set<String> verbs = command.subcommands().keySet();
        return verbs.isEmpty()
                ? "found '" + word + "' where nothing more is expected"
                : "there is no command " + word + Suggestions.hint(word, verbs);
    }
}
