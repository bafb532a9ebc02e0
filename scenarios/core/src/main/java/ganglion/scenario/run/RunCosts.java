package ganglion.scenario.run;

import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.cost.Workload;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.model.BitTrueChip;
import ganglion.scenario.model.BitTrueChip.Outcome;
import ganglion.scenario.model.BitTrueChip.UnfitException;
import ganglion.scenario.model.HardwareSpec;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What a run costs on devices. Of a chip that is computed bit by bit, it is the work that the chip itself does on the inputs of the run, whether or not the
 * run applies it; where it cannot hold the network, the estimate from the spikes of the run stays.
 */
public final class RunCosts {

    private final Workload workload;
    private final Optional<Outcome> applied;

    private RunCosts(Workload workload, Optional<Outcome> applied) {
        this.workload = workload;
        this.applied = applied.filter(outcome -> outcome.result().ticks() == workload.ticks());
    }

    /** A request, and the run that it is of. */
    private record Asked(CostRequest request, Workload of) {}

    /** The cost of a run on each device, with what each core holds and did. */
    public static List<ChipCost> of(Workload workload, List<HardwareSpec> hardware, TaskRunner runner) {
        return of(workload, hardware, Optional.empty(), runner);
    }

    /** @param applied what the run itself had of a chip that was computed bit by bit */
    static List<ChipCost> of(
            Workload workload, List<HardwareSpec> hardware, Optional<Outcome> applied, TaskRunner runner) {
        RunCosts costs = new RunCosts(workload, applied);
        List<Asked> asked = hardware.stream().map(costs::ask).toList();
        // One walk through the spikes of the run serves all estimates.
        Iterator<ChipCost> estimates = Costing.costWithCores(
                        workload,
                        asked.stream()
                                .filter(of -> of.of() == workload)
                                .map(Asked::request)
                                .toList(),
                        runner)
                .iterator();
        return asked.stream()
                .map(of -> of.of() == workload
                        ? estimates.next()
                        : Costing.costWithCores(of.of(), List.of(of.request()), runner)
                                .get(0))
                .toList();
    }

    private Asked ask(HardwareSpec spec) {
        Optional<BitTrueChip> chip = BitTrueChip.of(spec.profile());
        long rows = spec.profile().cores().limits().most(Limit.INPUT_AXONS_PER_CORE);
        CostRequest estimate = new CostRequest(spec.profile(), spec.options());
        if (chip.isEmpty()
                || workload.network().neuronCount() > rows
                || !workload.numbers().isEmpty()
                || workload.network().projections().stream()
                        .anyMatch(projection -> projection.plasticity().isPresent())) {
            return new Asked(estimate, workload);
        }
        try {
            return ask(spec, chip.get());
        } catch (UnfitException e) {
            return new Asked(
                    estimate.with(
                            Optional.empty(),
                            "estimated from the spikes of the run, as the chip does not hold this network: "
                                    + e.reasons().get(0)),
                    workload);
        }
    }

    private Asked ask(HardwareSpec spec, BitTrueChip chip) throws UnfitException {
        Network network = workload.network();
        Outcome outcome;
        if (spec.bitTrue().isPresent() && applied.isPresent()) {
            outcome = applied.get();
        } else {
            AppliedPrecision rounded = AppliedPrecision.of(spec.profile(), chip, workload.given());
            network = rounded.network();
            outcome = chip.run(
                    rounded.quantised(),
                    workload.spikes(),
                    workload.ticks(),
                    workload.clock().tickSeconds(),
                    spec.profile());
        }
        Workload own = new Workload(
                workload.given(), network, outcome.result().spikes(), workload.ticks(), workload.clock(), List.of());
        CostRequest request = new CostRequest(spec.profile(), spec.options());
        return new Asked(request.with(Optional.of(outcome.counted()), remark(own, outcome.work())), own);
    }

    private String remark(Workload own, BitTrueChip.Work work) {
        long spikes = fired(own) + work.merged();
        long inRun = fired(workload);
        return "counted as the chip does it, bit by bit"
                + (spikes == inRun
                        ? ""
                        : ", with " + QuantityFormat.count(spikes, "spike") + " where the run has "
                                + QuantityFormat.count(inRun))
                + (work.merged() == 0
                        ? ""
                        : ", " + QuantityFormat.count(work.merged())
                                + " of them in a tick in which the neuron has another")
                + (work.lost() == 0 ? "" : ", and " + QuantityFormat.count(work.lost()) + " lost from a full queue")
                + (work.untaken() == 0 ? "" : "; its work is of the " + work.taken() + " that it takes");
    }

    private static long fired(Workload of) {
        return of.spikes().stream().mapToLong(SpikeRaster::size).sum();
    }
}
