package ganglion.cli.option;

import ganglion.scenario.experiment.key.TrainingKeys;
import ganglion.scenario.model.ScenarioOverrides;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Options that change an experiment. */
public final class ExperimentOptions {

    @Option(
            names = "--epochs",
            paramLabel = "N",
            converter = Epochs.class,
            description = "Train for N epochs instead of the experiment's number.")
    private Integer epochs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = ScenarioOptions.FromZero.class,
            description = "Use this seed instead of the experiment's.")
    private Long seed;

    @Option(
            names = "--set",
            paramLabel = "/POINTER=VALUE",
            description = "Put a value into the experiment before it is checked; may be given several times.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--allow-outside-paths",
            description = "Let relative paths of an experiment lead out of its folder.")
    private boolean allowOutsidePaths;

    /** A number of epochs, as the experiment format has it. */
    static final class Epochs implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return MachineOptions.fromOneTo(TrainingKeys.LARGEST, text);
        }
    }

    /** What the options change in the file. */
    public ScenarioOverrides overrides() {
        Map<String, String> all = new LinkedHashMap<>(settings);
        if (epochs != null) {
            all.put("/training/epochs", epochs.toString());
        }
        if (seed != null) {
            all.put("/seed", seed.toString());
        }
        return new ScenarioOverrides(all, OptionalLong.empty(), List.of(), allowOutsidePaths).asTyped();
    }
}
