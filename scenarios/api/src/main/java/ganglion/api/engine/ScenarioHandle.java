package ganglion.api.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.api.document.TemporaryFolder;
import ganglion.documents.InputException;
import ganglion.documents.place.ReadDocument;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.format.WholeScenario;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A scenario with the document that it was read from, which was read once. Immutable and thread safe. */
public final class ScenarioHandle {

    private final Path file;
    private final ReadDocument document;
    private final Scenario scenario;
    private final boolean inMemory;
    private final Optional<TemporaryFolder> arrays;

    private ScenarioHandle(
            Path file,
            ReadDocument document,
            ScenarioOverrides overrides,
            boolean inMemory,
            Optional<TemporaryFolder> arrays)
            throws InputException {
        this.file = file;
        this.document = document;
        this.inMemory = inMemory;
        this.arrays = arrays;
        this.scenario = ScenarioFiles.made(file, document, overrides);
    }

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
        return new ScenarioHandle(file, document, overrides, false, Optional.empty());
    }

    /**
     * Reads a document that a program has made.
     *
     * @param name what messages call it; relative paths start from the working folder
     * @param arrays where its arrays are, which are kept as long as this
     * @throws InputException with every problem that was found
     */
    public static ScenarioHandle of(
            String name, ObjectNode root, ScenarioOverrides overrides, Optional<TemporaryFolder> arrays)
            throws InputException {
        return new ScenarioHandle(Path.of(name), ReadDocument.made(name, root), overrides, true, arrays);
    }

    /**
     * The same with other changes.
     *
     * @throws InputException with every problem that was found
     */
    public ScenarioHandle with(ScenarioOverrides overrides) throws InputException {
        return new ScenarioHandle(file, document, overrides, inMemory, arrays);
    }

    /**
     * One of its runs.
     *
     * @throws InputException if the run cannot be read
     */
    public ScenarioHandle at(RunPoint point) throws InputException {
        return with(scenario.overrides().at(point));
    }

    /** The scenario. */
    public Scenario scenario() {
        return scenario;
    }

    /** Whether there is no file of it. */
    public boolean inMemory() {
        return inMemory;
    }

    /** Where the arrays of a document in memory are. */
    public Optional<TemporaryFolder> arrays() {
        return arrays;
    }

    /**
     * The document without what it extends and its variables.
     *
     * @throws InputException if it cannot be read
     */
    public WholeScenario whole() throws InputException {
        return ScenarioFiles.whole(file, document, scenario.overrides());
    }
}
