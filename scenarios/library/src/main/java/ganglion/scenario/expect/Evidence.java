package ganglion.scenario.expect;

import ganglion.hardware.ChipCost;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.time.Clock;
import ganglion.scenario.Decision;
import ganglion.scenario.Expectation;
import ganglion.scenario.ExpectationOutcome;
import java.util.List;

/**
 * What expectations are held against.
 *
 * @param clock length of a tick
 * @param result what the simulation gave
 * @param decisions one for each clip
 * @param costs one for each chip
 */
public record Evidence(Clock clock, SimulationResult result, List<Decision> decisions, List<ChipCost> costs) {

    /** Holds one expectation against this. */
    public ExpectationOutcome check(Expectation expectation) {
        if (expectation instanceof Expectation.SpikeCount count) {
            return SpikeChecks.count(count, this);
        }
        if (expectation instanceof Expectation.FirstSpike first) {
            return SpikeChecks.first(first, this);
        }
        if (expectation instanceof Expectation.Winner winner) {
            return DecisionChecks.winner(winner, decisions);
        }
        if (expectation instanceof Expectation.CorrectDecisions correct) {
            return DecisionChecks.correct(correct, decisions);
        }
        if (expectation instanceof Expectation.Energy energy) {
            return CostChecks.energy(energy, this);
        }
        if (expectation instanceof Expectation.Latency latency) {
            return CostChecks.latency(latency, this);
        }
        return RasterCheck.check((Expectation.GoldenRaster) expectation, this);
    }

    /** Checks all, in order. */
    public List<ExpectationOutcome> checkAll(List<Expectation> expectations) {
        return expectations.stream().map(this::check).toList();
    }
}
