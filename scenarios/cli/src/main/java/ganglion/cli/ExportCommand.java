package ganglion.cli;

import ganglion.hardware.quantity.QuantityFormat;
import ganglion.scenario.InputException;
import ganglion.scenario.interchange.NirExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion export}. */
@Command(
        name = "export",
        header = "Makes a NIR graph of a scenario's network.",
        description = "The graph means the same by forward Euler with a step as long as the tick.",
        footer = {"  ganglion export scenario.yaml --out net.nir"})
final class ExportCommand implements Callable<Integer> {

    private static final int TICK_DIGITS = 12;

    private final Console console;

    @Parameters(paramLabel = "SCENARIO", description = "The scenario, YAML or JSON.")
    private Path scenario;

    @Option(
            names = "--out",
            paramLabel = "NET.nir",
            required = true,
            description = "The graph to write; a file of the same name is replaced.")
    private Path out;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        try {
            NirExport.Outcome outcome = NirExport.run(scenario, out);
            console.out()
                    .println(outcome.nodes() + " nodes, for a step of "
                            + QuantityFormat.format(outcome.tickSeconds(), "s", TICK_DIGITS));
            outcome.notes().forEach(note -> console.out().println("not exact: " + note));
            console.out().println(out);
            return ExitCode.FINE.number();
        } catch (IOException e) {
            throw new OutputException(out.toString(), e);
        }
    }
}
