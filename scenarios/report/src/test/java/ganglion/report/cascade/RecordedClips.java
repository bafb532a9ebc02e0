package ganglion.report.cascade;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.report.files.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A run directory with as much as a cascade reads: decisions, and what one takes on a chip that sleeps in between. */
final class RecordedClips {

    static final double PERIOD = 0.5;

    private final ObjectNode result = JsonDocument.start("ganglion-run", 2);
    private final ArrayNode decisions;
    private final ArrayNode estimates;

    RecordedClips(String name) {
        result.putObject("scenario").put("name", name).put("file", name + ".yaml");
        decisions = result.putArray("decisions");
        result.putArray("profiles");
        estimates = result.putObject("comparison").putArray("estimates");
    }

    /** Clips named by their places, each with its label and winner. */
    RecordedClips decisions(List<String> labels, List<String> winners) {
        for (int i = 0; i < labels.size(); i++) {
            decisions
                    .addObject()
                    .put("file", "clip-" + i + ".wav")
                    .put("label", labels.get(i))
                    .put("winner", winners.get(i));
        }
        return this;
    }

    /** Whose run was stopped before its end. */
    RecordedClips stopped() {
        result.putObject("run").put("complete", false);
        return this;
    }

    /** The device sleeps with a milliwatt, idles with two, and takes so much more for a decision. */
    RecordedClips on(String device, String computation, double decisionJoules) {
        ObjectNode profile = ((ArrayNode) result.path("profiles")).addObject().put("name", device);
        profile.putObject("powerWatts").put("sleep", 1e-3);
        ObjectNode estimate = estimates.addObject().put("profile", device).put("computation", computation);
        estimate.putNull("format");
        estimate.put("possible", true).put("inTime", true);
        estimate.put("periodSeconds", PERIOD).put("workSeconds", 0.1).put("betweenWatts", 1e-3);
        ObjectNode energies = estimate.putObject("energies");
        energies.putObject("active").put("joules", PERIOD * 1e-3 + decisionJoules);
        energies.putObject("always-on")
                .put("joules", PERIOD * 2e-3 + decisionJoules)
                .putObject("parts")
                .putObject("static")
                .put("joules", PERIOD * 2e-3);
        estimate.putObject("reliability").put("grade", "B").put("heldOut", 1).put("factor", 1.5);
        return this;
    }

    /** The number format of the last estimate. */
    RecordedClips in(String format) {
        lastEstimate().put("format", format);
        return this;
    }

    /** The last estimate, to be spoilt. */
    ObjectNode lastEstimate() {
        return (ObjectNode) estimates.get(estimates.size() - 1);
    }

    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        JsonDocument.write(result, folder.resolve("result.json"));
        Files.writeString(
                folder.resolve("spikes.csv"),
                "# format: ganglion-raster 1\n# tick-seconds: 0.1\n# ticks: 5\n# population: out 1\ntime_s,tick,population,neuron\n");
        return folder;
    }
}
