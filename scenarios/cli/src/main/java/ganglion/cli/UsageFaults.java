package ganglion.cli;

import java.util.List;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the options in one line, with what was probably meant and where to look it up. */
final class UsageFaults implements IParameterExceptionHandler {

    private final Console console;

    UsageFaults(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        String command = fault.getCommandLine().getCommandSpec().qualifiedName();
        console.errorLine(command + ": " + fault.getMessage() + suggestion(fault) + " (see '" + command + " --help')");
        return ExitCode.BAD_INPUT.number();
    }

    private static String suggestion(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            List<String> likely = unmatched.getSuggestions();
            return likely.isEmpty() ? "" : "; did you mean " + String.join(" or ", likely) + "?";
        }
        return "";
    }
}
