package ganglion.report.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The call of a run: what a reader needs to reproduce it. Two runs of one scenario with one seed differ in nothing else.
 *
 * @param ganglionVersion version of Ganglion that ran
 * @param commandLine words of the command line, with the name of the program first
 * @param started when the run began
 */
public record RunManifest(String ganglionVersion, List<String> commandLine, Instant started) {

    public RunManifest {
        Objects.requireNonNull(ganglionVersion, "ganglionVersion");
        commandLine = List.copyOf(commandLine);
        Objects.requireNonNull(started, "started");
    }

    /** The section {@code manifest} of a result, with the machine. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("ganglionVersion", ganglionVersion);
        commandLine.forEach(node.putArray("commandLine")::add);
        node.put("startedAt", started.toString());
        node.put("javaVersion", System.getProperty("java.version"));
        node.put("operatingSystem", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        node.put("processors", Runtime.getRuntime().availableProcessors());
        return node;
    }
}
