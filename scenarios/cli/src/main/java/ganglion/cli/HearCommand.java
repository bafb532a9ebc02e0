package ganglion.cli;

import ganglion.cochlea.AudioFiles;
import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.report.HearingPicture;
import ganglion.report.NamedHearing;
import ganglion.report.files.FilePublisher;
import ganglion.scenario.InputException;
import ganglion.scenario.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion hear}. */
@Command(
        name = "hear",
        header = "Turns sound files into spikes and draws them.",
        description =
                "Writes hearing.png, with waveform, mel bands and spikes of each sound on one time axis, and the spikes of "
                        + "each sound as a CSV file that a scenario can take as an input.",
        footer = {"  ganglion hear note.flac", "  ganglion hear quiet.wav loud.wav --out ears"})
final class HearCommand implements Callable<Integer> {

    private static final String PICTURE = "hearing.png";

    private final Console console;

    @Parameters(paramLabel = "AUDIO", arity = "1..*", description = "Sound files: WAV, AIFF, AU or FLAC.")
    private List<Path> files;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the files go; those of the same names are replaced. By default a new folder below runs/.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private CommandSpec specification;

    HearCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        if (files.size() > HearingPicture.MOST_CLIPS) {
            throw new ParameterException(
                    specification.commandLine(),
                    "found " + files.size() + " sounds, expected at most " + HearingPicture.MOST_CLIPS);
        }
        List<NamedHearing> heard = hearAll();
        Path folder = OutputFolder.of(out, "hear-" + HeardFiles.stem(files.get(0)), false, Instant.now());
        HeardFiles results = new HeardFiles(heard, files);
        try {
            HearingPicture.writePng(heard, folder.resolve(PICTURE));
            for (HeardFiles.SpikeFile file : results.spikeFiles()) {
                FilePublisher.publish(folder.resolve(file.name()), file::writeTo);
            }
        } catch (IOException e) {
            throw new OutputException(folder.toString(), e);
        }
        if (json) {
            Json.print(results.document(folder, PICTURE), console.out());
        } else {
            results.print(console.out(), folder, PICTURE);
        }
        return ExitCode.FINE.number();
    }

    private List<NamedHearing> hearAll() throws InputException {
        Cochlea cochlea = new Cochlea(CochleaParameters.HEARING);
        List<NamedHearing> heard = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (ProgressLine progress = new ProgressLine(console, "hear")) {
            for (Path file : files) {
                progress.advanced("hearing", (double) heard.size() / files.size());
                try {
                    String name = file.getFileName().toString();
                    heard.add(new NamedHearing(name, cochlea.hear(AudioFiles.read(file))));
                } catch (AudioFormatException e) {
                    problems.add(new Problem(file.toString(), 0, "", e.getMessage()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return heard;
    }
}
