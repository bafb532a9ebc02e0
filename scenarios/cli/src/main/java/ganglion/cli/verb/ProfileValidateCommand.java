package ganglion.cli.verb;

import ganglion.cli.print.Validation;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.EditorSchema;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion profile validate}. */
@Command(
        name = "validate",
        header = "Checks profile files: units, ranges, kinds and sources.",
        footer = {
            "  ganglion profile validate my-chip.yaml",
            "  ganglion profile validate --schema > hardware-profile.schema.json",
            "  ganglion profile validate --reference"
        })
public final class ProfileValidateCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Profile files, YAML or JSON.")
    private List<Path> files = List.of();

    @Option(names = "--schema", description = "Print the JSON Schema of profiles instead.")
    private boolean schema;

    @Option(names = "--reference", description = "Print the reference of profiles, in Markdown, instead.")
    private boolean reference;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec specification;

    /** @param console to print on */
    public ProfileValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Validation.checkChoice(specification.commandLine(), schema, reference, files);
        if (files.isEmpty()) {
            String text = schema ? EditorSchema.of(ProfileLibrary.schema()) : ProfileLibrary.reference();
            console.out().println(text.strip());
            return ExitCode.FINE.number();
        }
        Validation validation = new Validation(console, json);
        files.forEach(file -> check(file, validation));
        return validation.finish().number();
    }

    private static void check(Path file, Validation validation) {
        try {
            ProfileLibrary.read(file);
            validation.add(file, List.of());
        } catch (ProfileException e) {
            validation.add(file, e.problems());
        }
    }
}
