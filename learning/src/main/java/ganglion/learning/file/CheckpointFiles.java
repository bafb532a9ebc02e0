package ganglion.learning.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.table.NpyArray;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.learning.optimiser.OptimiserState;
import ganglion.learning.train.Trainer.TrainingState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads checkpoints, from which training can go on; the package description has the format. */
public final class CheckpointFiles {

    /** Entry with the state of the training. */
    public static final String DOCUMENT = "training.json";

    /** Entry with the notes of the caller. */
    public static final String NOTES = "notes.json";

    /** What checkpoints call their format. */
    public static final String FORMAT = "ganglion-checkpoint";

    private CheckpointFiles() {}

    /**
     * Writes the state of training, under a temporary name first.
     *
     * @param classes names of the classes, as in a model file
     * @param notes a JSON document that {@link #readNotes} gives back; empty for none
     */
    public static void write(TrainingState state, List<String> classes, String notes, Path file) throws IOException {
        Archive archive = new Archive();
        ModelFiles.put(new TrainedModel(state.model(), classes), archive);
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("version", 1)
                .put("epochs-done", state.epochsDone())
                .put("batches-done", state.batchesDone())
                .put("optimiser-steps", state.optimiser().step())
                .put("best-epoch", state.bestEpoch())
                .put("best-merit", state.bestMerit())
                .put("best-loss", state.bestLoss());
        archive.put(DOCUMENT, ModelDocument.write(document));
        List<Parameter> parameters = state.model().allParameters();
        for (int p = 0; p < parameters.size(); p++) {
            int[] shape = parameters.get(p).shape();
            archive.put(
                    entry("first", p), NpyArray.write(state.optimiser().first().get(p), shape));
            archive.put(
                    entry("second", p),
                    NpyArray.write(state.optimiser().second().get(p), shape));
            double[] best = state.bestModel().allParameters().get(p).values();
            archive.put(entry("best", p), NpyArray.write(best, shape));
        }
        if (!notes.isEmpty()) {
            archive.put(NOTES, notes.getBytes(StandardCharsets.UTF_8));
        }
        archive.write(file);
    }

    private static String entry(String what, int parameter) {
        return what + "/" + parameter + ".npy";
    }

    /**
     * Reads the state of training.
     *
     * @throws ModelFileException if the file is not a checkpoint, with the place and what was expected
     */
    public static TrainingState read(Path file) throws IOException, ModelFileException {
        Archive archive = Archive.read(file);
        ModelDocument document = ModelDocument.read(archive, DOCUMENT, FORMAT);
        Model model = ModelFiles.take(archive).model();
        Model best = model.copy();
        List<double[]> first = new ArrayList<>();
        List<double[]> second = new ArrayList<>();
        for (int p = 0; p < model.allParameters().size(); p++) {
            int[] shape = model.allParameters().get(p).shape();
            first.add(values(archive, "first", p, shape));
            second.add(values(archive, "second", p, shape));
            double[] values = values(archive, "best", p, shape);
            System.arraycopy(values, 0, best.allParameters().get(p).values(), 0, values.length);
        }
        return new TrainingState(
                document.integer("epochs-done"),
                document.longInteger("batches-done"),
                model,
                new OptimiserState(document.longInteger("optimiser-steps"), first, second),
                best,
                document.integer("best-epoch"),
                document.number("best-merit"),
                document.number("best-loss"));
    }

    /** Whether a file is a checkpoint, of whatever version, so that it may be replaced by another. */
    public static boolean isCheckpoint(Path file) {
        return Archive.holds(file, DOCUMENT);
    }

    /**
     * Reads the notes of a checkpoint.
     *
     * @return empty if it has none
     * @throws ModelFileException if the file is no archive
     */
    public static String readNotes(Path file) throws IOException, ModelFileException {
        Archive archive = Archive.read(file);
        return archive.has(NOTES) ? new String(archive.get(NOTES), StandardCharsets.UTF_8) : "";
    }

    private static double[] values(Archive archive, String what, int parameter, int[] shape) throws ModelFileException {
        String entry = entry(what, parameter);
        return Rows.values(archive, entry, shape);
    }
}
