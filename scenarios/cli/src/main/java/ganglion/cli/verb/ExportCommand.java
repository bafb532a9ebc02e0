package ganglion.cli.verb;

import ganglion.cli.option.TickLength;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.ReadFault;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.library.ProfileReference;
import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.compile.CompileException;
import ganglion.learning.compile.CompiledModel;
import ganglion.learning.compile.ModelCompiler;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.scenario.experiment.trial.TrialData;
import ganglion.scenario.interchange.NirExport;
import ganglion.scenario.interchange.compile.Discretisation;
import ganglion.scenario.interchange.export.ExportOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion export}. */
@Command(
        name = "export",
        header = "Makes a NIR graph of a scenario's network or of a trained model, or what a chip loads.",
        description =
                "A step of the graph is as long as the tick. For a chip, the scenario is run, and the folder has the"
                        + " chip's memories, its input events, and the output events that the chip gives, each with its"
                        + " cycle. A trained model decides on samples, one after the other, and the accuracy is told.",
        footer = {
            "  ganglion export scenario.yaml --out net.nir",
            "  ganglion export flute.model --tick 1ms --reset-at-once --out flute.nir",
            "  ganglion export scenario.yaml --target tinyodin@10MHz --out folder",
            "  ganglion export digits.model --target tinyodin --data test.h5 --out folder"
        })
public final class ExportCommand implements Callable<Integer> {

    private static final int TICK_DIGITS = 12;

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The scenario (YAML or JSON), or a model file of the learner.")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            required = true,
            description = "The graph to write; a file of the same name is replaced. For a chip, a folder.")
    private Path out;

    @Option(
            names = "--target",
            paramLabel = "CHIP",
            description =
                    "Writes for a chip in place of a graph: odin or tinyodin, or odin@10MHz for a clock of its own.")
    private String target;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description = "Of a model for a chip: samples of spikes, which are given as to ganglion evaluate.")
    private Path data;

    @Option(names = "--tick", paramLabel = "TIME", description = "Of a model: what a step is in the time of the graph.")
    private String tick;

    @Option(
            names = "--discretisation",
            paramLabel = "WORD",
            defaultValue = "euler",
            description = "How the graph's time constants are to become factors again: euler, as trainers do, exact, or"
                    + " impulse-invariant, as Rockpool does.")
    private String discretisation;

    @Option(
            names = "--reset-at-once",
            description = "Writes neurons that reset at the tick after a spike, which NIR cannot say, as if they did so"
                    + " at once.")
    private boolean resetAtOnce;

    @Spec
    private CommandSpec specification;

    /** @param console to print on */
    public ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InputException, OutputException {
        Discretisation chosen = discretisation();
        if (target != null) {
            return forChip();
        }
        if (data != null) {
            throw usage("found --data without --target, expected both");
        }
        NirExport.Outcome outcome;
        try {
            outcome = isArchive() ? exportModel(chosen) : exportScenario(chosen);
        } catch (IOException e) {
            throw new OutputException(out, e);
        }
        console.out()
                .println(outcome.nodes() + " nodes, for a step of "
                        + QuantityFormat.format(outcome.tickSeconds(), "s", TICK_DIGITS));
        outcome.notes().forEach(note -> console.out().println("not exact: " + note));
        console.out().println(out);
        return ExitCode.FINE.number();
    }

    private int forChip() throws InputException, OutputException {
        if (isArchive() == (data == null)) {
            throw usage(
                    data == null
                            ? "found --target with " + file
                                    + ", a model file, and no --data, expected samples to decide on"
                            : "found --data with " + file + ", which is no model file, expected one");
        }
        ProfileReference chip = ProfileReference.parse(target);
        Optional<TrialData> samples = Optional.ofNullable(data).map(path -> new TrialData(path, Optional.empty()));
        List<ExportTarget> targets =
                ServiceLoader.load(ExportTarget.class, ExportTarget.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        ExportTarget chosen = targets.stream()
                .filter(each -> each.profile().equals(chip.profile()))
                .findFirst()
                .orElseThrow(() -> usage("found --target " + target + ", expected "
                        + targets.stream().map(ExportTarget::profile).collect(Collectors.joining(" or "))
                        + ", or one with a clock, such as " + targets.get(0).profile() + "@20MHz"));
        chosen.run(new ExportTarget.Call(file, out, chip, samples)).forEach(console.out()::println);
        console.out().println(out);
        return ExitCode.FINE.number();
    }

    private Discretisation discretisation() {
        return switch (discretisation) {
            case "euler" -> Discretisation.EULER;
            case "exact" -> Discretisation.EXACT;
            case "impulse-invariant" -> Discretisation.IMPULSE_INVARIANT;
            default ->
                throw usage(
                        "found --discretisation " + discretisation + ", expected euler, exact or impulse-invariant");
        };
    }

    private ParameterException usage(String message) {
        return new ParameterException(specification.commandLine(), message);
    }

    /** Model files are ZIP archives, scenarios are text. */
    private boolean isArchive() {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.read() == 'P' && stream.read() == 'K';
        } catch (IOException e) {
            // The reader of scenarios says what is wrong with the file.
            return false;
        }
    }

    private NirExport.Outcome exportScenario(Discretisation chosen) throws InputException, IOException {
        if (tick != null) {
            throw usage("found --tick with " + file + ", which is no model file; a scenario has a tick of its own");
        }
        return NirExport.run(file, out, chosen, resetAtOnce);
    }

    private NirExport.Outcome exportModel(Discretisation chosen) throws InputException, IOException {
        if (tick == null) {
            throw usage("found no --tick, which a model needs: what a step is in the time of the graph");
        }
        ExportOptions options;
        try {
            options = new ExportOptions(TickLength.parse(tick).tickSeconds(), chosen, resetAtOnce);
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
        CompiledModel model = model();
        SpikeRaster silence = SpikeRaster.empty(model.inputSynapses().sourceSize());
        return NirExport.write(model.network(silence), options, file, out);
    }

    private CompiledModel model() throws InputException {
        try {
            return ModelCompiler.compile(ModelFiles.read(file).model());
        } catch (IOException e) {
            throw new InputException(file, "cannot be read: " + ReadFault.reason(e));
        } catch (ModelFileException | CompileException e) {
            throw new InputException(file, e.getMessage());
        }
    }
}
