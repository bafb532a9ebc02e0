package ganglion.cli.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A command that is disturbed. It starts in an empty folder beside {@link Victim#INPUT}, and writes into that folder only. */
interface Victim {

    /** Where the input of all trials is, seen from the folder of a trial. */
    String INPUT = "../input/";

    /** Its word on the command line of a campaign. */
    String name();

    /**
     * Writes what the command reads.
     *
     * @param input an empty folder
     * @param launch starts what makes the input
     */
    void prepare(Path input, Launch launch) throws IOException, InterruptedException;

    /** The words of its command line. */
    List<String> command();

    /** The words with which a user goes on in a folder in which the command was cut short. */
    default List<String> next(Path folder) {
        return command();
    }

    /** Names of files that are written last: a folder that has one is complete. */
    Set<String> seals();

    /** Whether a file of this name is there until the command has come to its end. */
    default boolean isTemporary(String name) {
        return false;
    }
}
