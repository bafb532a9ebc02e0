package ganglion.live.command;

import ganglion.documents.InputException;
import ganglion.live.run.LiveScenario;
import ganglion.live.session.SessionPlan.SessionScenarios;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/**
 * The scenario that a session begins with, as it was given, and those in its folder that can hear live. Each is known by its name, or by the name of its
 * file where an earlier one has its name. The folder is looked through in another thread: {@link #names} returns what has been found so far.
 */
final class SiblingScenarios implements SessionScenarios {

    /** Reading a scenario takes some milliseconds. */
    private static final int MOST_FILES = 50;

    private final LiveScenario first;
    private final Map<String, Path> found = new LinkedHashMap<>();

    /**
     * @param first the scenario that a session begins with
     * @param background looks through its folder
     */
    SiblingScenarios(LiveScenario first, Executor background) {
        this.first = first;
        found.put(first.scenario().name(), first.scenario().file());
        background.execute(this::find);
    }

    /** An executor that takes little from the session. */
    static Executor inBackground() {
        return task -> {
            Thread thread = new Thread(task, "ganglion-siblings");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        };
    }

    @Override
    public List<String> names() {
        synchronized (found) {
            return List.copyOf(found.keySet());
        }
    }

    private void find() {
        try {
            for (Path file : firstFiles(first.scenario().file().toAbsolutePath().getParent())) {
                if (Files.isRegularFile(file)
                        && !Files.isSameFile(file, first.scenario().file())) {
                    look(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that cannot be listed offers nothing more.
        }
    }

    /** The first ones by name, however many there are. */
    private static TreeSet<Path> firstFiles(Path folder) throws IOException {
        TreeSet<Path> sorted = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{yaml,yml,json}")) {
            for (Path file : files) {
                sorted.add(file);
                if (sorted.size() > MOST_FILES) {
                    sorted.pollLast();
                }
            }
        }
        return sorted;
    }

    private void look(Path file) {
        try {
            String name = read(file).scenario().name();
            synchronized (found) {
                if (found.putIfAbsent(name, file) != null) {
                    found.putIfAbsent(file.getFileName().toString(), file);
                }
            }
        } catch (InputException e) {
            // Not a scenario, or one that cannot hear live.
        }
    }

    private LiveScenario read(Path file) throws InputException {
        ScenarioOverrides ofFirst = first.scenario().overrides();
        ScenarioOverrides overrides =
                new ScenarioOverrides(Map.of(), ofFirst.seed(), ofFirst.profiles(), ofFirst.allowOutsidePaths());
        return LiveScenario.of(ScenarioFiles.read(file, overrides));
    }

    @Override
    public LiveScenario open(String name) throws InputException {
        if (name.equals(first.scenario().name())) {
            return first;
        }
        Path file;
        synchronized (found) {
            file = found.get(name);
        }
        if (file == null) {
            throw new IllegalArgumentException("there is no scenario named " + name);
        }
        return read(file);
    }
}
