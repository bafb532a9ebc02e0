package ganglion.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.print.JsonOutput;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.ProgressLine;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.PlaceClaim;
import ganglion.learning.compile.Verification;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.compile.ClassifierCompiler;
import ganglion.scenario.experiment.compile.CompiledClip;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.ExampleInputs;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.trial.TrialData;
import ganglion.scenario.interchange.NetworkFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion compile}. */
@Command(
        name = "compile",
        header = "Makes a scenario of a trained model.",
        description =
                "Writes scenario.yaml, its weights and copies of the recordings into a directory. Each layer acts one"
                        + " tick later than the layer before it; but for that, the scenario fires the spikes of the model,"
                        + " which --verify proves on samples.",
        footer = {
            "  ganglion compile flute/model.zip --out flute-detector --verify sounds/test",
            "  ganglion compile flute/model.zip --out flute-detector --audio a.wav --audio b.wav"
        })
public final class CompileCommand implements Callable<Integer> {

    private static final int SHOWN_DIFFERENCES = 5;

    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "The model file that ganglion train wrote.")
    private Path model;

    @Option(
            names = "--out",
            paramLabel = "DIR|SCENARIO",
            required = true,
            description = "The directory to write, or a scenario file that ends in .yaml or .json; files of the same"
                    + " names are replaced, but for a scenario without its .weights.h5, which Ganglion did not write.")
    private Path out;

    @Option(
            names = "--audio",
            paramLabel = "FILE",
            description =
                    "A recording as input of the scenario; may be given several times, for one run each. By default one"
                            + " of each class out of --verify.")
    private List<Path> audio = List.of();

    @Option(
            names = "--verify",
            paramLabel = "DATA",
            description = "Compare every spike of the scenario with the model's on these samples, which are given as to"
                    + " ganglion evaluate; differences end in exit code 1.")
    private Path verify;

    @Option(
            names = "--label",
            paramLabel = "ATTRIBUTE",
            description = "Attribute of examples.json that names the class; by default that of the training.")
    private String label;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** @param console to print on */
    public CompileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        SavedClassifier classifier = SavedClassifier.read(model);
        ClassifierCompiler compiler = ClassifierCompiler.of(classifier);
        Optional<List<Example>> examples = samples(classifier);
        List<CompiledClip> clips = CompiledClip.choose(classifier, audio, examples.orElse(List.of()));
        Optional<Examples> samples = samples(classifier, examples);
        Path scenario = isScenario(out) ? out : out.resolve("scenario.yaml");
        ObjectNode document = JsonOutput.object();
        document.put("scenario", scenario.toString()).put("shiftTicks", compiler.shiftTicks());
        compiler.notes().forEach(document.putArray("notes")::add);
        ArrayNode files = document.putArray("files");
        write(compiler, scenario, clips).forEach(file -> files.add(file.toString()));
        ExitCode code = ExitCode.FINE;
        if (samples.isPresent()) {
            Verification verification;
            try (ProgressLine progress = new ProgressLine(console, "compile")) {
                progress.advanced("comparing spikes with those of the trained network", 0);
                verification = compiler.verify(scenario, samples.get());
            }
            put(verification, document);
            code = verification.equal() ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED;
        }
        print(document);
        return code.number();
    }

    /** Read before anything is written, so that samples that are refused leave nothing behind. */
    private static Optional<Examples> samples(SavedClassifier classifier, Optional<List<Example>> examples)
            throws InputException {
        return examples.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExampleInputs(classifier.features(), classifier.classes())
                        .read(examples.get(), AugmentationPlan.NONE));
    }

    private List<Path> write(ClassifierCompiler compiler, Path scenario, List<CompiledClip> clips)
            throws InputException, OutputException {
        NetworkFiles.checkReplaceable(scenario);
        PlaceClaim claim = PlaceClaim.beside(scenario);
        try (claim) {
            return compiler.write(scenario, clips);
        } catch (IOException e) {
            throw new OutputException(out, e);
        }
    }

    private static boolean isScenario(Path out) {
        return out.toString().matches(".*\\.(yaml|yml|json)");
    }

    private static void put(Verification verification, ObjectNode document) {
        ObjectNode section = document.putObject("verification");
        section.put("samples", verification.samples());
        section.put("spikes", verification.spikes());
        section.put("differences", verification.allDifferences());
        ArrayNode first = section.putArray("firstDifferences");
        Stream.<Record>concat(verification.differences().stream(), verification.scoreDifferences().stream())
                .limit(SHOWN_DIFFERENCES)
                .forEach(difference -> first.add(difference.toString()));
        if (!verification.remarks().isEmpty()) {
            verification.remarks().forEach(section.putArray("remarks")::add);
        }
    }

    private void print(ObjectNode document) {
        if (json) {
            JsonOutput.print(document, console.out());
            return;
        }
        int shift = document.get("shiftTicks").intValue();
        if (shift > 0) {
            console.out()
                    .println("the output is " + shift + (shift == 1 ? " tick" : " ticks")
                            + " later than in the trained network");
        }
        document.get("notes").forEach(note -> console.out().println("note: " + note.asText()));
        if (document.has("verification")) {
            long differences = document.at("/verification/differences").asLong();
            console.out()
                    .println("compared " + document.at("/verification/samples") + " samples with "
                            + document.at("/verification/spikes") + " spikes: "
                            + (differences == 0 ? "all the same" : differences + " differences"));
            document.at("/verification/firstDifferences")
                    .forEach(difference -> console.out().println("  " + difference.asText()));
            document.at("/verification/remarks").forEach(remark -> console.out().println("  " + remark.asText()));
        }
        document.get("files").forEach(file -> console.out().println(file.asText()));
    }

    /** The samples; absent if nothing is to be compared. */
    private Optional<List<Example>> samples(SavedClassifier classifier) throws InputException {
        return verify == null
                ? Optional.empty()
                : Optional.of(new TrialData(verify, Optional.ofNullable(label)).examples(classifier));
    }
}
