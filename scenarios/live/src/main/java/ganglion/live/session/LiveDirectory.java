package ganglion.live.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.adjust.EarChange;
import ganglion.documents.OutputException;
import ganglion.live.event.EventJson;
import ganglion.live.session.SessionResult.StretchResult;
import ganglion.report.files.DirectoryPublisher;
import ganglion.report.files.IfExists;
import ganglion.report.files.JsonDocument;
import ganglion.report.files.OwnDirectory;
import ganglion.report.files.ResultFolder;
import ganglion.report.run.LatencyHistograms;
import ganglion.report.run.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The directory of a session: {@code result.json}, and for each scenario that heard the changes of its ear and the times from sound to decision. It appears complete or
 * not at all.
 */
public final class LiveDirectory {

    private static final String RESULT = "result.json";
    private static final String FORMAT = "ganglion-live";
    private static final int FORMAT_VERSION = 1;

    private static final DirectoryPublisher PUBLISHER = new DirectoryPublisher(new OwnDirectory(
            "directory of a live session",
            RESULT,
            FORMAT,
            FORMAT_VERSION,
            Set.of(),
            Pattern.compile("(?:changes|latency)(?:-\\d+)?\\.(?:csv|hlog)")));

    private LiveDirectory() {}

    /**
     * Looks whether the directory may be written, before the session.
     *
     * @throws OutputException saying in one line what is in the way
     */
    public static void check(Path target, IfExists ifExists) throws OutputException {
        PUBLISHER.check(target, ifExists);
    }

    /**
     * Writes the directory.
     *
     * @return where it is
     * @throws OutputException saying in one line why nothing was written
     */
    public static Path write(SessionResult result, RunManifest manifest, Path target, IfExists ifExists)
            throws OutputException {
        try {
            return PUBLISHER.publish(target, ifExists, directory -> writeFiles(result, manifest, directory));
        } catch (IOException e) {
            throw new OutputException(target.toString(), e);
        }
    }

    private static void writeFiles(SessionResult result, RunManifest manifest, Path directory) throws IOException {
        ObjectNode document = JsonDocument.start(FORMAT, FORMAT_VERSION);
        document.set("manifest", manifest.json());
        document.put("reason", result.reason()).put("lostSamples", result.lostSamples());
        ArrayNode scenarios = document.putArray("scenarios");
        for (int i = 0; i < result.stretches().size(); i++) {
            StretchResult stretch = result.stretches().get(i);
            String suffix = i == 0 ? "" : "-" + (i + 1);
            write(stretch, scenarios.addObject());
            Files.writeString(directory.resolve("changes" + suffix + ".csv"), changes(stretch.changes()));
            double seconds = stretch.live().scenario().clock().seconds(stretch.ticks());
            LatencyHistograms.writeIfAny(
                    stretch.latencies(), "live", seconds, directory.resolve("latency" + suffix + ".hlog"));
        }
        document.set("files", ResultFolder.files(directory));
        JsonDocument.write(document, directory.resolve(RESULT));
    }

    private static void write(StretchResult stretch, ObjectNode node) {
        node.put("scenario", stretch.live().scenario().name())
                .put("ticks", stretch.ticks())
                .put("seconds", stretch.live().scenario().clock().seconds(stretch.ticks()));
        ArrayNode populations = node.putArray("populations");
        for (int p = 0; p < stretch.populations().size(); p++) {
            populations
                    .addObject()
                    .put("name", stretch.populations().get(p))
                    .put("spikes", stretch.spikes().get(p));
        }
        node.put("decisions", stretch.decisions());
        ArrayNode classes = node.putArray("classes");
        List<String> names = stretch.live().classes();
        for (int c = 0; c < names.size(); c++) {
            classes.addObject()
                    .put("name", names.get(c))
                    .put("seconds", stretch.secondsByClass().get(c));
        }
        node.set("latency", EventJson.of(stretch.latency()));
    }

    private static String changes(List<EarChange> changes) {
        StringBuilder csv = new StringBuilder("tick,setting,value\n");
        for (EarChange change : changes) {
            csv.append(change.tick())
                    .append(',')
                    .append(change.setting().word())
                    .append(',')
                    .append(change.value())
                    .append('\n');
        }
        return csv.toString();
    }
}
