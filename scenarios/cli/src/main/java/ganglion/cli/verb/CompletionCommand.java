package ganglion.cli.verb;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code ganglion completion}. */
@Command(
        name = "completion",
        header = "Prints a script that lets a shell complete commands and options.",
        description =
                "Once it has been read, the tab key completes commands, options, and values of options that have a list of them.",
        footer = {
            "  source <(ganglion completion bash)",
            "  source <(ganglion completion zsh)",
            "  ganglion completion fish > ~/.config/fish/completions/ganglion.fish"
        })
public final class CompletionCommand implements Callable<Integer> {

    /** The program, as its users call it. */
    private static final String PROGRAM = "ganglion";

    /** Where a script lists the values of an option. */
    private static final Pattern VALUES = Pattern.compile("(_option_args=)(\\([^)]*\\))");

    private final Console console;
    private final Supplier<CommandLine> commands;

    @Parameters(paramLabel = "SHELL", converter = ShellWord.class, description = "bash, zsh or fish.")
    private Shell shell;

    /** A shell that there is a script for. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    /** Reads the name of a shell. */
    static final class ShellWord implements ITypeConverter<Shell> {

        @Override
        public Shell convert(String text) {
            return Arrays.stream(Shell.values())
                    .filter(shell -> word(shell.name()).equals(text))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("found '" + text + "', expected one of bash, zsh, fish"));
        }
    }

    /**
     * @param console to print on
     * @param commands makes the whole command line
     */
    public CompletionCommand(Console console, Supplier<CommandLine> commands) {
        this.console = console;
        this.commands = commands;
    }

    @Override
    public Integer call() {
        CommandLine all = commands.get();
        // Z shell reads what bash does: the script itself switches that on.
        console.out()
                .print(
                        shell == Shell.FISH
                                ? FishCompletion.script(PROGRAM, all)
                                : inOurWords(AutoComplete.bash(PROGRAM, all)));
        return ExitCode.FINE.number();
    }

    private static String inOurWords(String script) {
        return VALUES.matcher(script)
                .replaceAll(values -> Matcher.quoteReplacement(values.group(1) + word(values.group(2))));
    }

    /** Options take a constant in small letters, with hyphens. */
    static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
