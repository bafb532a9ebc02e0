package ganglion.hardware.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.activity.ActivityWalk;
import ganglion.hardware.activity.ArrivalRule;
import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.RandomWorkloads;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.latency.DetailedTimer.SendQueue;
import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Contention, against an independent and slow scheduler: maps of links, all messages looked at each time. Times of operations
 * have no common measure, so that nothing but the order of cores that set out at the same time hangs on the last bit; that
 * order is {@link SendQueue}'s, which has a test of its own.
 */
class DetailedTimerOracleTest {

    private static final double BARRIER = 1e-6;

    private static Map<Operation, Figure> times(String synapse) {
        Map<Operation, Figure> times = new EnumMap<>(Operation.class);
        times.put(Operation.SYNAPTIC_OPERATION, time(synapse));
        times.put(Operation.NEURON_UPDATE_IDLE, time("1.3247 ns"));
        times.put(Operation.NEURON_UPDATE_ACTIVE, time("7.81236 ns"));
        times.put(Operation.SPIKE, time("3.14159 ns"));
        times.put(Operation.MESSAGE_OUT, time("2.71828 ns"));
        times.put(Operation.MESSAGE_IN, time("1.61803 ns"));
        times.put(Operation.HOP_EAST, time("4.1211 ns"));
        times.put(Operation.HOP_WEST, time("4.3343 ns"));
        times.put(Operation.HOP_NORTH, time("6.5757 ns"));
        times.put(Operation.HOP_SOUTH, time("6.9111 ns"));
        return times;
    }

    private static Figure time(String text) {
        return ToyProfiles.figure(text, Dimension.TIME);
    }

    @ParameterizedTest
    @CsvSource({"1, 16, 1.0101 ns", "1, 1, 1.0101 ns", "2, 1, 40.0303 ns", "4, 1, 400.0303 ns", "3, 2, 1000.0707 ns"})
    void agreesWithASlowScheduler(int neuronsPerCore, int linkBuffer, String synapse) {
        int[] compared = new int[2];
        for (long seed = 0; seed < 40; seed++) {
            Workload workload = RandomWorkloads.of(seed);
            PlacedNetwork placed = ToyProfiles.place(
                    workload.network(), new Mesh(5, 4, 4), ToyProfiles.limits(neuronsPerCore, 100_000));
            OperationTimes times =
                    new OperationTimes(placed, ToyProfiles.figures(Map.of(), times(synapse), workload.network()), 0, 0);
            DetailedTimer timer = new DetailedTimer(placed, times, BARRIER, linkBuffer, SpikeLatency.empty());
            String where = "seed " + seed;
            ActivityWalk walk = new ActivityWalk(
                    workload.network(), workload.spikes(), new ArrivalRule(workload.network(), workload.spikes()));
            walk.visit(placed, List.of(tick -> {
                SlowScheduler slow = new SlowScheduler(placed, times, linkBuffer);
                double expected = slow.seconds(tick) + BARRIER;
                double found = timer.seconds(tick);
                compared[1]++;
                if (!slow.onTheEdge) {
                    compared[0]++;
                    assertEquals(expected, found, 1e-9 * expected, where + ", tick " + tick.tick());
                }
            }));
            walk.walk(workload.ticks());
        }
        assertTrue(compared[0] > 300, compared[0] + " of " + compared[1]);
    }

    /** The equations as they are written down, with nothing clever. For one tick. */
    private static final class SlowScheduler {

        private record Sent(int message, double after) {}

        private record UnderWay(List<String> links, double received, double processing) {}

        private final PlacedNetwork placed;
        private final OperationTimes times;
        private final int linkBuffer;
        private final Map<String, Double> density = new HashMap<>();
        private final List<UnderWay> underWay = new ArrayList<>();
        private final Map<Integer, Double> free = new HashMap<>();

        /** Whether a link was full to the last bit: the order of sums then decides, which is not what is tested here. */
        private boolean onTheEdge;

        SlowScheduler(PlacedNetwork placed, OperationTimes times, int linkBuffer) {
            this.placed = placed;
            this.times = times;
            this.linkBuffer = linkBuffer;
        }

