package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.CostOptions;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.cost.RandomWorkloads;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.cost.WorkedExample;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.placement.CoreLoad.Slice;
import ganglion.hardware.placement.PlacementStrategy.Spread;
import ganglion.kernel.parallel.TaskRunner;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreLoadTest {

    private static final List<CoreLoad> WORKED = List.of(
            new CoreLoad(0, 0, 0, 0, List.of(new Slice("hidden", 2)), 8, 0, 2),
            new CoreLoad(1, 0, 0, 1, List.of(new Slice("hidden", 2)), 8, 1, 2),
            new CoreLoad(2, 0, 1, 0, List.of(new Slice("out", 2)), 8, 2, 1));

    private static List<ChipCost> costs(Workload workload, CostOptions... options) {
        List<CostRequest> requests = List.of(options).stream()
                .map(each -> new CostRequest(ToyProfiles.mesh(), each))
                .toList();
        return Costing.costWithCores(workload, requests, TaskRunner.SEQUENTIAL);
    }

    @Test
    void saysWhatLiesWhereAndWhatItDid() {
        Workload workload = WorkedExample.of(WorkedExample.MILLISECOND);
        CostOptions spread = CostOptions.DEFAULT.with(new Spread());

        List<ChipCost> costs = costs(workload, CostOptions.DEFAULT, spread);

        assertEquals(WORKED, costs.get(0).cores());
        assertEquals(costs(workload, spread).get(0).cores(), costs.get(1).cores());
    }

    @Test
    void coresSendAndReceiveAsManyMessagesAsAreCounted() {
        for (long seed = 0; seed < 30; seed++) {
            ChipCost cost = costs(RandomWorkloads.of(seed), CostOptions.DEFAULT).get(0);
            if (cost.placement().fits()) {
                assertEquals(
                        cost.work().operations().get(Operation.MESSAGE_IN),
                        cost.cores().stream()
                                .mapToLong(CoreLoad::messagesReceived)
                                .sum(),
                        "seed " + seed);
                assertEquals(
                        cost.work().operations().get(Operation.MESSAGE_OUT),
                        cost.cores().stream().mapToLong(CoreLoad::messagesSent).sum(),
                        "seed " + seed);
            }
        }
    }
}
