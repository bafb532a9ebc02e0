package ganglion.scenario.expect;

import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.time.Clock;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.EnergyBasis;
import ganglion.scenario.model.Measure;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import java.util.List;

/**
 * What expectations are held against.
 *
 * @param clock length of a tick
 * @param result result of the simulation
 * @param decisions one per clip
 * @param costs one per device
 * @param devices what the run and its decisions take on each device
 */
public record Evidence(
        Clock clock, SimulationResult result, List<Decision> decisions, List<ChipCost> costs, DeviceEstimates devices) {

    /** Checks one expectation. */
    public ExpectationOutcome check(Expectation expectation) {
        if (expectation instanceof Expectation.SpikeCount count) {
            return SpikeChecks.count(count, this);
        }
        if (expectation instanceof Expectation.FirstSpike first) {
            return SpikeChecks.first(first, this);
        }
        if (expectation instanceof Expectation.LastSpike last) {
            return SpikeChecks.last(last, this);
        }
        if (expectation instanceof Expectation.SpikeOrder order) {
            return SpikeChecks.order(order, this);
        }
        if (expectation instanceof Expectation.Figure figure) {
            return FigureChecks.check(figure, this);
        }
        if (expectation instanceof Expectation.Winner winner) {
            return DecisionChecks.winner(winner, decisions);
        }
        if (expectation instanceof Expectation.CorrectDecisions correct) {
            return DecisionChecks.correct(correct, decisions);
        }
        return RasterCheck.check((Expectation.GoldenRaster) expectation, this);
    }

    /**
     * The estimated cost of the run on a device.
     *
     * @throws IllegalArgumentException if the run has no estimate for that device
     */
    ChipCost cost(String profile) {
        return costs.stream()
                .filter(cost -> cost.profile().name().equals(profile))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the run was not costed on " + profile));
    }

    /**
     * What the run, or a decision, takes on a device. Where it computes in several number formats, in the smallest.
     *
     * @throws IllegalArgumentException if the run has no estimate for that device
     */
    DecisionEstimate estimate(Measure.Device device, EnergyBasis per) {
        return DeviceEstimates.select(
                per == EnergyBasis.RUN ? devices.ofRun() : devices.ofDecision(),
                cost(device.profile()).profile(),
                device.computes());
    }

    /** All spikes as a raster file would hold them. */
    RasterFile raster() {
        return RasterDifference.raster(clock, result);
    }

    /** Checks all expectations, in order. */
    public List<ExpectationOutcome> checkAll(List<Expectation> expectations) {
        return expectations.stream().map(this::check).toList();
    }
}
