package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.core.LogicalProcess;
import ganglion.kernel.core.WindowResult;
import ganglion.kernel.event.SpikeBatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many messages several hosts need, a core on each, whose mailboxes are emptied in an order drawn at random. */
class MailTrafficTest {

    private static final Pace PACE = new Pace(1024, 512);

    private final Random random = new Random(5);
    private int worked;
    private int answers;
    private int reports;
    private int leaves;

    /** Has something to do at every tick, or never; fires never. */
    private record Core(boolean busy, long[] ticksRun) implements LogicalProcess {

        @Override
        public long nextTick() {
            return busy ? ticksRun[0] : Long.MAX_VALUE;
        }

        @Override
        public WindowResult advance(long until, List<SpikeBatch> arrived) {
            ticksRun[0] = until;
            return new WindowResult(SpikeBatch.copyOf(new long[0], new int[0], 0), nextTick());
        }
    }

    private void run(Wiring wiring, long ticks, boolean... busy) {
        List<Core> cores = IntStream.range(0, busy.length)
                .mapToObj(core -> new Core(busy[core], new long[1]))
                .toList();
        long nextTick = cores.stream().mapToLong(Core::nextTick).min().orElse(Long.MAX_VALUE);
        Conductor conductor = new Conductor(busy.length, PACE, nextTick, 0, ticks);
        List<Host> hosts = Layout.inTurn(wiring, busy.length, PACE).hosts(cores, 0);
        conductor.expect(hosts.size());
        List<Deque<Object>> mailboxes = new ArrayList<>();
        hosts.forEach(host -> mailboxes.add(new ArrayDeque<>()));
        HostOutput output = new HostOutput() {

            @Override
            public void send(int host, Mail mail) {
                mailboxes.get(host).add(mail);
                if (mail.worked()) {
                    worked++;
                } else {
                    answers++;
                }
            }

            @Override
            public void report(Report report) {
                reports++;
                conductor.report(report);
                giveLeave(conductor, mailboxes);
            }
        };
        conductor.proceed();
        giveLeave(conductor, mailboxes);
        int[] waiting = waiting(mailboxes);
        while (waiting.length > 0) {
            Host host = hosts.get(waiting[random.nextInt(waiting.length)]);
            Deque<Object> mailbox = mailboxes.get(host.id());
            while (!mailbox.isEmpty()) {
                Object message = mailbox.remove();
                if (message instanceof Leave leave) {
                    host.receive(leave);
                } else {
                    host.receive((Mail) message);
                }
            }
            host.run(output);
            waiting = waiting(mailboxes);
        }
        assertTrue(conductor.isAtEnd());
        for (Core core : cores) {
            assertEquals(core.busy() ? ticks : 0, core.ticksRun()[0]);
        }
    }

    private void giveLeave(Conductor conductor, List<Deque<Object>> mailboxes) {
        Optional<Leave> leave = conductor.next();
        leave.ifPresent(given -> {
            leaves++;
            mailboxes.forEach(mailbox -> mailbox.add(given));
        });
    }

    private static int[] waiting(List<Deque<Object>> mailboxes) {
        return IntStream.range(0, mailboxes.size())
                .filter(host -> !mailboxes.get(host).isEmpty())
                .toArray();
    }

    /** Hosts that all reach each other after a number of ticks. */
    private static Wiring allToAll(int hosts, int delay) {
        int[][] sources = new int[hosts][];
        int[][] lookaheads = new int[hosts][hosts - 1];
        for (int host = 0; host < hosts; host++) {
            int target = host;
            sources[host] =
                    IntStream.range(0, hosts).filter(source -> source != target).toArray();
            Arrays.fill(lookaheads[host], delay);
        }
        return Wiring.of(sources, lookaheads);
    }

    @Test
    void busyHostsSendAtMostOneMailForEachWindowAndNeighbourAndFewOthers() {
        boolean[] busy = new boolean[8];
        Arrays.fill(busy, true);

        run(allToAll(8, 1), 200, busy);

        assertTrue(worked <= 8 * 7 * 200, worked + " mails");
        assertTrue(answers < worked, answers + " answers");
        assertTrue(reports < 200, reports + " reports");
    }

    /** Not once for each window of the core that waits for it. */
    @Test
    void aSilentHostSaysHowFarItHasComeOnceInALeave() {
        run(Wiring.of(new int[][] {{}, {0}}, new int[][] {{}, {1}}), 10_000, false, true);

        assertTrue(leaves < 50, leaves + " leaves");
        assertTrue(answers < 50, answers + " mails without work");
    }

    @Test
    void aSilentHostInTheMiddleOfAChainPassesHorizonsOn() {
        run(Wiring.of(new int[][] {{}, {0}, {1}}, new int[][] {{}, {1}, {1}}), 10_000, true, false, true);

        assertTrue(leaves < 50, leaves + " leaves");
    }
}
