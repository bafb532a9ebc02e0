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
import ganglion.documents.output.OwnFile;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Table;
import ganglion.scenario.experiment.trial.FittedNetwork;
import ganglion.scenario.experiment.trial.Trial;
import ganglion.scenario.experiment.trial.TrialData;
import ganglion.scenario.experiment.trial.TrialRequest;
import ganglion.scenario.experiment.trial.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            "With --data, a model is tried on samples whose classes are known: prints accuracy with its interval,"
                    + " figures of each class and the confusion matrix, beside the naive baseline of the training. Several"
                    + " data sets, gains, noises or ratios give a trial each, side by side in one table. Detectors are"
                    + " tried on mixtures of the samples.",
            "With sounds, a model, or a scenario that decides for sounds, hears each in a run of its own: prints the"
                    + " class, how sure the network is, when the neuron of the class fired first, and what the decision"
                    + " takes on each device."
        },
        footer = {
            "  ganglion evaluate flute/model.zip --data sounds/test",
            "  ganglion evaluate flute/model.zip --data flute.yaml --gain -40,-20,0",
            "  ganglion evaluate flute/model.zip --data notes --data more --noise white --noise babble --snr 0,10,20",
            "  ganglion evaluate flute/model.zip --data notes --fit-threshold few-notes --out fitted.zip",
            "  ganglion evaluate flute/model.zip note.wav recordings --profile xylo-audio-2,stm32l4r5",
            "  ganglion evaluate scenarios/gallery/pitch-detector/scenario.yaml 'notes/**/*.flac' --json"
        })
public final class EvaluateCommand implements Callable<Integer> {

    /** Seed of trials if there is no other. */
    private static final long SEED = 42;

    /** Options of labelled samples alone. */
    private static final List<String> OF_SAMPLES =
            List.of("--label", "--gain", "--noise", "--snr", "--fragment", "--fit-threshold", "--out");

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
                    + " file,label, an HDF5 file of recorded spikes, or an experiment, of which the test set is"
                    + " taken. May be repeated.")
    private List<Path> data = List.of();

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
            paramLabel = "FOLDER|white",
            description = "Lay excerpts of the sounds in this folder over the samples; by default white noise. May be"
                    + " repeated.")
    private List<Path> noises = List.of();

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

    @Option(
            names = "--fit-threshold",
            paramLabel = "DATA",
            description = "Move the outputs of the classes so that these few labelled samples are decided well, such as"
                    + " sounds of another source than that of the training. They may not be among those of"
                    + " --data.")
    private Path few;

    @Option(
            names = "--out",
            paramLabel = "MODEL",
            description = "Write the model that --fit-threshold gives, for evaluate, compile and serve.")
    private Path out;

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
        if (!data.isEmpty()) {
            return tryOnSamples().number();
        }
        return new SoundEvaluation(console, stop, model, json)
                .run(sounds, scenarioOptions.overrides(), machineOptions.settings())
                .number();
    }

    private void checkUse() {
        if (sounds.isEmpty() == data.isEmpty()) {
            throw usage(
                    sounds.isEmpty() ? "found neither --data nor a SOUND" : "found --data beside a SOUND",
                    "one of them");
        }
        ParseResult given = specification.commandLine().getParseResult();
        if (out != null && few == null) {
            throw usage("found --out without --fit-threshold", "both, or neither");
        }
        if (data.isEmpty()) {
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
        TrialRequest request = request();
        SavedClassifier classifier = SavedClassifier.read(model);
        ObjectNode document = JsonOutput.object();
        document.put("format", "ganglion-evaluation").put("formatVersion", 1);
        document.put("model", model.toString());
        if (few != null) {
            classifier = fitted(classifier, request, document);
        }
        List<Trial> done = new ArrayList<>();
        List<String> places = new ArrayList<>();
        try (ProgressLine progress = new ProgressLine(console, "evaluate")) {
            progress.advanced("reading samples", 0);
            List<Trials> sets = new ArrayList<>();
            for (Path place : data) {
                sets.add(Trials.of(classifier, samples(place), request));
            }
            int each = request.conditions().size();
            int count = each * data.size();
            for (int i = 0; i < count; i++) {
                progress.advanced("trial " + (i + 1) + " of " + count, (double) i / count);
                done.add(sets.get(i / each).run(i % each));
                places.add(data.get(i / each).toString());
            }
        }
        if (json) {
            ArrayNode trials = document.putArray("trials");
            for (int i = 0; i < done.size(); i++) {
                trials.addObject().put("data", places.get(i)).setAll(done.get(i).document());
            }
            JsonOutput.print(document, console.out());
        } else {
            print(done, places);
        }
        return ExitCode.FINE;
    }

    private TrialData samples(Path place) {
        return new TrialData(place, Optional.ofNullable(label));
    }

    private SavedClassifier fitted(SavedClassifier classifier, TrialRequest request, ObjectNode document)
            throws InputException, OutputException {
        FittedNetwork fitted = FittedNetwork.of(classifier, samples(few), request);
        for (Path place : data) {
            fitted.checkApart(samples(place));
        }
        ObjectNode threshold = document.putObject("fittedThreshold")
                .put("data", few.toString())
                .put("samples", fitted.samples().size());
        ObjectNode biases = threshold.putObject("biases");
        for (int c = 0; c < fitted.biases().length; c++) {
            biases.put(classifier.classes().get(c), fitted.biases()[c]);
        }
        if (!json) {
            console.out().println(fitted.line());
        }
        if (out != null) {
            write(fitted.classifier().trained());
        }
        return fitted.classifier();
    }

    private void write(TrainedModel fitted) throws OutputException {
        if (Files.exists(out) && !ModelFiles.isModel(out)) {
            throw new OutputException(out, OwnFile.refusal("a model file of Ganglion"));
        }
        try {
            ModelFiles.write(fitted, out);
        } catch (IOException e) {
            throw new OutputException(out, e);
        }
    }

    private TrialRequest request() {
        return new TrialRequest(
                gains,
                ratios,
                noises,
                fragmentSeconds == null ? OptionalDouble.empty() : OptionalDouble.of(fragmentSeconds),
                scenarioOptions.overrides().seed().orElse(SEED));
    }

    /** One trial with the figures of its classes, several in one table. */
    private void print(List<Trial> trials, List<String> places) {
        if (trials.size() == 1) {
            console.out().println(trials.get(0).line());
        }
        List<Table> tables = trials.size() == 1 ? trials.get(0).tables() : List.of(Trial.table(trials, places));
        tables.forEach(table -> TrainingSummary.print(console.out(), table));
        console.out().flush();
    }
}
