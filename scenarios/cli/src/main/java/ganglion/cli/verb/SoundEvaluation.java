package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import ganglion.scenario.experiment.compile.ModelScenario;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.run.ClassifiedSound;
import ganglion.scenario.run.SoundClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes that a network gives to sounds without labels, for {@code ganglion evaluate}. Each sound is a run of its own.
 *
 * @param network model or scenario
 * @param json whether a document is printed in place of tables
 */
record SoundEvaluation(Console console, StopSignal stop, Path network, boolean json) {

    /** Classifies the sounds that files, folders and globs name. */
    ExitCode run(List<String> words, ScenarioOverrides overrides, RunSettings settings)
            throws InputException, OutputException {
        List<Path> sounds = sounds(words);
        if (!network.toString().endsWith(".zip")) {
            return classify(SoundClassifier.of(ScenarioFiles.read(network, overrides)), false, sounds, settings);
        }
        try (ModelScenario model = ModelScenario.of(network, overrides)) {
            return classify(
                    SoundClassifier.of(model.scenario(), model.temperature()),
                    model.temperature().isPresent(),
                    sounds,
                    settings);
        }
    }

    private static List<Path> sounds(List<String> words) throws InputException {
        List<Path> files = new ArrayList<>();
        for (String word : words) {
            try {
                SoundFolders.find(word).stream().map(SoundFile::file).forEach(files::add);
            } catch (DataSetException e) {
                throw new InputException("", e.getMessage());
            }
        }
        return files;
    }

    private ExitCode classify(SoundClassifier classifier, boolean calibrated, List<Path> sounds, RunSettings settings)
            throws InputException, OutputException {
        List<ClassifiedLine> lines = new ArrayList<>();
        ExitCode code = ExitCode.FINE;
        stop.listen();
        try (ProgressLine progress = new ProgressLine(console, stop, "evaluate")) {
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
        print(table, lines, calibrated, lines.size() == sounds.size());
        return lines.size() < sounds.size() ? ExitCode.INTERRUPTED : code;
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
            console.errorLine("ganglion: ended early: not all sounds were classified");
        }
    }
}
