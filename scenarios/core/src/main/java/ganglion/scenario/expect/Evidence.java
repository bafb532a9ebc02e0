package ganglion.scenario.expect;

import ganglion.documents.place.DocumentPath;
import ganglion.documents.table.TableException;
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
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** Compares spikes with a golden raster, exact to the tick. */
    private static final class RasterCheck {

        static final String GOLDEN = "the golden raster";

        private static final String SAME = "the same spikes";

        private RasterCheck() {}

        static ExpectationOutcome check(Expectation.GoldenRaster expectation, Evidence evidence) {
            Optional<RasterDifference> difference = difference(expectation, evidence);
            return new ExpectationOutcome(
                    expectation.pointer(),
                    "spikes equal to " + expectation.file(),
                    difference.isEmpty(),
                    difference.map(RasterDifference::text).orElse(SAME),
                    SAME,
                    difference.flatMap(RasterDifference::place));
        }

        private static Optional<RasterDifference> difference(Expectation.GoldenRaster expectation, Evidence evidence) {
            try {
                RasterFile golden = RasterFile.read(expectation.file().resolved());
                return RasterDifference.between(evidence.raster(), golden, GOLDEN);
            } catch (TableException e) {
                return Optional.of(RasterDifference.ofFrame(unusable(expectation.file(), e)));
            }
        }

        /** Why a golden raster cannot be compared with, and how to make one that is not there yet. */
        static String unusable(DocumentPath file, TableException fault) {
            String reason = "no usable golden raster (" + fault.getMessage() + ")";
            return Files.notExists(file.resolved()) ? reason + "; ganglion test --update writes it" : reason;
        }
    }

    /** Checks winners of clips, and the number of correct decisions. */
    private static final class DecisionChecks {

        private static final int MOST_LISTED = 12;

        private DecisionChecks() {}

        static ExpectationOutcome winner(Expectation.Winner expectation, List<Decision> decisions) {
            Decision decision = decisions.get(expectation.clip());
            String clip =
                    decision.file().isEmpty() ? "the run" : "clip " + expectation.clip() + " (" + decision.file() + ")";
            return new ExpectationOutcome(
                    expectation.pointer(),
                    "winner of " + clip,
                    decision.winner().equals(expectation.label()),
                    decision.winner().isEmpty() ? "no spike" : decision.winner(),
                    expectation.label());
        }

        static ExpectationOutcome correct(Expectation.CorrectDecisions expectation, List<Decision> decisions) {
            long correct = decisions.stream().filter(Decision::correct).count();
            boolean complete = expectation.of().isEmpty() || expectation.of().getAsInt() == decisions.size();
            String of = expectation.of().isPresent() ? " of " + expectation.of().getAsInt() : "";
            ExpectationOutcome outcome = new ExpectationOutcome(
                    expectation.pointer(),
                    "correct decisions",
                    complete && expectation.count().hold(correct),
                    correct + " of " + decisions.size() + wrong(decisions),
                    Wording.inclusive(expectation.count(), Wording::count) + of);
            return outcome.withValue(correct, "");
        }

        private static String wrong(List<Decision> decisions) {
            List<Decision> wrong =
                    decisions.stream().filter(decision -> !decision.correct()).toList();
            if (wrong.isEmpty()) {
                return "";
            }
            String more = wrong.size() > MOST_LISTED ? ", ..." : "";
            return wrong.stream()
                    .limit(MOST_LISTED)
                    .map(DecisionChecks::mistake)
                    .collect(Collectors.joining(", ", " (wrong: ", more + ")"));
        }

        private static String mistake(Decision decision) {
            String clip = decision.file().isEmpty() ? "the run" : decision.file();
            String label = decision.label().isEmpty() ? "without label" : "is " + decision.label();
            return clip + " " + label + ", found " + (decision.winner().isEmpty() ? "no spike" : decision.winner());
        }
    }
}
