package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ganglion.kernel.core.LogicalProcess;
import ganglion.kernel.core.WindowResult;
import ganglion.kernel.event.SpikeBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One host: the tests are the other hosts, the conductor, and the cores. */
class HostTest {

    private static final Pace PACE = new Pace(100, 50);

    private final List<String> windows = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<Mail> mails = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final HostOutput output = new HostOutput() {

        @Override
        public void send(int host, Mail mail) {
            mails.add(mail);
            said.add("to " + host + (mail.worked() ? " worked " : " ") + Arrays.toString(mail.horizons()) + " "
                    + mail.spikes().size());
        }

        @Override
        public void report(Report report) {
            reports.add(report);
            said.add("report " + report.completed() + (report.waiting() ? " waiting" : ""));
        }
    };

    /** Fires at given ticks, and does nothing else. */
    private class Core implements LogicalProcess {

        private final int number;
        private final TreeSet<Long> ticks = new TreeSet<>();

        Core(int number, long... ticks) {
            this.number = number;
            Arrays.stream(ticks).forEach(this.ticks::add);
        }

        @Override
        public long nextTick() {
            return ticks.isEmpty() ? Long.MAX_VALUE : ticks.first();
        }

        @Override
        public WindowResult advance(long until, List<SpikeBatch> arrived) {
            windows.add(number + " until " + until + " given " + arrived.size());
            long[] fired =
                    ticks.headSet(until).stream().mapToLong(Long::longValue).toArray();
            ticks.headSet(until).clear();
            int[] neurons = new int[fired.length];
            Arrays.fill(neurons, number);
            return new WindowResult(SpikeBatch.copyOf(fired, neurons, fired.length), nextTick());
        }
    }

    /** A wiring of cores, joined as in {@code "01 3"}: core 0 reaches core 1 after 3 ticks. */
    private static Wiring wiring(int cores, String... edges) {
        int[][] sources = new int[cores][];
        int[][] lookaheads = new int[cores][];
        for (int core = 0; core < cores; core++) {
            int target = core;
            int[] into = Arrays.stream(edges)
                    .filter(edge -> edge.charAt(1) == '0' + target)
                    .mapToInt(edge -> (edge.charAt(0) - '0') * 1000 + Integer.parseInt(edge.substring(3)))
                    .sorted()
                    .toArray();
            sources[core] = Arrays.stream(into).map(i -> i / 1000).toArray();
            lookaheads[core] = Arrays.stream(into).map(i -> i % 1000).toArray();
        }
        return Wiring.of(sources, lookaheads);
    }

    private static Host host(int[] hostOf, Wiring wiring, List<Core> cores) {
        int count = Arrays.stream(hostOf).max().orElseThrow() + 1;
        return new Host(0, new Links(hostOf, count, wiring), wiring, cores, 0, PACE);
    }

    private void run(Host host, Leave leave) {
        host.receive(leave);
        host.run(output);
    }

    private static Mail mail(boolean worked, long horizon, CoreSpikes... spikes) {
        return new Mail(1, worked, new long[] {horizon}, List.of(spikes));
    }

    @Test
    void runsSourcesFirstAndThenWhatTheyReach() {
        Host host = host(
                new int[] {0, 0, 0}, wiring(3, "20 4", "01 5"), List.of(new Core(0, 7), new Core(1), new Core(2, 3)));

        run(host, new Leave(40, 0));

        assertEquals(List.of("2 until 40 given 0", "0 until 40 given 1", "1 until 40 given 1"), windows);
    }

    @Test
    void skipsIdleTimeOfACycleInOneStep() {
        Host host = host(new int[] {0, 0}, wiring(2, "01 1", "10 1"), List.of(new Core(0, 80), new Core(1)));

        run(host, new Leave(100, 0));

        assertEquals("0 until 81 given 0", windows.get(0));
        assertEquals("1 until 82 given 1", windows.get(1));
        assertEquals(2, windows.size());
        assertEquals(List.of("report 81", "report 100 waiting"), said);
    }

    @Test
    void tellsANeighbourAfterWorkAndAnswersOnce() {
        Host host = host(new int[] {0, 1}, wiring(2, "01 7", "10 2"), List.of(new Core(0, 1), new Core(1)));

        run(host, new Leave(100, 0));
        assertEquals(List.of("to 1 worked [2] 1"), said);
        host.receive(mail(false, 8));
        host.run(output);
        assertEquals(List.of("to 1 worked [2] 1", "report 10 waiting"), said);
        host.receive(mail(true, 12));
        host.run(output);

        assertEquals(List.of("to 1 worked [2] 1", "report 10 waiting", "to 1 [14] 0", "report 14 waiting"), said);
        assertEquals(2, reports.get(1).sent()[1]);
        assertEquals(2, reports.get(1).received()[1]);
        assertEquals(List.of("0 until 2 given 0"), windows);
    }

    @Test
    void handsOverABatchByReferenceToEachCoreThatItReaches() {
        List<List<SpikeBatch>> given = new ArrayList<>();
        Core source = new Core(0, 0);
        Core target = new Core(1) {

            @Override
            public WindowResult advance(long until, List<SpikeBatch> arrived) {
                given.add(arrived);
                return super.advance(until, arrived);
            }
        };
        Host host = host(new int[] {0, 0, 1}, wiring(3, "01 1", "02 1"), List.of(source, target, new Core(2)));

        run(host, new Leave(10, 0));

        assertSame(given.get(0).get(0), mails.get(0).spikes().get(0).spikes());
        assertEquals(List.of("to 1 worked [10] 1", "report 10 waiting"), said);
    }

    @Test
    void saysHowFarItHasComeOnALongWay() {
        long[] busy = LongStream.range(0, 120).toArray();
        Host host = host(new int[] {0, 0}, wiring(2, "01 20", "10 20"), List.of(new Core(0, busy), new Core(1, busy)));

        run(host, new Leave(120, 0));

        assertEquals("report 60", said.get(0));
        assertEquals("report 120 waiting", said.get(said.size() - 1));
    }
}
