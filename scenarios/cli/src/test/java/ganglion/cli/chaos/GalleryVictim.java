package ganglion.cli.chaos;

import ganglion.cli.ScenarioOnDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Pages of documentation. */
record GalleryVictim() implements Victim {

    private static final int SCENARIOS = 6;

    @Override
    public String name() {
        return "gallery";
    }

    @Override
    public void prepare(Path input, Launch launch) throws IOException {
        for (int i = 0; i < SCENARIOS; i++) {
            new ScenarioOnDisk(input.resolve("suite/case-" + i)).with("two-taps", "case-" + i);
        }
    }

    @Override
    public List<String> command() {
        return List.of("gallery", INPUT + "suite", "--out", "out");
    }

    @Override
    public Set<String> seals() {
        return Set.of("README.md");
    }
}