        double seconds(PlacedTick tick) {
            int senders = placed.placement().cores().size() + 1;
            List<List<Sent>> queues = new ArrayList<>();
            SendQueue order = new SendQueue(senders);
            for (int sender = 0; sender < senders; sender++) {
                queues.add(queue(tick, sender == senders - 1 ? Placement.OUTSIDE : sender));
                if (!queues.get(sender).isEmpty()) {
                    order.push(sender, queues.get(sender).get(0).after());
                }
            }
            double last = 0;
            while (!order.isEmpty()) {
                int sender = order.core();
                double now = order.time();
                order.pop();
                last = Math.max(last, now);
                leave(now);
                Sent sent = queues.get(sender).remove(0);
                if (sent.message() >= 0) {
                    now = route(sender == senders - 1 ? Placement.OUTSIDE : sender, sent.message(), now);
                    last = Math.max(last, free.get(placed.fanOut().core(sent.message())));
                }
                if (!queues.get(sender).isEmpty()) {
                    double next = now + queues.get(sender).get(0).after();
                    order.push(sender, next);
                    last = Math.max(last, next);
                }
            }
            return last;
        }

        private List<Sent> queue(PlacedTick tick, int core) {
            List<Sent> queue = new ArrayList<>();
            double since = 0;
            for (int neuron = 0; neuron < placed.fanOut().neurons(); neuron++) {
                if (placed.placement().coreOfNeuron()[neuron] != core) {
                    continue;
                }
                int cell = placed.cells().of(neuron);
                boolean fires = false;
                for (int i = 0; i < tick.firedCount(); i++) {
                    fires |= tick.fired(i) == neuron;
                }
                if (cell != Placement.OUTSIDE) {
                    since += fires ? times.firing(cell) : tick.isActive(neuron) ? times.active(cell) : times.idle(cell);
                }
                FanOut fanOut = placed.fanOut();
                for (int m = fanOut.first(neuron); fires && m < fanOut.first(neuron + 1); m++) {
                    queue.add(new Sent(m, since + times.messageOut()));
                    since = 0;
                }
            }
            if (since != 0) {
                queue.add(new Sent(-1, since));
            }
            return queue;
        }

        private double route(int sender, int message, double now) {
            int target = placed.fanOut().core(message);
            List<String> links = links(sender, target);
            double along = links.stream()
                    .mapToDouble(link -> density.getOrDefault(link, 0.0))
                    .sum();
            double mean = underWay.stream()
                    .mapToDouble(UnderWay::processing)
                    .average()
                    .orElse(0);
            double capacity = links.size() * linkBuffer;
            onTheEdge |= Math.abs(along - capacity) < 1e-9;
            double leaves = along > capacity ? now + (along - capacity) * mean : now;
            int sourceTile =
                    sender == Placement.OUTSIDE ? 0 : placed.placement().tile(sender);
            double way = Math.max(times.path(sourceTile, placed.placement().tile(target)), along * mean / links.size());
            double received = Math.max(free.getOrDefault(target, 0.0), leaves + way);
            free.put(target, received + times.processing(message));
            underWay.add(new UnderWay(links, received, times.processing(message)));
            links.forEach(link -> density.merge(link, 1.0 / (links.size() + 1), Double::sum));
            return leaves;
        }

        private void leave(double now) {
            underWay.stream()
                    .filter(message -> message.received() <= now)
                    .forEach(message -> message.links()
                            .forEach(link ->
                                    density.merge(link, -1.0 / (message.links().size() + 1), Double::sum)));
            underWay.removeIf(message -> message.received() <= now);
        }

        private List<String> links(int sender, int target) {
            Mesh mesh = placed.placement().mesh();
            int tile = sender == Placement.OUTSIDE ? 0 : placed.placement().tile(sender);
            int to = placed.placement().tile(target);
            int x = mesh.x(tile);
            int y = mesh.y(tile);
            List<String> links = new ArrayList<>(List.of("out of core " + sender));
            while (x != mesh.x(to)) {
                boolean east = mesh.x(to) > x;
                x += east ? 1 : -1;
                links.add("into " + x + "," + y + " going " + (east ? "east" : "west"));
            }
            while (y != mesh.y(to)) {
                boolean north = mesh.y(to) > y;
                y += north ? 1 : -1;
                links.add("into " + x + "," + y + " going " + (north ? "north" : "south"));
            }
            return links;
        }
    }
}
