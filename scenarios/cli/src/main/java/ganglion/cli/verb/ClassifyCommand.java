package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.option.MachineOptions;
import ganglion.cli.option.ScenarioOptions;
import ganglion.cli.print.ClassifiedLine;
import ganglion.cli.print.ClassifiedTable;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.cli.terminal.StopSignal;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundFolders;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.scenario.experiment.compile.ModelScenario;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.run.ClassifiedSound;
import ganglion.scenario.run.SoundClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion classify}. */
@Command(
        name = "classify",
        header = "Says which class each sound belongs to.",
        description =
                "Takes a trained model, or a scenario that decides for sounds. Each sound is a run of its own. Prints the class, how"
                        + " sure the network is, when the neuron of the class fired first, and what the decision takes on each device.",
        footer = {
            "  ganglion classify flute/model.zip note.wav recordings",
            "  ganglion classify flute/model.zip note.wav --profile xylo-audio-2,stm32l4r5",
            "  ganglion classify scenarios/gallery/pitch-detector/scenario.yaml 'notes/**/*.flac' --csv notes.csv"
        })
public final class ClassifyCommand implements Callable<Integer> {

    private final Console console;
    private final StopSignal stop;

    @Parameters(
            index = "0",
            paramLabel = "MODEL|SCENARIO",
            description = "A model file that ganglion train wrote, or a scenario file, YAML or JSON.")
    private Path network;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "SOUND",
            description = "Sound files (WAV, AIFF, AU, FLAC, Ogg Vorbis or MP3), folders, globs.")
    private List<String> words;

    @Mixin
    private ScenarioOptions scenarioOptions;

    @Mixin
    private MachineOptions machineOptions;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write a table with a line for each sound.")
    private Path csv;

    /** @param console to print on */
    public ClassifyCommand(Console console, StopSignal stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        checkTable();
        List<Path> sounds = sounds();
        if (!network.toString().endsWith(".zip")) {
            return classify(
                    SoundClassifier.of(ScenarioFiles.read(network, scenarioOptions.overrides())), false, sounds);
        }
        try (ModelScenario model = ModelScenario.of(network, scenarioOptions.overrides())) {
            return classify(
                    SoundClassifier.of(model.scenario(), model.temperature()),
                    model.temperature().isPresent(),
                    sounds);
        }
    }

    private void checkTable() throws OutputException {
        if (csv != null) {
            try {
                OwnFile.check(csv, ClassifiedTable.SIGN, "a table of classified sounds");
            } catch (IOException e) {
                throw new OutputException(csv.toString(), e);
            }
        }
    }

    private List<Path> sounds() throws InputException {
        List<Path> files = new ArrayList<>();
        for (String word : words) {
            try {
                SoundFolders.find(word).stream().map(SoundFile::file).forEach(files::add);
            } catch (DataSetException e) {
                throw new InputException(new Problem("", 0, "", e.getMessage()));
            }
        }
        return files;
    }

    private int classify(SoundClassifier classifier, boolean calibrated, List<Path> sounds)
            throws InputException, OutputException {
        RunSettings settings = machineOptions.settings();
        List<ClassifiedLine> lines = new ArrayList<>();
        ExitCode code = ExitCode.FINE;
        stop.listen();
        try (ProgressLine progress = new ProgressLine(console, stop, "classify")) {
            for (Path sound : sounds) {
                if (stop.requested()) {
                    break;
                }
                progress.advanced("sounds", (double) lines.size() / sounds.size());
                ClassifiedLine line = classify(classifier, sound, settings);
                code = code.or(line.refusal().isEmpty() ? ExitCode.FINE : ExitCode.BAD_INPUT);
                lines.add(line);
            }
        }
        ClassifiedTable table = new ClassifiedTable(lines, classifier.devices());
        if (csv != null && lines.size() == sounds.size()) {
            write(table);
        }
        print(table, lines, calibrated, lines.size() == sounds.size());
        return (lines.size() < sounds.size() ? ExitCode.INTERRUPTED : code).number();
    }

    /** A sound that cannot be heard does not keep the others from being classified. */
    private static ClassifiedLine classify(SoundClassifier classifier, Path sound, RunSettings settings)
            throws InputException {
        try {
            ClassifiedSound classified = classifier.classify(sound, settings);
            return ClassifiedLine.of(sound, classified);
        } catch (InputException e) {
            if (!classifier.isAboutSound(e)) {
                throw e;
            }
            return ClassifiedLine.refused(sound, e.problems().get(0).message());
        }
    }

    private void write(ClassifiedTable table) throws OutputException {
        try {
            FilePublisher.publishText(csv, table.csv());
        } catch (IOException e) {
            throw new OutputException(csv.toString(), e);
        }
    }

    private void print(ClassifiedTable table, List<ClassifiedLine> lines, boolean calibrated, boolean complete) {
        if (json) {
            ObjectNode document = JsonOutput.object();
            document.put("format", "ganglion-classification").put("formatVersion", 1);
            document.put("network", network.toString())
                    .put("complete", complete)
                    .put("calibrated", calibrated);
            ArrayNode each = document.putArray("sounds");
            lines.forEach(line -> each.add(line.document()));
            JsonOutput.print(document, console.out());
        } else {
            table.print(console.out());
        }
        lines.stream().filter(line -> !line.refusal().isEmpty()).forEach(line -> console.errorLine(line.refusal()));
        if (!complete) {
            console.errorLine("ganglion: ended early: not all sounds were classified"
                    + (csv == null ? "" : ", " + csv + " is not written"));
        }
    }
}
