package ganglion.cli.chaos;

import ganglion.cli.TinyExperiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A scenario made of a trained model. */
record CompileVictim() implements Victim {

    @Override
    public String name() {
        return "compile";
    }

    @Override
    public void prepare(Path input, Launch launch) throws IOException, InterruptedException {
        new TinyExperiment(input);
        Running.Ended trained = launch.start(input, List.of("train", "spikes.yaml", "--out", "trained"))
                .end();
        if (trained.code() != 0) {
            throw new IllegalStateException("found no model to compile: " + trained.errors());
        }
    }

    @Override
    public List<String> command() {
        return List.of("compile", INPUT + "trained/model.zip", "--out", "out", "--verify", INPUT + "test");
    }

    @Override
    public Set<String> seals() {
        return Set.of("scenario.yaml");
    }
}
