package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.StopSignal;
import ganglion.cli.verb.CostCommand;
import ganglion.cli.verb.Invocation;
import ganglion.cli.verb.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class VerbsTest {

    private final Console console = Console.ofProcess();
    private final Verbs verbs = new Verbs(
            new Invocation(console, new FaultReport(console, () -> false), new StopSignal(console), List.of()));

    @Test
    void haveTheNamesOfTheirCommands() {
        CommandLine all = new CommandLine(new GanglionCommand(console));
        verbs.neededBy("--help").forEach(all::addSubcommand);

        assertEquals(
                verbs.all().stream().map(Verb::name).toList(),
                List.copyOf(all.getSubcommands().keySet()));
    }

    @Test
    void oneIsMadeAloneIfItIsNamed() {
        List<Object> made = verbs.neededBy("--verbose", "cost", "test");

        assertEquals(1, made.size());
        assertInstanceOf(CostCommand.class, made.get(0));
    }

    @Test
    void noneIsMadeForTheVersionAndAllForAnUnknownWord() {
        assertEquals(0, verbs.neededBy("--version").size());
        assertEquals(verbs.all().size(), verbs.neededBy("rum", "run").size());
        assertEquals(verbs.all().size(), verbs.neededBy().size());
    }

    @Test
    void thoseOfDailyWorkComeFirst() {
        assertEquals(
                List.of(
                        "run", "test", "train", "compile", "cost", "why", "diff", "hear", "import", "export",
                        "profile"),
                verbs.all().stream().limit(11).map(Verb::name).toList());
    }
}
