package ganglion.cli.verb;

import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Writes the manual pages of all commands. The build of the archives calls it; users have the pages there. */
@Command(name = ManualCommand.NAME, hidden = true, description = "Writes the manual pages of all commands.")
public final class ManualCommand implements Callable<Integer> {

    /** The name of the hidden verb. */
    public static final String NAME = "manual";

    private final Supplier<CommandLine> commands;

    @Parameters(paramLabel = "DIR", description = "Folder for the pages, such as share/man/man1.")
    private Path folder;

    /** @param commands makes the whole command line */
    public ManualCommand(Supplier<CommandLine> commands) {
        this.commands = commands;
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        write(commands.get());
        return ExitCode.FINE.number();
    }

    private void write(CommandLine command) throws IOException {
        CommandSpec spec = command.getCommandSpec();
        if (spec.usageMessage().hidden()) {
            return;
        }
        ManualPage page = new ManualPage(command, new Version().number());
        Files.writeString(folder.resolve(page.name() + ".1"), page.roff());
        for (CommandLine verb : command.getSubcommands().values()) {
            write(verb);
        }
    }
}
