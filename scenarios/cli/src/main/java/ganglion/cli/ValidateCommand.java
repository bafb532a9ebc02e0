package ganglion.cli;

import ganglion.scenario.format.ScenarioFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion validate}. */
@Command(
        name = "validate",
        header = "Checks scenario files against the schema and its limits, without running them.",
        footer = {
            "  ganglion validate scenarios/gallery/*/scenario.yaml",
            "  ganglion validate --schema > scenario.schema.json"
        })
final class ValidateCommand implements Callable<Integer> {

    private final Console console;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** Either the schema or files to check. */
    private static final class What {

        @Option(names = "--schema", required = true, description = "Print the JSON Schema of scenario files.")
        private boolean schema;

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scenario files, YAML or JSON.")
        private List<Path> files;
    }

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (what.schema) {
            console.out().println(ScenarioFiles.schema().strip());
            return ExitCode.FINE.number();
        }
        Validation validation = new Validation(console, json);
        what.files.forEach(file -> validation.add(file, ScenarioFiles.validate(file)));
        return validation.finish().number();
    }
}
