package ganglion.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How a run came about: what its reader needs to do it again. It describes the call, not the model; two runs of one
 * scenario with one seed differ in nothing else.
 *
 * @param ganglionVersion version of Ganglion that ran
 * @param commandLine words of the command, the program's name first
 * @param started when the run began
 */
public record RunManifest(String ganglionVersion, List<String> commandLine, Instant started) {

    public RunManifest {
        Objects.requireNonNull(ganglionVersion, "ganglionVersion");
        commandLine = List.copyOf(commandLine);
        Objects.requireNonNull(started, "started");
    }
}
