package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.option.CheckpointOptions;
import ganglion.cli.option.DecibelNumber;
import ganglion.cli.option.MachineOptions;
import ganglion.cli.option.ScenarioOptions;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.print.TrainingSummary;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.cli.terminal.StopSignal;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.trial.Trial;
import ganglion.scenario.experiment.trial.TrialData;
import ganglion.scenario.experiment.trial.TrialRequest;
import ganglion.scenario.experiment.trial.Trials;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code ganglion evaluate}. */
@Command(
        name = "evaluate",
        header = "Tries a trained model on samples, or says which class each sound belongs to.",
        description = {
            "With --data, a model is tried on samples whose classes are known: prints accuracy with its interval, figures of each class and"
                    + " the confusion matrix. Several gains or noise ratios give a trial each. Detectors are tried on mixtures of the samples.",
            "With sounds, a model, or a scenario that decides for sounds, hears each in a run of its own: prints the class, how sure the"
                    + " network is, when the neuron of the class fired first, and what the decision takes on each device."
        },
        footer = {
            "  ganglion evaluate flute/model.zip --data sounds/test",
            "  ganglion evaluate flute/model.zip --data flute.yaml --gain -40,-20,0",
            "  ganglion evaluate flute/model.zip --data notes --label instrument_source_str --noise noise --snr 0,10,20",
            "  ganglion evaluate flute/model.zip note.wav recordings --profile xylo-audio-2,stm32l4r5",
            "  ganglion evaluate scenarios/gallery/pitch-detector/scenario.yaml 'notes/**/*.flac' --json"
        })
public final class EvaluateCommand implements Callable<Integer> {

    /** Seed of trials if there is no other. */
    private static final long SEED = 42;

    /** Options of labelled samples alone. */
    private static final List<String> OF_SAMPLES = List.of("--label", "--gain", "--noise", "--snr", "--fragment");

    /** Mixins whose options are for sounds alone, but for the seed. */
    private static final List<String> OF_SOUNDS = List.of("scenarioOptions", "machineOptions");

    private final Console console;
    private final StopSignal stop;

    @Spec
    private CommandSpec specification;

    @Parameters(
            index = "0",
            paramLabel = "MODEL|SCENARIO",
            description = "A model file that ganglion train wrote; for sounds also a scenario file, YAML or JSON.")
    private Path model;

    @Parameters(
            index = "1..*",
            paramLabel = "SOUND",
            description = "Sound files (WAV, AIFF, AU, FLAC, Ogg Vorbis or MP3), folders, globs.")
    private List<String> sounds = List.of();

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description = "Samples: a folder with a folder for each class, a folder with examples.json, a CSV table"
                    + " file,label, an HDF5 file of recorded spikes, or an experiment, of which the test set is taken.")
    private Path data;

    @Option(
            names = "--label",
            paramLabel = "ATTRIBUTE",
            description = "Attribute of examples.json that names the class; by default that of the training.")
    private String label;

    @Mixin
    private ScenarioOptions scenarioOptions;

    @Mixin
    private MachineOptions machineOptions;

    @Option(
            names = "--gain",
            paramLabel = "DB",
            split = ",",
            converter = DecibelNumber.class,
            description = "Gain of the sounds in decibels; below 0 makes them softer.")
    private List<Double> gains = List.of();

    @Option(
            names = "--noise",
            paramLabel = "FOLDER",
            description = "Lay excerpts of the sounds in this folder over the samples; by default white noise.")
    private Path noise;

    @Option(
            names = "--snr",
            paramLabel = "DB",
            split = ",",
            converter = DecibelNumber.class,
            description = "Lay noise over the samples, at this ratio of their power to that of the noise.")
    private List<Double> ratios = List.of();

    @Option(
            names = "--fragment",
            paramLabel = "TIME",
            converter = CheckpointOptions.Seconds.class,
            description =
                    "Cut a piece of this length out of each sound, anywhere in it, and let the model hear that alone.")
    private Double fragmentSeconds;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /**
     * The verb.
     *
     * @param console to print on
     * @param stop ends the work after a sound
     */
    public EvaluateCommand(Console console, StopSignal stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        checkUse();
        if (data != null) {
            return tryOnSamples().number();
        }
        return new SoundEvaluation(console, stop, model, json)
                .run(sounds, scenarioOptions.overrides(), machineOptions.settings())
                .number();
    }

    private void checkUse() {
        if (sounds.isEmpty() == (data == null)) {
            throw usage(
                    sounds.isEmpty() ? "found neither --data nor a SOUND" : "found --data beside a SOUND",
                    "one of them");
        }
        ParseResult given = specification.commandLine().getParseResult();
        if (data == null) {
            OF_SAMPLES.stream().filter(given::hasMatchedOption).findFirst().ifPresent(option -> {
                throw usage("found " + option + " without --data", "it with labelled samples");
            });
        }
        if (sounds.isEmpty()) {
            OF_SOUNDS.stream()
                    .flatMap(mixin -> specification.mixins().get(mixin).options().stream())
                    .map(OptionSpec::longestName)
                    .filter(option -> !option.equals("--seed") && given.hasMatchedOption(option))
                    .findFirst()
                    .ifPresent(option -> {
                        throw usage("found " + option + " with --data", "it with sounds");
                    });
        }
    }

    private ParameterException usage(String found, String expected) {
        return new ParameterException(specification.commandLine(), found + ", expected " + expected);
    }

    private ExitCode tryOnSamples() throws InputException, OutputException {
        SavedClassifier classifier = SavedClassifier.read(model);
        TrialRequest request = request();
        ObjectNode document = JsonOutput.object();
        document.put("format", "ganglion-evaluation").put("formatVersion", 1);
        document.put("model", model.toString()).put("data", data.toString());
        ArrayNode each = document.putArray("trials");
        try (ProgressLine progress = new ProgressLine(console, "evaluate")) {
            progress.advanced("reading samples", 0);
            Trials trials = Trials.of(classifier, new TrialData(data, Optional.ofNullable(label)), request);
            int count = request.conditions().size();
            for (int i = 0; i < count; i++) {
                progress.advanced("trial " + (i + 1) + " of " + count, (double) i / count);
                Trial trial = trials.run(i);
                each.add(trial.document());
                progress.aside(() -> print(trial));
            }
        }
        if (json) {
            JsonOutput.print(document, console.out());
        }
        return ExitCode.FINE;
    }

    private TrialRequest request() {
        return new TrialRequest(
                gains,
                ratios,
                Optional.ofNullable(noise),
                fragmentSeconds == null ? OptionalDouble.empty() : OptionalDouble.of(fragmentSeconds),
                scenarioOptions.overrides().seed().orElse(SEED));
    }

    private void print(Trial trial) {
        if (!json) {
            console.out().println(trial.line());
            trial.tables().forEach(table -> TrainingSummary.print(console.out(), table));
            console.out().flush();
        }
    }
}
