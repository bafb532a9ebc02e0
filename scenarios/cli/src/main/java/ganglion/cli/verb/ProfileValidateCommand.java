package ganglion.cli.verb;

import ganglion.cli.print.Validation;
import ganglion.cli.terminal.Console;
import ganglion.documents.Problem;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion profile validate}. */
@Command(
        name = "validate",
        header = "Checks profile files: units, ranges, kinds and sources.",
        footer = {"  ganglion profile validate my-chip.yaml"})
public final class ProfileValidateCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Profile files, YAML or JSON.")
    private List<Path> files;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param console to print on */
    public ProfileValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Validation validation = new Validation(console, json);
        files.forEach(file -> validation.add(file, problems(file)));
        return validation.finish().number();
    }

    static List<Problem> problems(Path file) {
        try {
            ProfileLibrary.read(file);
            return List.of();
        } catch (ProfileException e) {
            return e.problems().stream()
                    .map(problem -> new Problem(problem.file(), problem.line(), problem.pointer(), problem.message()))
                    .toList();
        }
    }
}
