package ganglion.sanafe;

import ganglion.cli.verb.Importer;
import ganglion.documents.InputException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ganglion import --architecture}. */
@Command(
        header = "a network of SANA-FE",
        description = "With --architecture, NET is a network of SANA-FE mapped to that chip. The chip becomes a profile"
                + " (.profile.yaml), the mapping the scenario's placement, and lists of spikes are replaced.",
        footer = "  ganglion import snn.yaml --architecture loihi.yaml --out scenario.yaml --duration 100ms")
public final class SanafeImporter implements Importer {

    @Option(
            names = "--architecture",
            paramLabel = "ARCH.yaml",
            description =
                    "Takes NET for a network of SANA-FE that is mapped to this architecture of SANA-FE, whose step is 1ms by"
                            + " default.")
    private Path architecture;

    @Override
    public String option() {
        return "--architecture";
    }

    /** SANA-FE has steps and no model time, which a scenario has to have. */
    @Override
    public String tick() {
        return "1ms";
    }

    @Override
    public Outcome run(Call call) throws InputException, IOException {
        SanafeImport.Outcome made =
                SanafeImport.run(call.network(), architecture, call.scenario(), call.clock(), call.durationTicks());
        return new Outcome(made.neurons() + " neurons, " + made.synapses() + " synapses", made.notes(), made.files());
    }
}
