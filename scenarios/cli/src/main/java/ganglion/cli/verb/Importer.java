package ganglion.cli.verb;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.kernel.time.Clock;
import ganglion.scenario.interchange.NetworkFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Lets {@code ganglion import} read what another tool wrote. A module offers it in {@code
 * META-INF/services/ganglion.cli.verb.Importer}. It is annotated for picocli: its fields are options of the verb; its header names what
 * it reads, as in "a network of NEST"; its description and its footer follow those of the verb. It has a public constructor without
 * parameters, which does no work.
 */
public interface Importer {

    /** The option by which a command line asks for it, with its dashes. */
    String option();

    /** Length of a tick where the command line gives none, such as {@code 1ms}. */
    String tick();

    /** Options of the verb that have no meaning beside {@link #option}, such as {@code --tick} where a file says it. */
    default List<String> foreign() {
        return List.of();
    }

    /**
     * Refuses to replace a file that an import did not make.
     *
     * @throws OutputException saying so in one line
     */
    default void checkReplaceable(Path file) throws OutputException {
        NetworkFiles.checkReplaceable(file);
    }

    /**
     * Writes the scenario and what belongs to it, or nothing.
     *
     * @throws InputException if a file cannot be used
     * @throws IOException if a file cannot be written
     */
    Outcome run(Call call) throws InputException, IOException;

    /**
     * What the command line asks for.
     *
     * @param network the file to read
     * @param scenario the file to write: a scenario in {@code .yaml} or {@code .json}, or what the importer makes
     * @param clock of the scenario
     * @param durationTicks how long the scenario runs; absent for what suits the network
     */
    record Call(Path network, Path scenario, Clock clock, OptionalLong durationTicks) {}

    /**
     * What was made.
     *
     * @param summary one line, with sizes
     * @param notes what is not exact, one line per note
     * @param files everything that was written, the scenario first
     */
    record Outcome(String summary, List<String> notes, List<Path> files) {}
}
