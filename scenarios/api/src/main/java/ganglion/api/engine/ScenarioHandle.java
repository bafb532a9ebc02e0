package ganglion.api.engine;

import ganglion.api.document.NetworkDocument;
import ganglion.api.document.TemporaryFolder;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.ReadDocument;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.format.WholeScenario;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A scenario with the document that it was read from, which was read once. Immutable and thread safe. */
public final class ScenarioHandle {

    private final Origin origin;
    private final ReadDocument document;
    private final Scenario scenario;
    private final boolean onePoint;

    private ScenarioHandle(Origin origin, ReadDocument document, ScenarioOverrides overrides, boolean onePoint)
            throws InputException {
        this.origin = origin;
        this.document = document;
        this.onePoint = onePoint;
        this.scenario = ScenarioFiles.made(origin.file, document, overrides);
    }

    /**
     * Where a scenario comes from.
     *
     * @param file its file, or what messages call it in place of one
     * @param inMemory whether there is no file of it
     * @param arrays where the arrays of a document in memory are, which are kept as long as this
     */
    private record Origin(Path file, boolean inMemory, Optional<TemporaryFolder> arrays) {}

    /**
     * A value that is set in a document.
     *
     * @param pointer JSON pointer
     * @param text the value as JSON
     */
    public record Setting(String pointer, String text) {}

    /**
     * Reads a file.
     *
     * @param allowOutsidePaths whether its relative paths may lead out of its folder
     * @throws InputException with every problem that was found
     */
    public static ScenarioHandle read(Path file, boolean allowOutsidePaths) throws InputException {
        ScenarioOverrides overrides =
                new ScenarioOverrides(Map.of(), OptionalLong.empty(), List.of(), allowOutsidePaths);
        ReadDocument document = ReadDocument.of(file, allowOutsidePaths);
        return new ScenarioHandle(new Origin(file, false, Optional.empty()), document, overrides, false);
    }

    /**
     * Reads a document that a program has made.
     *
     * @param name what messages call it; relative paths start from the working folder
     * @param made the document
     * @param settings values that are put into it, in their order
     * @throws InputException with every problem that was found
     */
    public static ScenarioHandle of(String name, NetworkDocument made, List<Setting> settings) throws InputException {
        ReadDocument document = ReadDocument.made(name, made.root());
        for (Setting setting : settings) {
            document = document.changed(setting.pointer, setting.text);
        }
        return new ScenarioHandle(
                new Origin(Path.of(name), true, made.arrays()), document, ScenarioOverrides.NONE, false);
    }

    /**
     * The same with other changes.
     *
     * @throws InputException with every problem that was found
     */
    public ScenarioHandle with(ScenarioOverrides overrides) throws InputException {
        return new ScenarioHandle(origin, document, overrides, onePoint);
    }

    /**
     * One of its runs.
     *
     * @throws InputException if the run cannot be read
     */
    public ScenarioHandle at(RunPoint point) throws InputException {
        return new ScenarioHandle(origin, document, scenario.overrides().at(point), true);
    }

    /** Whether it asks for several runs, or for one with values of a sweep, and is none of them. */
    public boolean isStudy() {
        return !onePoint && scenario.isStudy();
    }

    /** The scenario. */
    public Scenario scenario() {
        return scenario;
    }

    /** Whether there is no file of it. */
    public boolean inMemory() {
        return origin.inMemory;
    }

    /** Where the arrays of a document in memory are. */
    public Optional<TemporaryFolder> arrays() {
        return origin.arrays;
    }

    /** The same problems, in which the arrays of a document in memory have names without the temporary folder, which nobody has named. */
    InputException withoutFolder(InputException told) {
        if (origin.arrays.isEmpty()) {
            return told;
        }
        String folder = origin.arrays.get().path() + File.separator;
        return new InputException(told.problems().stream()
                .map(problem -> new Problem(
                        problem.file(),
                        problem.line(),
                        problem.pointer(),
                        problem.message().replace(folder, "")))
                .toList());
    }

    /**
     * The document without what it extends and its variables.
     *
     * @throws InputException if it cannot be read
     */
    public WholeScenario whole() throws InputException {
        return ScenarioFiles.whole(origin.file, document, scenario.overrides());
    }
}
