package ganglion.cli.chaos;

import ganglion.cli.TinyExperiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A training that is saved after every epoch, and resumed.
 *
 * @param more lines of its experiment
 */
record TrainVictim(String name, String more) implements Victim {

    @Override
    public void prepare(Path input, Launch launch) throws IOException {
        Path file = new TinyExperiment(input).file("numbers.yaml");
        String longer = Files.readString(file).replace("epochs: 6", "epochs: 40");
        Files.writeString(file, more.isEmpty() ? longer : longer.replace("seed: 3\n", more));
    }

    @Override
    public List<String> command() {
        return List.of("train", INPUT + "numbers.yaml", "--out", "out");
    }

    @Override
    public List<String> next(Path folder) {
        return List.of("train", INPUT + "numbers.yaml", "--out", "out", "--resume");
    }

    @Override
    public Set<String> seals() {
        return Set.of("result.json");
    }

    /** Checkpoints and finished seeds lie beside the directory. */
    @Override
    public boolean isTemporary(String name) {
        return name.startsWith("out.");
    }
}
