package ganglion.report.cascade;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.hardware.estimate.Boundary;
import ganglion.report.files.JsonDocument;
import ganglion.report.run.RecordedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a network from the run directory of its clips, or from the folder of a sweep that ran one clip after the other. */
public final class StageFolder {

    private static final String SWEEP = "sweep.csv";
    private static final Pattern RUN_OF_A_SWEEP = Pattern.compile("\\d{4,6}");

    private StageFolder() {}

    /**
     * Reads a network.
     *
     * @param folder a run directory, or the folder of a sweep
     * @param boundary what its energies contain: {@link Boundary#ACTIVE} or {@link Boundary#ALWAYS_ON}
     * @throws InputException if it is neither, is damaged, lacks decisions, labels or devices
     */
    public static RecordedStage read(Path folder, Boundary boundary) throws InputException {
        List<RecordedRun> runs = new ArrayList<>();
        for (Path directory : directories(folder)) {
            runs.add(RecordedRun.read(directory));
        }
        if (!runs.get(0).directory().equals(folder)) {
            KeptSweep.check(folder, runs);
        } else if (!KeptSweep.isWhole(runs.get(0))) {
            throw JsonDocument.refusal(folder, "holds a run that was stopped, expected one that ended");
        }
        List<ClipDecision> decisions = new ArrayList<>();
        StageEstimates estimates = new StageEstimates(boundary);
        for (RecordedRun run : runs) {
            List<ClipDecision> ofRun = decisions(run);
            estimates.add(run, ofRun.size());
            decisions.addAll(ofRun);
        }
        JsonNode first = runs.get(0).result();
        return new RecordedStage(
                folder.toString(),
                first.at("/scenario/name").asText(),
                decisions,
                first.at("/precision/profile").asText(""),
                estimates.periodSeconds(folder),
                estimates.devices(folder),
                estimates.left());
    }

    private static List<Path> directories(Path folder) throws InputException {
        if (!Files.isDirectory(folder)) {
            return List.of(folder);
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> runs = all.filter(Files::isDirectory)
                    .filter(path -> RUN_OF_A_SWEEP
                            .matcher(path.getFileName().toString())
                            .matches())
                    .sorted()
                    .toList();
            if (runs.isEmpty() && Files.exists(folder.resolve(SWEEP))) {
                throw JsonDocument.refusal(
                        folder, "holds a sweep without its runs, expected one of ganglion run --keep-runs");
            }
            return runs.isEmpty() ? List.of(folder) : runs;
        } catch (IOException e) {
            throw JsonDocument.refusal(folder, "cannot be read");
        }
    }

    private static List<ClipDecision> decisions(RecordedRun run) throws InputException {
        List<ClipDecision> decisions = new ArrayList<>();
        for (JsonNode node : run.result().path("decisions")) {
            ClipDecision decision = new ClipDecision(
                    node.path("file").asText(),
                    node.path("label").asText(),
                    node.path("winner").asText());
            if (decision.label().isEmpty()) {
                throw JsonDocument.refusal(
                        run.directory(),
                        "decision " + (decisions.size() + 1)
                                + " has no label, expected one: whether there was an event is not known");
            }
            decisions.add(decision);
        }
        if (decisions.isEmpty()) {
            throw JsonDocument.refusal(run.directory(), "has no decisions, expected a run of labelled clips");
        }
        return decisions;
    }
}
