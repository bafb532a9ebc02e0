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
import ganglion.scenario.format.expect.ExpectationKeys;
import ganglion.scenario.format.hardware.BatteryKeys;
import ganglion.scenario.format.hardware.HardwareKeys;
import ganglion.scenario.format.recording.RecordingKeys;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * Checks each run of a scenario that asks for several. Its file has been read, and what it says of its runs has been checked with the
     * scenario: thousands of runs are not to be listed anew for each of them.
     */
    private static final class PointCheck {

        private static final String SWEEP = "/" + PointKeys.SWEEP.name();
        private static final String REPEAT = "/" + PointKeys.REPEAT.name();

        private final Path file;
        private final ReadDocument whole;
        private final ReadDocument single;
        private final Scenario scenario;
        private final Set<String> enclosing = new HashSet<>();
        private final boolean computed;

        /** @param document what was read of the file, of which the scenario was made */
        PointCheck(Path file, ReadDocument document, Scenario scenario) {
            this.file = file;
            this.whole = document;
            this.single = document.without(PointKeys.SWEEP.name()).without(PointKeys.REPEAT.name());
            this.scenario = scenario;
            this.computed = hasExpression(document.text(PointKeys.REPEAT.name()))
                    || scenario.overrides().settings().entrySet().stream()
                            .anyMatch(set -> isOfRuns(set.getKey()) && hasExpression(set.getValue()));
            scenario.points().stream()
                    .flatMap(point -> point.settings().keySet().stream())
                    .distinct()
                    .forEach(this::addEnclosing);
        }

        private void addEnclosing(String pointer) {
            for (int end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
                enclosing.add(pointer.substring(0, end));
            }
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
            if (changesRuns(point)) {
                ScenarioFiles.made(file, whole, overrides);
            } else {
                Map<String, String> settings = new LinkedHashMap<>(overrides.settings());
                settings.keySet().removeIf(PointCheck::isOfRuns);
                ScenarioFiles.made(
                        file,
                        single,
                        new ScenarioOverrides(
                                settings, overrides.seed(), overrides.profiles(), overrides.allowOutsidePaths()));
            }
        }

        /**
         * Whether what the scenario says of its runs may not fit it any more: the number of its repeats is computed, or a value around one
         * that is varied is another.
         */
        private boolean changesRuns(RunPoint point) {
            return computed || point.settings().keySet().stream().anyMatch(enclosing::contains);
        }

        private static boolean hasExpression(String text) {
            return text.contains("${");
        }

        private static boolean isOfRuns(String pointer) {
            return (pointer + "/").startsWith(SWEEP + "/") || (pointer + "/").startsWith(REPEAT + "/");
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

    /**
     * Finds the problems that earlier ones hide. If all that was found is in parts that the rest of the scenario can do without, the rest is
     * read once more without these parts, so that one need not mend a problem to see the next.
     */
    private static final class LaterProblems {

        /** Parts without which the network and its inputs can be read. */
        private static final Set<String> PARTS = Set.of(
                DecisionKeys.DECISION.name(),
                RecordingKeys.RECORD.name(),
                HardwareKeys.HARDWARE.name(),
                BatteryKeys.BATTERY.name(),
                ExpectationKeys.EXPECT.name());

        /** Parts that may refer to any of these: read without them, they would be reported as wrong. */
        private static final Set<String> REFERRING =
                Set.of(ExpectationKeys.EXPECT.name(), PointKeys.SWEEP.name(), PointKeys.REPEAT.name());

        private LaterProblems() {}

        /**
         * The problems that were found, and those of the rest, in the order of the lines.
         *
         * @param found the problems of the whole document
         */
        static InputException with(
                Path file, ReadDocument document, ScenarioOverrides overrides, InputException found) {
            Set<String> spoiled = new HashSet<>();
            found.problems().forEach(problem -> spoiled.add(part(problem.pointer())));
            if (!PARTS.containsAll(spoiled)) {
                return found;
            }
            spoiled.addAll(REFERRING);
            if (spoiled.contains(RecordingKeys.RECORD.name())) {
                // A read-out of potentials wants them recorded.
                spoiled.add(DecisionKeys.DECISION.name());
            }
            ReadDocument rest = document;
            for (String part : spoiled) {
                rest = rest.without(part);
            }
            List<Problem> all = new ArrayList<>(found.problems());
            all.addAll(ofRest(file, rest, without(overrides, spoiled)));
            all.sort(Comparator.comparingInt(Problem::line));
            return new InputException(all);
        }

        private static List<Problem> ofRest(Path file, ReadDocument rest, ScenarioOverrides overrides) {
            try {
                ScenarioFiles.made(file, rest, overrides);
                return List.of();
            } catch (InputException e) {
                return e.problems();
            }
        }

        /** The first key of a pointer; empty for a pointer to the root. */
        private static String part(String pointer) {
            return pointer.isEmpty() ? "" : pointer.substring(1).replaceFirst("/.*", "");
        }

        private static ScenarioOverrides without(ScenarioOverrides overrides, Set<String> parts) {
            Map<String, String> settings = new LinkedHashMap<>(overrides.settings());
            settings.keySet().removeIf(pointer -> parts.contains(part(pointer)));
            return new ScenarioOverrides(settings, overrides.seed(), List.of(), overrides.allowOutsidePaths());
        }
    }
}
