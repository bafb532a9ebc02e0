package ganglion.cli.chaos;

import ganglion.cli.ScenarioOnDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A suite of scenarios, run by two processes. */
record SuiteVictim() implements Victim {

    private static final int SCENARIOS = 6;

    @Override
    public String name() {
        return "test";
    }

    @Override
    public void prepare(Path input, Launch launch) throws IOException {
        for (int i = 0; i < SCENARIOS; i++) {
            new ScenarioOnDisk(input.resolve("suite/case-" + i)).with("two-taps", "case-" + i);
        }
    }

    @Override
    public List<String> command() {
        return List.of("test", INPUT + "suite", "--out", "out", "--junit", "junit.xml", "--threads", "2");
    }

    /** It tells of every scenario how it went, those that a disturbance ended included; results.json does so, too. */
    @Override
    public boolean isTemporary(String name) {
        return name.equals("junit.xml");
    }

    @Override
    public Set<String> seals() {
        return Set.of("result.json", "index.html");
    }
}
