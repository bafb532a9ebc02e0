package ganglion.study.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import ganglion.cli.option.DecibelNumber;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.data.MixedSounds;
import ganglion.study.compose.ComposeException;
import ganglion.study.compose.Mixture;
import ganglion.study.compose.MixtureMaker;
import ganglion.study.compose.MixtureSettings;
import ganglion.study.compose.NoiseFolder;
import ganglion.study.compose.NoteLibrary;
import ganglion.study.score.MidiScores;
import ganglion.study.score.Score;
import ganglion.study.score.ScoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion compose}. */
@Command(
        name = "compose",
        header = "Makes labelled mixtures of instruments and noise from recorded notes.",
        description =
                "Plays MIDI files, or, without any, music made up by a seeded walk, with recordings of single notes, which"
                        + " are moved to the pitches of the score. Writes examples.json, audio/NAME.wav and labels/NAME.csv"
                        + " with what sounds when. Nothing clips, and the same seed gives the same bytes.",
        footer = {
            "  ganglion compose --notes notes --out mixtures --count 100 --seconds 8",
            "  ganglion compose quartet.mid --notes notes --out quartet --noise noise --snr 0,20",
            "  ganglion compose --notes notes --out duets --parts 2 --families flute,string --seed 7"
        })
public final class ComposeCommand implements Callable<Integer> {

    private static final double STUDY_SECONDS = 8;

    private final Console console;

    @Parameters(paramLabel = "SCORE.mid", arity = "0..*", description = "Standard MIDI Files to play.")
    private List<Path> scores = List.of();

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

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Mixtures to make of each score, or in all; by default 1.")
    private int count = 1;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Length of made-up music, by default 8; of a score, where to stop, by default at its end.")
    private Double seconds;

    @Option(
            names = "--families",
            paramLabel = "F",
            split = ",",
            description = "What made-up music is played on; by default all families of the notes.")
    private List<String> families;

    @Option(
            names = "--parts",
            paramLabel = "N",
            split = ",",
            description = "How many of them at once: a number, or LOWEST,HIGHEST; by default 1 to 3.")
    private List<Integer> parts;

    @Option(names = "--noise", paramLabel = "PATH", description = "Noise to overlay: a file, a folder or a glob.")
    private String noise;

    @Option(
            names = "--snr",
            paramLabel = "DB",
            split = ",",
            converter = DecibelNumber.class,
            description = "Music above noise in dB: a number, or LOWEST,HIGHEST; by default 0,20.")
    private List<Double> ratios = List.of(0.0, 20.0);

    @Option(names = "--rate", paramLabel = "HERTZ", description = "Sample rate of the mixtures; by default 16000.")
    private int rateHertz = 16_000;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random; by default 42.")
    private long seed = 42;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

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
            MixtureSettings settings = settings(library);
            Optional<NoiseFolder> noises = noise == null ? Optional.empty() : Optional.of(NoiseFolder.find(noise));
            List<Score> pieces = read(scores);
            double total = (double) count * Math.max(1, pieces.size());
            new MixtureMaker(library, noises, settings, out).make(pieces, mixture -> {
                made.add(mixture);
                progress.advanced("playing", made.size() / total);
            });
        } catch (ComposeException e) {
            throw new InputException(new Problem("", 0, "", e.getMessage()));
        } catch (IOException e) {
            throw new OutputException(out.toString(), e);
        }
        tell(made);
        return ExitCode.FINE.number();
    }

    private MixtureSettings settings(NoteLibrary library) {
        List<String> chosen = families == null ? library.families() : families;
        require(
                library.families().containsAll(chosen),
                "found the families " + chosen + ", expected some of " + library.families());
        List<Integer> range = parts == null ? List.of(1, Math.min(3, chosen.size())) : parts;
        require(range.size() <= 2 && ratios.size() <= 2, "found more than two bounds of a range, expected one or two");
        double length = seconds != null ? seconds : scores.isEmpty() ? STUDY_SECONDS : Score.LONGEST_SECONDS;
        try {
            return new MixtureSettings(
                    seed,
                    rateHertz,
                    count,
                    length,
                    List.copyOf(new LinkedHashSet<>(chosen)),
                    range.get(0),
                    range.get(range.size() - 1),
                    ratios.get(0),
                    ratios.get(ratios.size() - 1));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(specification.commandLine(), e.getMessage(), e);
        }
    }

    private void require(boolean met, String message) {
        if (!met) {
            throw new ParameterException(specification.commandLine(), message);
        }
    }

    private static List<Score> read(List<Path> files) throws InputException {
        List<Score> scores = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                scores.add(MidiScores.read(file));
            } catch (ScoreException e) {
                problems.add(new Problem(file.toString(), 0, "", e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return scores;
    }

    private void tell(List<Mixture> made) {
        if (json) {
            ArrayNode mixtures = JsonOutput.array();
            made.forEach(mixture -> mixtures.addObject()
                    .put("name", mixture.name())
                    .put("families", String.join(MixedSounds.JOINT, mixture.families()))
                    .put("seconds", mixture.seconds())
                    .put("notes", mixture.notes())
                    .put("notesLeftOut", mixture.leftOut()));
            JsonOutput.print(
                    JsonOutput.object()
                            .put("folder", out.toString())
                            .put("seed", seed)
                            .set("mixtures", mixtures),
                    console.out());
            return;
        }
        for (Mixture mixture : made) {
            String leftOut = mixture.leftOut() == 0 ? "" : ", " + mixture.leftOut() + " left out";
            console.out()
                    .println(mixture.name() + "  " + Math.round(mixture.seconds()) + " s  "
                            + String.join(" + ", mixture.families()) + "  " + mixture.notes() + " notes" + leftOut);
        }
        console.out().println(out);
    }
}
