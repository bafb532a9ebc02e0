package ganglion.study.compose;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.study.compose.MixtureMaker.Mixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ganglion compose}. */
@Command(
        name = "compose",
        header = "Makes labelled mixtures of instruments from recorded notes.",
        description = "Plays music made up by a seeded walk with recordings of single notes, which"
                + " are moved to its pitches. Writes examples.json, audio/NAME.wav and labels/NAME.csv"
                + " with what sounds when. Nothing clips, and the same seed gives the same bytes.",
        footer = {
            "  ganglion compose --notes notes --out mixtures --count 100 --seconds 8",
            "  ganglion compose --notes notes --out duets --parts 2 --families flute,string --seed 7"
        })
public final class ComposeCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--notes",
            paramLabel = "DIR",
            required = true,
            description =
                    "Recorded notes in the layout of NSynth: examples.json, with instrument_family_str, instrument_str,"
                            + " pitch and velocity of each, and audio/.")
    private Path notes;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where the mixtures go; files of the same names are replaced.")
    private Path out;

    @Option(names = "--count", paramLabel = "N", description = "Mixtures to make; by default 1.")
    private int count = 1;

    @Option(names = "--seconds", paramLabel = "N", description = "Length of a mixture, by default 8.")
    private double seconds = 8;

    @Option(
            names = "--families",
            paramLabel = "F",
            split = ",",
            description = "What is played on; by default all families of the notes.")
    private List<String> families;

    @Option(
            names = "--parts",
            paramLabel = "N",
            split = ",",
            description = "How many of them at once: a number, or LOWEST,HIGHEST; by default 1 to 3.")
    private List<Integer> parts;

    @Option(names = "--rate", paramLabel = "HERTZ", description = "Sample rate of the mixtures; by default 16000.")
    private int rateHertz = 16_000;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random; by default 42.")
    private long seed = 42;

    @Spec
    private CommandSpec specification;

    /** @param console to print on */
    public ComposeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        List<Mixture> made = new ArrayList<>();
        try (ProgressLine progress = new ProgressLine(console, "compose")) {
            NoteLibrary library = NoteLibrary.read(notes);
            MixtureMaker.Settings settings = settings(library);
            new MixtureMaker(library, settings, out).make(mixture -> {
                made.add(mixture);
                progress.advanced("playing", (double) made.size() / count);
            });
        } catch (IOException e) {
            throw new OutputException(out, e);
        }
        tell(made);
        return ExitCode.FINE.number();
    }

    private MixtureMaker.Settings settings(NoteLibrary library) {
        List<String> all = List.copyOf(library.families().keySet());
        List<String> chosen = families == null ? all : families;
        require(all.containsAll(chosen), "found the families " + chosen + ", expected some of " + all);
        List<Integer> range = parts == null ? List.of(1, Math.min(3, chosen.size())) : parts;
        require(range.size() <= 2, "found more than two bounds of a range, expected one or two");
        try {
            return new MixtureMaker.Settings(
                    seed,
                    rateHertz,
                    count,
                    seconds,
                    List.copyOf(new LinkedHashSet<>(chosen)),
                    range.get(0),
                    range.get(range.size() - 1));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(specification.commandLine(), e.getMessage(), e);
        }
    }

    private void require(boolean met, String message) {
        if (!met) {
            throw new ParameterException(specification.commandLine(), message);
        }
    }

    private void tell(List<Mixture> made) {
        for (Mixture mixture : made) {
            String leftOut = mixture.leftOut() == 0 ? "" : ", " + mixture.leftOut() + " left out";
            console.out()
                    .println(mixture.name() + "  " + Math.round(seconds) + " s  "
                            + String.join(" + ", mixture.families()) + "  " + mixture.notes() + " notes" + leftOut);
        }
        console.out().println(out);
    }
}
