package ganglion.cli;

import ganglion.cochlea.AudioFiles;
import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.report.NamedHearing;
import ganglion.scenario.InputException;
import ganglion.scenario.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion hear}. */
@Command(
        name = "hear",
        header = "Turns sound files into spikes and draws them.",
        footer = {"  ganglion hear note.flac", "  ganglion hear quiet.wav loud.wav --out ears"})
final class HearCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "AUDIO", arity = "1..*", description = "Sound files: WAV, AIFF, AU or FLAC.")
    private List<Path> files;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where hearing.png and the spike files go; by default a new folder below runs/.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    HearCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        List<NamedHearing> heard = hearAll();
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
                    heard.add(new NamedHearing(file.toString(), cochlea.hear(AudioFiles.read(file))));
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
