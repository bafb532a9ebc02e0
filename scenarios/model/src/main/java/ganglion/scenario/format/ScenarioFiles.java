package ganglion.scenario.format;

import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.SchemaReference;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.place.Documents;
import ganglion.scenario.bind.NamedFiles;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;

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
        return new ScenarioAssembly(file, Documents.read(file, overrides.reading(), root -> Schema.INSTANCE), overrides)
                .scenario();
    }

    /** The JSON Schema of scenario files, draft 2020-12. */
    public static String schema() {
        return Schema.INSTANCE.text();
    }

    /** The problems of a scenario, of each of its runs, and of the files that it names; empty if it is valid. */
    public static List<Problem> validate(Path file, ScenarioOverrides overrides) {
        try {
            Scenario scenario = read(file, overrides);
            for (RunPoint point : scenario.isStudy() ? scenario.points() : List.<RunPoint>of()) {
                read(file, overrides.at(point));
            }
            return NamedFiles.problems(scenario);
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
                "What comes in, the network, the chips it is costed on, and what is expected. Quantities carry units; paths"
                        + " are relative to the scenario file.",
                ScenarioKeys.ROOT);
    }
}
