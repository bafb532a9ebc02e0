package ganglion.live.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.OutputException;
import ganglion.live.event.EventJson;
import ganglion.live.event.LiveEvent.LatencyFigures;
import ganglion.live.session.SessionResult.StretchResult;
import ganglion.live.session.SessionResult.StretchResult.ClassTime;
import ganglion.live.session.SessionResult.StretchResult.PopulationSpikes;
import ganglion.report.files.DirectoryPublisher;
import ganglion.report.files.IfExists;
import ganglion.report.files.JsonDocument;
import ganglion.report.files.OwnDirectory;
import ganglion.report.files.ResultFolder;
import ganglion.report.run.RunManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The directory of a session: {@code result.json} with the times from sound to decision. It appears complete or
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
            Pattern.compile("latency(?:-\\d+)?\\.hlog")));

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
            throw new OutputException(target, e);
        }
    }

    private static void writeFiles(SessionResult result, RunManifest manifest, Path directory) throws IOException {
        ObjectNode document = JsonDocument.start(FORMAT, FORMAT_VERSION);
        document.set("manifest", manifest.json());
        document.put("reason", result.reason()).put("lostSamples", result.lostSamples());
        StretchResult stretch = result.stretch();
        document.putArray("scenarios").add(EventJson.bound(Entry.of(stretch)));
        document.set("files", ResultFolder.files(directory));
        JsonDocument.write(document, directory.resolve(RESULT));
    }

    /** A stretch as it stands in {@code result.json}. */
    private record Entry(
            String scenario,
            long ticks,
            double seconds,
            List<PopulationSpikes> populations,
            long decisions,
            List<ClassTime> classes,
            LatencyFigures latency) {

        static Entry of(StretchResult stretch) {
            return new Entry(
                    stretch.live().scenario().name(),
                    stretch.ticks(),
                    stretch.seconds(),
                    stretch.populations(),
                    stretch.decisions(),
                    stretch.classes(),
                    stretch.latency());
        }
    }
}
