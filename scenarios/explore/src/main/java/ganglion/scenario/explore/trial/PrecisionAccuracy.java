package ganglion.scenario.explore.trial;

import ganglion.documents.InputException;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.DataSet;
import ganglion.scenario.expect.Decider;
import ganglion.scenario.experiment.compile.ScenarioNetworks;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.run.AppliedPrecision;
import java.util.List;
import java.util.Optional;

/**
 * Decisions of a compiled scenario on samples that are heard already: its network runs in the simulator, in the precision of the device that
 * the scenario applies, and decides by its own rule.
 */
final class PrecisionAccuracy {

    private static final String INPUT = "input";

    private PrecisionAccuracy() {}

    /**
     * Counts right decisions.
     *
     * @param classes names of the classes, by number
     * @throws InputException if the files of the scenario cannot be read
     */
    static int correct(Scenario scenario, DataSet samples, List<String> classes) throws InputException {
        ScenarioNetworks networks = ScenarioNetworks.of(scenario);
        long ticks = scenario.durationTicks().orElseThrow();
        List<String> traced = scenario.recording().membranes();
        int correct = 0;
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.sample(i, 0);
            Network given = networks.of(sample.input());
            Optional<AppliedPrecision> precision = AppliedPrecision.of(scenario, given);
            Network network = precision.map(AppliedPrecision::network).orElse(given);
            SimulationResult run = SequentialSimulation.run(network, Partition.whole(network), ticks, traced);
            SimulationResult result =
                    precision.map(applied -> applied.inUnitsOfTheScenario(run)).orElse(run);
            Clip clip = new Clip(INPUT, "", "", 0, ticks);
            Decision decision = Decider.decide(scenario, List.of(clip), result).get(0);
            if (decision.winner().equals(classes.get(sample.label()))) {
                correct++;
            }
        }
        return correct;
    }
}
