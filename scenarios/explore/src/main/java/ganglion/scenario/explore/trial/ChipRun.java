package ganglion.scenario.explore.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.explore.DeviceOutcome.ClipFigures;
import ganglion.scenario.explore.Search.EnergyMeasure;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The runs of a compiled scenario on one device, as {@code ganglion run} does them: each in the precision of the device if that runs spikes.
 *
 * @param device the device
 * @param measured which energies these are
 * @param small whether weights have at most eight bits, so that a processor can hold them in its smallest format
 */
record ChipRun(Device device, EnergyMeasure measured, boolean small) {

    private static final RunSettings ALONE = new RunSettings(Integer.MAX_VALUE, 1);

    /** What the runs came to: problems, or figures. */
    record Outcome(List<String> problems, List<ClipFigures> clips, DecisionEstimate estimate) {}

    /** The device as a scenario asks for it. */
    ArrayNode hardware() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (device.spiking()) {
            ObjectNode node = list.addObject().put("profile", device.word());
            node.put("apply", "precision");
        } else {
            list.add(device.word());
        }
        return list;
    }

    /** The settings of a scenario that does not name the device itself. */
    ScenarioOverrides overrides(Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(more);
        settings.put("/hardware", hardware().toString());
        return new ScenarioOverrides(settings, OptionalLong.empty(), List.of(), false);
    }

    /**
     * Runs a scenario, once for each of its points.
     *
     * @throws InputException if it cannot be run
     */
    Outcome of(Path file, ScenarioOverrides overrides) throws InputException {
        Scenario scenario = ScenarioFiles.read(file, overrides);
        List<ClipFigures> clips = new ArrayList<>();
        Outcome last = null;
        for (RunPoint point : scenario.points()) {
            Scenario one = scenario.isStudy() ? ScenarioFiles.read(file, overrides.at(point)) : scenario;
            last = outcome(ScenarioRunner.run(one, ALONE, RunProgress.NONE), point);
            clips.addAll(last.clips());
            if (!last.problems().isEmpty()) {
                break;
            }
        }
        return new Outcome(last.problems(), clips, last.estimate());
    }

    private Outcome outcome(ScenarioRun run, RunPoint point) {
        DecisionEstimate estimate = estimate(DeviceEstimates.of(run).ofDecision());
        List<String> problems = new ArrayList<>(estimate.problems());
        OptionalDouble joules = measured.of(estimate);
        if (problems.isEmpty() && joules.isEmpty()) {
            problems.add("its energy (" + measured.label() + ") is unknown: "
                    + String.join(", ", estimate.energy(measured.boundary()).missing()));
        }
        if (!problems.isEmpty()) {
            return new Outcome(problems, List.of(), estimate);
        }
        Decision decision = run.decisions().get(0);
        String named = decision.file().isEmpty()
                ? point.settings().values().stream().findFirst().orElse("").replace("\"", "")
                : decision.file();
        return new Outcome(
                List.of(),
                List.of(new ClipFigures(named, decision.label(), decision.winner(), joules.getAsDouble())),
                estimate);
    }

    /** That of the trained network itself, spike by spike or in every tick: an artificial network of the same layers is another network. */
    private DecisionEstimate estimate(List<DecisionEstimate> estimates) {
        Computation wanted = device.spiking() ? Computation.SPIKES : Computation.DENSE_TICKS;
        List<DecisionEstimate> possible =
                estimates.stream().filter(each -> each.computation() == wanted).toList();
        return possible.stream()
                .filter(each ->
                        small || each.format().filter(NumberFormat.INT8::equals).isEmpty())
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .orElseGet(() -> estimates.get(0));
    }

    /** What it computes, with the number format where it has one. */
    static String computes(DecisionEstimate estimate) {
        return estimate.computation().word()
                + estimate.format().map(format -> " " + format.word()).orElse("");
    }
}
