package ganglion.scenario.format;

import ganglion.documents.DocumentSchema;
import ganglion.documents.EditorSchema;
import ganglion.documents.InputException;
import ganglion.documents.JsonPointers;
import ganglion.documents.Problem;
import ganglion.documents.SchemaReference;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.place.DocumentKind;
import ganglion.documents.place.Inherited;
import ganglion.documents.place.ReadDocument;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.scenario.bind.NamedFiles;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        Scenario scenario = made(file, document, overrides);
        if (scenario.isStudy()) {
            new PointCheck(file, document, scenario).check();
        }
        return scenario;
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

    /**
     * Checks each run of a scenario that asks for several. Its file has been read, and what it says of its runs has been checked with the
     * scenario: thousands of runs are not to be listed anew for each of them.
     */
    private static final class PointCheck {

        private final Path file;
        private final ReadDocument single;
        private final Scenario scenario;

        /** @param document what was read of the file, of which the scenario was made */
        PointCheck(Path file, ReadDocument document, Scenario scenario) throws InputException {
            ReadDocument asked = document;
            for (Map.Entry<String, String> setting :
                    scenario.overrides().settings().entrySet()) {
                if (isOfRuns(setting.getKey())) {
                    asked = asked.changed(setting.getKey(), setting.getValue());
                }
            }
            this.file = file;
            this.single = asked.without(PointKeys.SWEEP.name()).without(PointKeys.REPEAT.name());
            this.scenario = scenario;
        }

        /** @throws InputException with the problems of all runs, each with the run and its place in the sweep */
        void check() throws InputException {
            PointPlaces places = new PointPlaces(scenario);
            List<Problem> problems = new ArrayList<>();
            for (RunPoint point : scenario.points()) {
                try {
                    check(point);
                } catch (InputException e) {
                    e.problems().forEach(problem -> problems.add(places.problem(point, problem)));
                }
            }
            if (!problems.isEmpty()) {
                throw new InputException(problems);
            }
        }

        private void check(RunPoint point) throws InputException {
            ScenarioOverrides overrides = scenario.overrides().at(point);
            Map<String, String> settings = new LinkedHashMap<>(overrides.settings());
            settings.keySet().removeIf(PointCheck::isOfRuns);
            ScenarioFiles.made(
                    file,
                    single,
                    new ScenarioOverrides(
                            settings, overrides.seed(), overrides.profiles(), overrides.allowOutsidePaths()));
        }

        private static boolean isOfRuns(String pointer) {
            return Stream.of(PointKeys.SWEEP, PointKeys.REPEAT)
                    .anyMatch(key -> (pointer + "/").startsWith("/" + key + "/"));
        }

        /** Where the values of a run stand in the sweep of its scenario. */
        private static final class PointPlaces {

            private final Scenario scenario;

            /** Position of each point in a sweep that is a list, by its settings. */
            private final Map<Map<String, String>, Integer> points = new HashMap<>();

            /** Position of each value in its list in a sweep that is a grid, by its pointer. */
            private final Map<String, Map<String, Integer>> values = new HashMap<>();

            PointPlaces(Scenario scenario) {
                this.scenario = scenario;
                for (RunPoint point : scenario.points()) {
                    points.putIfAbsent(point.settings(), points.size());
                    point.settings().forEach((pointer, value) -> {
                        Map<String, Integer> axis = values.computeIfAbsent(pointer, first -> new HashMap<>());
                        axis.putIfAbsent(value, axis.size());
                    });
                }
            }

            /** A problem of one run, with the run; one with a value of the sweep has the line of that value, or else of its list. */
            Problem problem(RunPoint point, Problem found) {
                String message = found.message() + " (run " + (point.number() + 1) + ": " + point.label() + ")";
                if (found.line() > 0) {
                    return new Problem(found.file(), found.line(), found.pointer(), message);
                }
                Problem place = point.settings().keySet().stream()
                        .filter(pointer -> (found.pointer() + "/").startsWith(pointer + "/"))
                        .map(pointer -> inSweep(point, pointer))
                        .findFirst()
                        .orElse(found);
                return new Problem(place.file(), place.line(), found.pointer(), message);
            }

            private Problem inSweep(RunPoint point, String pointer) {
                Map<String, Integer> lines = scenario.source().lines();
                String sweep = "/" + PointKeys.SWEEP.name();
                String listed = JsonPointers.element(sweep, points.get(point.settings()));
                String gridded = "/" + values.get(pointer).get(point.settings().get(pointer));
                return Stream.of(pointer, pointer.replaceFirst("^/variables/", "variables."))
                        .flatMap(key ->
                                Stream.of(JsonPointers.member(listed, key), JsonPointers.member(sweep, key) + gridded))
                        .filter(lines::containsKey)
                        .findFirst()
                        .map(place -> scenario.problem(place, ""))
                        .orElse(scenario.problem(sweep, ""));
            }
        }
    }
}
