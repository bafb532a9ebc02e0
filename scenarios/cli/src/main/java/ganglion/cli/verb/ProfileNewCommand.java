package ganglion.cli.verb;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.WriteProblem;
import ganglion.hardware.library.ProfileTemplate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion profile new}. */
@Command(
        name = "new",
        header = "Writes a commented profile to begin with.",
        description = "The file is NAME.yaml in the working folder. It is valid as it is; its values are placeholders,"
                + " marked as assumed, to be replaced by those of your device. No file is overwritten.",
        footer = {"  ganglion profile new my-chip", "  ganglion profile new my-board --kind processor"})
public final class ProfileNewCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "NAME", description = "Name of the profile: lower-case letters, digits and hyphens.")
    private String name;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "spiking: a chip of spiking neurons. processor: a conventional processor. Default: spiking.")
    private String kind = ProfileTemplate.SPIKING.word();

    @Option(names = "--out", paramLabel = "FILE", description = "Write this file instead.")
    private Path out;

    /** @param console to print on */
    public ProfileNewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        Path file = out == null ? Path.of(name + ".yaml") : out;
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        try {
            makeFolder(file);
            write(text, file);
        } catch (FileAlreadyExistsException e) {
            throw new InputException(
                    file, "found a file of that name, which is not overwritten; expected another --out");
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
        console.out().println("wrote " + file + "; check it with: ganglion profile validate " + file);
        return ExitCode.FINE.number();
    }

    /** Apart from the file, so that a file in place of a folder is not taken for one of its name. */
    private static void makeFolder(Path file) throws OutputException {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new OutputException(file, WriteProblem.of(folder.toString(), e));
        }
    }

    /** Makes the file itself, not a hidden one: of several calls at once, the system lets one make it. */
    private static void write(byte[] text, Path file) throws IOException {
        OutputStream made = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (made) {
            made.write(text);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private String text() throws InputException {
        try {
            return ProfileTemplate.of(kind).text(name);
        } catch (IllegalArgumentException e) {
            throw new InputException("profile new", e.getMessage());
        }
    }
}
