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
import ganglion.hardware.placement.CoreTraffic.Flow;
import ganglion.hardware.placement.PlacementPicture.DrawnCore;
import ganglion.hardware.placement.PlacementPicture.DrawnLink;
import ganglion.hardware.placement.PlacementPicture.Slice;
import ganglion.hardware.placement.PlacementStrategy.Spread;
import ganglion.kernel.parallel.TaskRunner;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementPictureTest {

    private final Workload workload = WorkedExample.of(WorkedExample.MILLISECOND);
    private final PlacementPicture picture = picture(workload, CostOptions.DEFAULT);

    private static PlacementPicture picture(Workload workload, CostOptions options) {
        List<CostRequest> requests = List.of(new CostRequest(ToyProfiles.mesh(), options));
        return Costing.costAndDraw(workload, requests, TaskRunner.SEQUENTIAL)
                .get(0)
                .picture()
                .orElseThrow();
    }

    @Test
    void showsWhatLiesWhereAndWhatItDid() {
        assertEquals(
                List.of(
                        new DrawnCore(0, 0, 0, 0, 0, List.of(new Slice("hidden", 2)), 8, 0, 2),
                        new DrawnCore(1, 0, 0, 1, 0, List.of(new Slice("hidden", 2)), 8, 1, 2),
                        new DrawnCore(2, 0, 1, 0, 0, List.of(new Slice("out", 2)), 8, 2, 1)),
                picture.cores());
        assertEquals(1, picture.chips());
        assertEquals(4, picture.mesh().cores());
    }

    @Test
    void showsWhoSendsToWhom() {
        assertEquals(
                List.of(
                        new Flow(Placement.OUTSIDE, 0, 1),
                        new Flow(Placement.OUTSIDE, 1, 1),
                        new Flow(1, 2, 1),
                        new Flow(2, 0, 1),
                        new Flow(2, 1, 1)),
                picture.flows());
    }

    @Test
    void showsWhatEachLinkCarries() {
        // Input north to tile 1; from tile 1 (0,1) east to (1,1) and south to (1,0); from (1,0) west twice, once north
        // then.
        assertEquals(
                List.of(
                        new DrawnLink(0, 0, 0, 0, 1, 2),
                        new DrawnLink(0, 0, 1, 1, 1, 1),
                        new DrawnLink(0, 1, 0, 0, 0, 2),
                        new DrawnLink(0, 1, 1, 1, 0, 1)),
                picture.links());
    }

    @Test
    void linksCarryAsManyMessagesAsHopsAreCounted() {
        for (long seed = 0; seed < 30; seed++) {
            Workload random = RandomWorkloads.of(seed);
            ChipCost cost = Costing.cost(random, ToyProfiles.mesh());
            if (!cost.placement().fits()) {
                continue;
            }
            PlacementPicture drawn = picture(random, CostOptions.DEFAULT);

            long hops = Operation.hops().stream()
                    .mapToLong(cost.work().operations()::get)
                    .sum();
            assertEquals(
                    hops, drawn.links().stream().mapToLong(DrawnLink::messages).sum(), "seed " + seed);
            assertEquals(
                    cost.work().operations().get(Operation.MESSAGE_IN),
                    drawn.cores().stream()
                            .mapToLong(DrawnCore::messagesReceived)
                            .sum());
            assertEquals(
                    cost.work().operations().get(Operation.MESSAGE_OUT),
                    drawn.cores().stream().mapToLong(DrawnCore::messagesSent).sum());
        }
    }

    @Test
    void picturesOfSeveralChipsAreThoseOfEach() {
        CostOptions spread = CostOptions.DEFAULT.with(new Spread());
        List<CostRequest> requests = List.of(
                new CostRequest(ToyProfiles.mesh(), CostOptions.DEFAULT), new CostRequest(ToyProfiles.mesh(), spread));

        assertEquals(
                List.of(picture, picture(workload, spread)),
                Costing.costAndDraw(workload, requests, TaskRunner.SEQUENTIAL).stream()
                        .map(cost -> cost.picture().orElseThrow())
                        .toList());
    }
}
