package ganglion.cli.option;

import ganglion.scenario.model.ScenarioOverrides;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** Options that change an experiment. */
public final class ExperimentOptions {

    @Option(
            names = "--epochs",
            paramLabel = "N",
            converter = MachineOptions.AtLeastOne.class,
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

    /** What the options change in the file. */
    public ScenarioOverrides overrides() {
        Map<String, String> all = new LinkedHashMap<>(settings);
        if (epochs != null) {
            all.put("/training/epochs", epochs.toString());
        }
        if (seed != null) {
            all.put("/seed", seed.toString());
        }
        return new ScenarioOverrides(all, OptionalLong.empty(), List.of(), allowOutsidePaths);
    }
}
