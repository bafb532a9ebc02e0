package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.StopSignal;
import ganglion.cli.verb.RunCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class VerbsTest {

    private final Console console = Console.ofProcess();
    private final Verbs verbs = new Verbs(console, new FaultReport(console, () -> false), new StopSignal(console));

    @Test
    void haveTheNamesOfTheirCommands() {
        CommandLine all = new CommandLine(new GanglionCommand(console));
        verbs.neededBy("--help").forEach(all::addSubcommand);

        assertEquals(
                List.copyOf(verbs.names()), List.copyOf(all.getSubcommands().keySet()));
    }

    @Test
    void oneIsMadeAloneIfItIsNamed() {
        List<Object> made = verbs.neededBy("--verbose", "run", "test");

        assertEquals(1, made.size());
        assertInstanceOf(RunCommand.class, made.get(0));
    }

    @Test
    void noneIsMadeForTheVersionAndAllForAnUnknownWord() {
        assertEquals(0, verbs.neededBy("--version").size());
        assertEquals(verbs.names().size(), verbs.neededBy("rum", "run").size());
        assertEquals(verbs.names().size(), verbs.neededBy().size());
    }
}
