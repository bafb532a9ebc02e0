package ganglion.cli.verb;

import ganglion.cli.option.ScenarioOptions;
import ganglion.cli.print.Validation;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.EditorSchema;
import ganglion.documents.Problem;
import ganglion.documents.place.DocumentKind;
import ganglion.hardware.layered.ActivityKeys;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion validate}. */
@Command(
        name = "validate",
        header = "Checks scenario, experiment, search and activity files against their schemas and limits, without"
                + " running them.",
        footer = {
            "  ganglion validate scenarios/gallery/*/scenario.yaml",
            "  ganglion validate digits.yaml --set /training/epochs=5",
            "  ganglion validate --schema > scenario.schema.json",
            "  ganglion validate --reference --task classification"
        })
public final class ValidateCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Scenario, experiment, search or activity files, YAML or JSON.")
    private List<Path> files = List.of();

    @Option(names = "--schema", description = "Print the JSON Schema of scenario files instead.")
    private boolean schema;

    @Option(names = "--reference", description = "Print the reference of scenario files, in Markdown, instead.")
    private boolean reference;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "With --schema or --reference: of the experiment files of a task, such as classification.")
    private String task;

    @Option(
            names = "--set",
            paramLabel = "/POINTER=VALUE",
            description =
                    "Put a value into each FILE before it is checked, as 'run' and 'train' do; variables.NAME stands"
                            + " for /variables/NAME. May be given several times.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--allow-outside-paths",
            description = "Let relative paths of a file lead out of its folder, as 'run' and 'train' do.")
    private boolean allowOutsidePaths;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec specification;

    /** @param console to print on */
    public ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Validation.checkChoice(specification.commandLine(), schema, reference, files);
        if (files.isEmpty() && !settings.isEmpty()) {
            throw new ParameterException(
                    specification.commandLine(), "found --set without a FILE, expected one to put the value into");
        }
        if (files.isEmpty()) {
            console.out().println((task == null ? ofScenarios() : ofExperiments()).strip());
            return ExitCode.FINE.number();
        }
        Validation validation = new Validation(console, json);
        ScenarioOverrides overrides = new ScenarioOverrides(
                        ScenarioOptions.byPointer(settings), OptionalLong.empty(), List.of(), allowOutsidePaths)
                .asTyped();
        files.forEach(file -> validation.add(file, problems(file, overrides)));
        return validation.finish().number();
    }

    /** What kind of file it is says its content, which is then read again: a pipe gives it once. */
    private static List<Problem> problems(Path file, ScenarioOverrides overrides) {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            return List.of(new Problem(file, "found a pipe or a device, which cannot be read twice, expected a file"));
        }
        return switch (DocumentKind.of(file, overrides.allowOutsidePaths()).orElse(DocumentKind.SCENARIO)) {
            case SEARCH -> offered(DocumentKind.SEARCH).problems(file, overrides);
            case EXPERIMENT -> ExperimentFiles.validate(file, overrides);
            case ACTIVITY ->
                overrides.settings().isEmpty()
                        ? ActivityKeys.problems(file)
                        : List.of(new Problem(
                                "--set", "found it beside the activity file " + file + ", expected other files"));
            case SCENARIO -> ScenarioFiles.validate(file, overrides);
        };
    }

    /** The check that a module offers. */
    private static VerbProvider.DocumentCheck offered(DocumentKind kind) {
        return ServiceLoader.load(VerbProvider.class, VerbProvider.class.getClassLoader()).stream()
                .map(provider -> provider.get().checks().get(kind))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse((file, overrides) ->
                        List.of(new Problem(file, "found a document of a module that is not there")));
    }

    private String ofScenarios() {
        return schema ? ScenarioFiles.editorSchema() : ScenarioFiles.reference();
    }

    private String ofExperiments() {
        try {
            return schema ? EditorSchema.of(ExperimentFiles.schema(task)) : ExperimentFiles.reference(task);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(specification.commandLine(), "--task: " + e.getMessage());
        }
    }
}
