package ganglion.fuzz;

import ganglion.documents.InputException;
import ganglion.learning.file.CheckpointFiles;
import ganglion.learning.file.ModelFiles.ModelFileException;
import java.util.List;

/** How files of trainings are fuzzed. None is trained. */
final class Trainings {

    private Trainings() {}

    /** An experiment beside two folders of sounds of two classes. */
    static Target experiment(String kind, String file) {
        Target target = new Target(kind, file);
        for (String sound : List.of(
                "train/low/a/1", "train/high/b/2", "train/low/c/3", "train/high/d/4", "test/low/5", "test/high/6")) {
            target.beside(sound + ".wav", () -> Corpus.file("WaveFuzzTestInputs/mono-16-bit"));
        }
        return target;
    }

    static Target target(String kind) {
        return new Target(kind, "checkpoint.zip").reader(file -> {
            try {
                CheckpointFiles.readNotes(file);
                CheckpointFiles.read(file);
            } catch (ModelFileException e) {
                throw new InputException(file, e.getMessage());
            }
        });
    }
}
