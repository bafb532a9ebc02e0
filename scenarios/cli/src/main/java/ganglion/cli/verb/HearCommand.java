package ganglion.cli.verb;

import ganglion.cli.option.EarFile;
import ganglion.cli.print.HeardFiles;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundFolders;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.PlaceClaim;
import ganglion.learning.data.HeardRecordings;
import ganglion.learning.data.RecordingsWriter;
import ganglion.report.files.OutputFolder;
import ganglion.report.picture.HearingPicture;
import ganglion.report.picture.NamedHearing;
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
        header = "Turns sound into spikes and draws them.",
        description = "Writes hearing.html, a page that plays the sounds and draws waveform, bands before and after"
                + " inhibition, and spikes of each on one time axis (32 sounds a page), and the spikes of each"
                + " sound as a CSV file that a scenario can take as an input.",
        footer = {
            "  ganglion hear note.flac",
            "  ganglion hear quiet.wav loud.wav --out ears",
            "  ganglion hear 'notes/**/*.flac'",
            "  ganglion hear digits --recordings digits.h5 --ear '{frontend: {filters: gammatone, mel-bands: 700}}'"
        })
public final class HearCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "AUDIO",
            arity = "0..*",
            description = "Sound files (WAV, AIFF, AU, FLAC, Ogg Vorbis or MP3), folders, globs.")
    private List<String> words = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the files go; those of the same names are replaced. By default a new folder below runs/.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(
            names = "--recordings",
            paramLabel = "FILE",
            description =
                    "Write the spikes of all sounds of one folder, CLASS/SPEAKER/SOUND, to one HDF5 file in the layout"
                            + " of the Heidelberg data sets, and nothing else.")
    private Path recordings;

    @Option(
            names = "--ear",
            paramLabel = "FILE|YAML",
            description =
                    "Hear as a trained model (.zip) or the first sound of a scenario does, or with what a scenario"
                            + " would say, such as '{frontend: {mel-bands: 64}, encoder: {poisson: {rate: 200 Hz}}}'. The"
                            + " encoder must give spikes.")
    private String ear;

    @Spec
    private CommandSpec specification;

    /** @param console to print on */
    public HearCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        if (recordings != null) {
            hearRecordings();
        } else {
            require(!words.isEmpty(), "found no sounds, expected files, folders or globs");
            hearFiles();
        }
        return ExitCode.FINE.number();
    }

    private void require(boolean met, String message) {
        if (!met) {
            throw new ParameterException(specification.commandLine(), message);
        }
    }

    private void hearRecordings() throws InputException, OutputException {
        require(words.size() == 1 && out == null, "--recordings goes with one folder, --json and --ear alone");
        Cochlea cochlea = cochlea();
        new HearRecordings(console, cochlea, Path.of(words.get(0)), recordings).write(json);
    }

    private Cochlea cochlea() throws InputException {
        CochleaParameters parameters = ear == null ? CochleaParameters.DEFAULT : EarFile.read(ear);
        try {
            return new Cochlea(parameters);
        } catch (IllegalArgumentException e) {
            throw new InputException("--ear", e.getMessage());
        }
    }

    private void hearFiles() throws InputException, OutputException {
        Cochlea cochlea = cochlea();
        List<Problem> problems = new ArrayList<>();
        List<SoundFile> files = find(problems);
        Path first = Path.of(words.get(0).replaceAll("[*?\\[{].*", "x")).toAbsolutePath();
        Path folder = OutputFolder.of(out, "hear-" + HeardFiles.stem(first), false, Instant.now());
        HeardFiles results = new HeardFiles(folder);
        List<NamedHearing> heard = new ArrayList<>();
        int sounds = 0;
        PlaceClaim claim = PlaceClaim.within(folder);
        try (claim;
                ProgressLine progress = new ProgressLine(console, "hear")) {
            for (SoundFile file : files) {
                progress.advanced("hearing", (double) sounds++ / files.size());
                hear(cochlea, file, heard, problems);
                if (!problems.isEmpty()) {
                    heard.clear();
                }
                while (heard.size() > HearingPicture.MOST_CLIPS) {
                    write(results, heard.subList(0, HearingPicture.MOST_CLIPS), folder);
                }
            }
            if (!problems.isEmpty()) {
                throw new InputException(problems);
            }
            write(results, heard, folder);
        }
        if (json) {
            JsonOutput.print(results.document(), console.out());
        } else {
            results.print(console.out());
        }
    }

    private List<SoundFile> find(List<Problem> problems) {
        List<SoundFile> files = new ArrayList<>();
        for (String word : words) {
            try {
                files.addAll(SoundFolders.find(word));
            } catch (DataSetException e) {
                String place = word + ": ";
                String message = e.getMessage();
                problems.add(
                        new Problem(word, message.startsWith(place) ? message.substring(place.length()) : message));
            }
        }
        return files;
    }

    private void hear(Cochlea cochlea, SoundFile sound, List<NamedHearing> heard, List<Problem> problems) {
        Path file = sound.file();
        try {
            heard.add(new NamedHearing(file.getFileName().toString(), cochlea.hear(AudioFiles.read(file))));
        } catch (AudioFormatException e) {
            problems.add(new Problem(file, e.getMessage()));
        }
    }

    /** Writes sounds, and forgets them. */
    private static void write(HeardFiles results, List<NamedHearing> heard, Path folder) throws OutputException {
        try {
            results.write(heard);
            heard.clear();
        } catch (IOException e) {
            throw new OutputException(folder, e);
        }
    }

    /** A folder of sounds that becomes one file of recorded spikes, in the layout of the Heidelberg data sets. */
    private record HearRecordings(Console console, Cochlea ear, Path folder, Path file) {

        /** Carries what is wrong with a sound through the writing of the file. */
        private static final class Unheard extends RuntimeException {

            private static final long serialVersionUID = 1L;

            Unheard(DataSetException cause) {
                super(cause);
            }
        }

        /** Hears and writes all sounds, or nothing. */
        void write(boolean json) throws InputException, OutputException {
            HeardRecordings.Summary[] summary = new HeardRecordings.Summary[1];
            try (ProgressLine progress = new ProgressLine(console, "hear")) {
                FilePublisher.fill(file, place -> {
                    try (RecordingsWriter writer = new RecordingsWriter(place)) {
                        summary[0] = HeardRecordings.write(
                                folder, ear, writer, share -> progress.advanced("hearing", share));
                    } catch (DataSetException e) {
                        throw new Unheard(e);
                    }
                });
            } catch (Unheard e) {
                throw new InputException("", e.getCause().getMessage());
            } catch (IOException e) {
                throw new OutputException(file, e);
            }
            print(summary[0], json);
        }

        private void print(HeardRecordings.Summary summary, boolean json) {
            if (json) {
                var document = JsonOutput.object()
                        .put("file", file.toString())
                        .put("samples", summary.samples())
                        .put("speakers", summary.speakers())
                        .put("spikes", summary.spikes());
                summary.classes().forEach(document.putArray("classes")::add);
                JsonOutput.print(document, console.out());
            } else {
                console.out()
                        .println(file + ": " + summary.samples() + " samples of "
                                + summary.classes().size() + " classes by " + summary.speakers() + " speakers, "
                                + summary.spikes() + " spikes");
            }
        }
    }
}
