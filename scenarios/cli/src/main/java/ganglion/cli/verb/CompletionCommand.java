package ganglion.cli.verb;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import java.util.List;
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
        footer = {"  source <(ganglion completion bash)", "  source <(ganglion completion zsh)"})
public final class CompletionCommand implements Callable<Integer> {

    /** The program, as its users call it. */
    private static final String PROGRAM = "ganglion";

    /** Where a script lists the values of an option. */
    private static final Pattern VALUES = Pattern.compile("(_option_args=)(\\([^)]*\\))");

    private final Console console;
    private final Supplier<CommandLine> commands;

    /** Checked alone: Z shell reads what bash does, as the script itself switches that on. */
    @Parameters(paramLabel = "SHELL", converter = ShellName.class, description = "bash or zsh.")
    private String shell;

    /** Reads the name of a shell. */
    static final class ShellName implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            if (!List.of("bash", "zsh").contains(text)) {
                throw new TypeConversionException("found '" + text + "', expected bash or zsh");
            }
            return text;
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
        String script = AutoComplete.bash(PROGRAM, commands.get());
        // Options take a constant in small letters, with hyphens.
        console.out()
                .print(VALUES.matcher(script)
                        .replaceAll(values -> Matcher.quoteReplacement(values.group(1)
                                + values.group(2).toLowerCase(Locale.ROOT).replace('_', '-'))));
        return ExitCode.FINE.number();
    }
}
