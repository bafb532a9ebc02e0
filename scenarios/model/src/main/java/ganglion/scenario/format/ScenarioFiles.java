package ganglion.scenario.format;

import ganglion.documents.DocumentSchema;
import ganglion.documents.EditorSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.SchemaReference;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.place.DocumentKind;
import ganglion.documents.place.Inherited;
import ganglion.documents.place.ReadDocument;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.scenario.bind.NamedFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads and validates scenario files. Safe to use from several threads. */
public final class ScenarioFiles {

    private ScenarioFiles() {}

    /**
     * Reads a scenario and the files that it extends: YAML, or JSON where the name ends in {@code .json}. Of a scenario
     * that asks for several runs this is what they have in common; {@link ScenarioOverrides#at} reads one of them.
     *
     * @throws InputException with every problem of the file that was found
     */
    public static Scenario read(Path file, ScenarioOverrides overrides) throws InputException {
        return made(file, ReadDocument.of(file, overrides.allowOutsidePaths()), overrides);
    }

    /**
     * Reads a scenario as {@link #read} does, and each of the runs that it asks for, so that none begins before a mistake in the
     * last is found.
     *
     * @throws InputException with the problems of the scenario, or of all its runs, each with the run and its place in the sweep
     */
    public static Scenario readWithPoints(Path file, ScenarioOverrides overrides) throws InputException {
        ReadDocument document =
                ReadDocument.of(file, overrides.allowOutsidePaths()).expect(DocumentKind.SCENARIO);
        Scenario scenario = madeOrAllProblems(file, document, overrides);
        if (scenario.isStudy()) {
            new PointCheck(file, document, scenario).check();
        }
        return scenario;
    }

    private static Scenario madeOrAllProblems(Path file, ReadDocument document, ScenarioOverrides overrides)
            throws InputException {
        try {
            return made(file, document, overrides);
        } catch (InputException e) {
            throw LaterProblems.with(file, document, overrides, e);
        }
    }

    /**
     * The scenario of a document that has been read, or that a program has made.
     *
     * @param file where relative paths in it start; need not exist
     * @throws InputException with every problem that was found
     */
    public static Scenario made(Path file, ReadDocument document, ScenarioOverrides overrides) throws InputException {
        Inherited version = document.expect(DocumentKind.SCENARIO).with(overrides.reading(), root -> Schema.INSTANCE);
        return new ScenarioAssembly(file, version, overrides).scenario();
    }

    /**
     * Reads a scenario as one document, without what it extends, its variables, and what it asks for several runs.
     *
     * @throws InputException with every problem of the file that was found
     */
    public static WholeScenario whole(Path file, ScenarioOverrides overrides) throws InputException {
        return whole(file, ReadDocument.of(file, overrides.allowOutsidePaths()), overrides);
    }

    /**
     * The same for a document that has been read, or that a program has made.
     *
     * @throws InputException with every problem that was found
     */
    public static WholeScenario whole(Path file, ReadDocument document, ScenarioOverrides overrides)
            throws InputException {
        Inherited version = document.expect(DocumentKind.SCENARIO).with(overrides.reading(), root -> Schema.INSTANCE);
        return new ScenarioAssembly(file, version, overrides).whole();
    }

    /** The JSON Schema of scenario files, draft 2020-12. */
    public static String schema() {
        return Schema.INSTANCE.text();
    }

    /** The JSON Schema of scenario files for editors, which offers the names of profiles. */
    public static String editorSchema() {
        List<String> chips = ProfileLibrary.names();
        return EditorSchema.of(
                schema(), Map.of("/properties/hardware/items", chips, "/$defs/chip/properties/profile", chips));
    }

    /** The problems of a scenario, of each of its runs, and of the files that it names; empty if it is valid. */
    public static List<Problem> validate(Path file, ScenarioOverrides overrides) {
        try {
            return NamedFiles.problems(readWithPoints(file, overrides));
        } catch (InputException e) {
            return e.problems();
        }
    }

    /** The reference page of scenario files, in Markdown. */
    public static String reference() {
        return SchemaReference.markdown(schema(), "Scenario reference", "ganglion validate --reference");
    }

    /** Made on first use, because not every command needs it. */
    private static final class Schema {

        static final DocumentSchema INSTANCE = SchemaWriter.schema(
                "urn:ganglion:scenario:1",
                "What comes in, the network, the chips it is costed on, and what is expected. Quantities carry units;"
                        + " paths are relative to the scenario file.",
                ScenarioKeys.ROOT);
    }
}
