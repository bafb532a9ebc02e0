package ganglion.cli.verb.live;

import ganglion.documents.InputException;
import ganglion.live.run.LiveScenario;
import ganglion.live.session.SessionScenarios;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The scenarios in the folder of a scenario that can hear live, by the names of their files. They are looked for when they are first asked for. */
final class SiblingScenarios implements SessionScenarios {

    /** Reading a scenario takes some milliseconds. */
    private static final int MOST_FILES = 50;

    private final Scenario first;
    private Map<String, Path> found;

    /** @param first the scenario that a session begins with */
    SiblingScenarios(Scenario first) {
        this.first = first;
    }

    @Override
    public synchronized List<String> names() {
        if (found == null) {
            found = find();
        }
        return List.copyOf(found.keySet());
    }

    private Map<String, Path> find() {
        Map<String, Path> scenarios = new TreeMap<>();
        int looked = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(first.file().getParent(), "*.{yaml,yml,json}")) {
            for (Path file : files) {
                if (++looked <= MOST_FILES && Files.isRegularFile(file) && canHear(file)) {
                    scenarios.put(file.getFileName().toString(), file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that cannot be listed offers nothing.
            return Map.of();
        }
        return scenarios;
    }

    private boolean canHear(Path file) {
        try {
            read(file);
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    private LiveScenario read(Path file) throws InputException {
        ScenarioOverrides ofFirst = first.overrides();
        ScenarioOverrides overrides = new ScenarioOverrides(
                Map.of(), ofFirst.seed(), ofFirst.profiles(), ofFirst.allowOutsidePaths());
        return LiveScenario.of(ScenarioFiles.read(file, overrides));
    }

    @Override
    public LiveScenario open(String name) throws InputException {
        names();
        return read(found.get(name));
    }
}
