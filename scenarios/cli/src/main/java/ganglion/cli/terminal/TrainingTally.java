package ganglion.cli.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of several trainings, one after the other. */
public final class TrainingTally {

    private final int all;
    private final List<String> notBegun;
    private final Map<ExitCode, List<String>> names = new LinkedHashMap<>();

    /** @param experiments names of all that are to be trained, in their order; several may have the same */
    public TrainingTally(List<String> experiments) {
        this.all = experiments.size();
        this.notBegun = new ArrayList<>(experiments);
    }

    /** Notes how the training of an experiment ended. */
    public void add(String experiment, ExitCode code) {
        notBegun.remove(experiment);
        names.computeIfAbsent(code, any -> new ArrayList<>()).add(experiment);
    }

    /** Whether there is more than one experiment. */
    public boolean several() {
        return all > 1;
    }

    /** The exit code of the command: the most severe one of all experiments. */
    public ExitCode code() {
        return names.keySet().stream().reduce(ExitCode.FINE, ExitCode::or);
    }

    /** Human-readable: how many were trained, and the names of those that missed an expectation, were left out or did not begin. */
    public List<String> lines() {
        int trained = of(ExitCode.FINE).size() + of(ExitCode.EXPECTATION_FAILED).size();
        List<String> lines = new ArrayList<>(List.of(trained + " of " + all + " experiments trained"));
        add(lines, "an expectation missed", of(ExitCode.EXPECTATION_FAILED));
        add(lines, "left out, for the reasons above", of(ExitCode.BAD_INPUT));
        add(lines, "failed by a fault of Ganglion", of(ExitCode.OUR_FAULT));
        add(lines, "cut short", of(ExitCode.INTERRUPTED));
        add(lines, "not begun", notBegun);
        return lines;
    }

    private static void add(List<String> lines, String what, List<String> experiments) {
        if (!experiments.isEmpty()) {
            lines.add(what + ": " + String.join(", ", experiments));
        }
    }

    private List<String> of(ExitCode code) {
        return names.getOrDefault(code, List.of());
    }
}
