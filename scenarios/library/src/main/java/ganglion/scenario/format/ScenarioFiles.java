package ganglion.scenario.format;

import ganglion.hardware.document.Document;
import ganglion.hardware.document.DocumentException;
import ganglion.hardware.document.DocumentReader;
import ganglion.hardware.document.DocumentSchema;
import ganglion.scenario.InputException;
import ganglion.scenario.Problem;
import ganglion.scenario.Scenario;
import ganglion.scenario.ScenarioOverrides;
import ganglion.scenario.bind.NamedFiles;
import java.nio.file.Path;
import java.util.List;

/** Reads and validates scenario files. Safe to use from several threads. */
public final class ScenarioFiles {

    private static final String SCHEMA = "/ganglion/scenario/scenario.schema.json";

    private ScenarioFiles() {}

    /**
     * Reads a scenario: YAML, or JSON where the name ends in {@code .json}.
     *
     * @throws InputException with every problem of the file that was found
     */
    public static Scenario read(Path file, ScenarioOverrides overrides) throws InputException {
        try {
            Document document = Settings.apply(new DocumentReader().read(file), overrides.settings());
            Schema.INSTANCE.check(document);
            return new ScenarioReader(file, document, overrides).read();
        } catch (DocumentException e) {
            throw Problems.of(e);
        }
    }

    /** The JSON Schema of scenario files, draft 2020-12. */
    public static String schema() {
        return Schema.INSTANCE.text();
    }

    /** What is wrong with a scenario and the files that it names; empty if nothing is. */
    public static List<Problem> validate(Path file) {
        try {
            return NamedFiles.problems(read(file, ScenarioOverrides.NONE));
        } catch (InputException e) {
            return e.problems();
        }
    }

    /** Made on first use, because not every command needs it. */
    private static final class Schema {

        static final DocumentSchema INSTANCE = DocumentSchema.ofResource(ScenarioFiles.class, SCHEMA);
    }
}
