package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.core.LogicalProcess;
import ganglion.kernel.core.WindowResult;
import ganglion.kernel.event.SpikeBatch;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checks the protocol of hosts and conductor as a model checker does: for small graphs of cores, all orders in which
 * messages can arrive (in order between any two, but in any order otherwise) are gone through. In each of them every
 * core runs just the ticks that a loop over all ticks would run, no spike comes late, the run rests where it is told to, and it
 * comes to its end: a state without messages that is not the end would be a deadlock.
 */
@Timeout(300)
class EveryOrderTest {

    /** Small enough for leave to be extended several times. */
    private static final Pace PACE = new Pace(3, 2);

    /**
     * Cores that are reached by others, and which of them fire.
     *
     * @param delays from core to core; 0 where there is no synapse
     * @param firing bit i: core i fires whenever something is due; else it is silent, and tells of its time only
     * @param events for each core ticks at which something is due by itself
     * @param ticks length of the run, which rests once before its last ticks
     */
    private record Graph(int[][] delays, int firing, List<List<Long>> events, long ticks) {

        int size() {
            return delays.length;
        }

        long rest() {
            return ticks / 2;
        }

        Wiring wiring() {
            int[][] sources = new int[size()][];
            int[][] lookaheads = new int[size()][];
            for (int core = 0; core < size(); core++) {
                int target = core;
                sources[core] = IntStream.range(0, size())
                        .filter(source -> delays[source][target] > 0)
                        .toArray();
                lookaheads[core] = Arrays.stream(sources[core])
                        .map(source -> delays[source][target])
                        .toArray();
            }
            return Wiring.of(sources, lookaheads);
        }

        /** The ticks that each core has to run: the definition, tick by tick. */
        List<List<Long>> expected() {
            List<TreeSet<Long>> due = new ArrayList<>();
            List<List<Long>> run = new ArrayList<>();
            for (int core = 0; core < size(); core++) {
                due.add(new TreeSet<>(events.get(core)));
                run.add(new ArrayList<>());
            }
            for (long tick = 0; tick < ticks; tick++) {
                for (int core = 0; core < size(); core++) {
                    if (due.get(core).contains(tick)) {
                        run.get(core).add(tick);
                        for (int target = 0; target < size(); target++) {
                            if ((firing >> core & 1) == 1 && delays[core][target] > 0) {
                                due.get(target).add(tick + delays[core][target]);
                            }
                        }
                    }
                }
            }
            return run;
        }

        @Override
        public String toString() {
            return Arrays.deepToString(delays) + " firing " + Integer.toBinaryString(firing) + " events " + events;
        }
    }

    /** A core without neurons: fires, or does not, whenever something is due. */
    private static final class Core implements LogicalProcess {

        private final Graph graph;
        private final int number;
        private final TreeSet<Long> due;
        private final List<Long> run = new ArrayList<>();
        private long now;

        Core(Graph graph, int number) {
            this.graph = graph;
            this.number = number;
            this.due = new TreeSet<>(graph.events().get(number));
        }

        @Override
        public long nextTick() {
            return due.isEmpty() ? Long.MAX_VALUE : due.first();
        }

        @Override
        public WindowResult advance(long until, List<SpikeBatch> arrived) {
            for (SpikeBatch batch : arrived) {
                for (int i = 0; i < batch.size(); i++) {
                    long tick = batch.tick(i) + graph.delays()[batch.neuron(i)][number];
                    assertTrue(tick >= now, () -> "a spike for " + tick + " comes at " + now + " in " + graph);
                    due.add(tick);
                }
            }
            assertTrue(until > now, "an empty window");
            List<Long> ran = new ArrayList<>(due.headSet(until));
            due.headSet(until).clear();
            run.addAll(ran);
            now = until;
            boolean fires = (graph.firing() >> number & 1) == 1;
            long[] ticks = ran.stream().mapToLong(Long::longValue).toArray();
            int[] neurons = new int[ticks.length];
            Arrays.fill(neurons, number);
            return new WindowResult(SpikeBatch.copyOf(ticks, neurons, fires ? ticks.length : 0), nextTick());
        }
    }

    /** A run, and the messages that are on their way. */
    private static final class World {

        private static final String GO_ON = "go on";

        private final List<Core> cores = new ArrayList<>();
        private final Conductor conductor;
        private final List<Host> hosts;

        /** From each host or, last, the conductor to each: what has been sent and not arrived. */
        private final List<Deque<Object>> channels = new ArrayList<>();

        private final long rest;
        private boolean rested;

        /** Whether a host runs once for several messages, as its actor does, or after each. */
        private final boolean gathers;

        World(Graph graph, int hostCount, boolean gathers) {
            this.gathers = gathers;
            for (int core = 0; core < graph.size(); core++) {
                cores.add(new Core(graph, core));
            }
            long nextTick = cores.stream().mapToLong(Core::nextTick).min().orElse(Long.MAX_VALUE);
            conductor = new Conductor(graph.size(), PACE, nextTick, 0, graph.ticks());
            hosts = Layout.inTurn(graph.wiring(), hostCount, PACE).hosts(cores, 0);
            conductor.expect(hosts.size());
            for (int i = 0; i < (hosts.size() + 1) * (hosts.size() + 1); i++) {
                channels.add(new ArrayDeque<>());
            }
            rest = graph.rest();
            conductor.proceedTo(rest);
            giveLeave();
        }

        private Deque<Object> channel(int from, int to) {
            return channels.get(from * (hosts.size() + 1) + to);
        }

        private void giveLeave() {
            Optional<Leave> leave = conductor.next();
            if (leave.isEmpty() && conductor.isAtRest() && !conductor.isAtEnd()) {
                assertEquals(rest, conductor.completedTicks());
                cores.forEach(core -> assertTrue(core.run.stream().allMatch(tick -> tick < rest), "ran too far"));
                cores.forEach(core -> assertTrue(core.nextTick() >= rest, "did not run far enough"));
                rested = true;
                conductor.proceed();
                leave = conductor.next();
            }
            leave.ifPresent(given ->
                    hosts.forEach(host -> channel(hosts.size(), host.id()).add(given)));
        }

        /** Lets the first message of a channel arrive. */
        void deliver(int index) {
            Object message = channels.get(index).remove();
            int to = index % (hosts.size() + 1);
            if (message instanceof Report report) {
                conductor.report(report);
                giveLeave();
                return;
            } else if (message instanceof Leave leave) {
                hosts.get(to).receive(leave);
            } else if (message instanceof Mail mail) {
                hosts.get(to).receive(mail);
            }
            if (gathers && !message.equals(GO_ON)) {
                if (channel(to, to).isEmpty()) {
                    channel(to, to).add(GO_ON);
                }
                return;
            }
            hosts.get(to).run(new HostOutput() {

                @Override
                public void send(int host, Mail mail) {
                    channel(to, host).add(mail);
                }

                @Override
                public void report(Report report) {
                    channel(to, hosts.size()).add(report);
                }
            });
        }

        List<Integer> choices() {
            List<Integer> choices = new ArrayList<>();
            for (int i = 0; i < channels.size(); i++) {
                if (!channels.get(i).isEmpty()) {
                    choices.add(i);
                }
            }
            return choices;
        }

        void checkEnd(Graph graph) {
            assertTrue(conductor.isAtEnd(), () -> "deadlock at " + conductor.completedTicks() + " in " + graph);
            assertTrue(rested, "did not rest");
            for (int core = 0; core < cores.size(); core++) {
                assertEquals(graph.expected().get(core), cores.get(core).run, "core " + core + " in " + graph);
                boolean fires = (graph.firing() >> core & 1) == 1;
                List<Long> emitted = new ArrayList<>();
                for (SpikeBatch batch : conductor.emitted().get(core)) {
                    for (int i = 0; i < batch.size(); i++) {
                        emitted.add(batch.tick(i));
                    }
                }
                assertEquals(fires ? graph.expected().get(core) : List.of(), emitted, "spikes of " + core);
            }
        }
    }

    /** All states that a graph can come to, and how many ways lead between them. */
    private static final class Exploration {

        private final Graph graph;
        private final int hosts;
        private final boolean gathers;
        private final Set<String> seen = new HashSet<>();
        private int mostMessages;

        Exploration(Graph graph, int hosts, boolean gathers) {
            this.graph = graph;
            this.gathers = gathers;
            this.hosts = hosts;
        }

        /** Goes on from the start. */
        Exploration fromStart() {
            from(new ArrayList<>(), new World(graph, hosts, gathers));
            return this;
        }

        /**
         * Goes on from the state that a sequence of deliveries has led to: with the first message in the same world, with each
         * other in a new one that is brought to the same state.
         */
        private void from(List<Integer> path, World world) {
            List<Integer> choices = world.choices();
            // Without a branch there is no need to know the state again.
            while (choices.size() == 1 || choices.size() > 1 && seen.add(State.of(world))) {
                for (int choice : choices.subList(1, choices.size())) {
                    List<Integer> other = new ArrayList<>(path);
                    other.add(choice);
                    World there = new World(graph, hosts, gathers);
                    other.forEach(there::deliver);
                    from(other, there);
                }
                path.add(choices.get(0));
                world.deliver(choices.get(0));
                choices = world.choices();
            }
            if (choices.isEmpty()) {
                world.checkEnd(graph);
                mostMessages = Math.max(mostMessages, path.size());
            }
        }
    }

    /** The state of an object as text: all its fields that change, and theirs. */
    private static final class State {

        /** Fields of hosts and conductor that never change, or refer to what is told elsewhere. */
        private static final Set<String> CONSTANT = Set.of(
                "processes",
                "merger",
                "own",
                "outside",
                "outsideLookahead",
                "targetsHere",
                "delaysHere",
                "links",
                "longest",
                "cores");

        private static final ClassValue<Field[]> FIELDS = new ClassValue<>() {

            @Override
            protected Field[] computeValue(Class<?> type) {
                return Arrays.stream(type.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .filter(field -> type == World.class || !CONSTANT.contains(field.getName()))
                        .filter(Field::trySetAccessible)
                        .toArray(Field[]::new);
            }
        };

        private final StringBuilder text = new StringBuilder();

        static String of(World world) {
            State state = new State();
            state.add(world);
            return state.text.toString();
        }

        private void add(Object value) {
            if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
                text.append(value);
            } else if (value instanceof long[] numbers) {
                for (long number : numbers) {
                    text.append(number).append(',');
                }
            } else if (value.getClass().isArray()) {
                for (int i = 0; i < Array.getLength(value); i++) {
                    add(Array.get(value, i));
                }
            } else if (value instanceof Collection<?> all) {
                text.append('[');
                all.forEach(this::add);
                text.append(']');
            } else if (!(value instanceof Graph || value instanceof Wiring || value instanceof Pace)) {
                for (Field field : FIELDS.get(value.getClass())) {
                    try {
                        add(field.get(value));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            text.append(';');
        }
    }

    /** All graphs of some cores with given delays, where 0 stands for no synapse. */
    private static List<int[][]> delays(int cores, int... choices) {
        List<int[][]> all = new ArrayList<>();
        int pairs = cores * (cores - 1);
        for (int code = 0; code < Math.pow(choices.length, pairs); code++) {
            int[][] delays = new int[cores][cores];
            int rest = code;
            for (int pair = 0; pair < pairs; pair++) {
                int from = pair / (cores - 1);
                int to = pair % (cores - 1);
                delays[from][to < from ? to : to + 1] = choices[rest % choices.length];
                rest /= choices.length;
            }
            all.add(delays);
        }
        return all;
    }

    /** Also counts messages: with spikes or without, hosts may not send more than a few for each tick. */
    @Test
    void twoCoresOnTwoHosts() {
        int most = 0;
        for (int[][] delays : delays(2, 0, 1, 3)) {
            for (List<Long> second : List.of(List.<Long>of(), List.of(1L), List.of(4L))) {
                boolean bothFire = second.contains(1L);
                Graph graph = new Graph(delays, bothFire ? 3 : 1, List.of(List.of(0L, 3L), second), bothFire ? 4 : 5);
                most = Math.max(most, new Exploration(graph, 2, false).fromStart().mostMessages);
            }
        }
        assertTrue(most > 30 && most < 60, most + " messages in five ticks");
    }

    @Test
    void twoCoresOnTwoHostsThatGatherMessages() {
        for (int[][] delays : delays(2, 1, 2)) {
            Graph graph = new Graph(delays, 3, List.of(List.of(0L), List.of(1L)), 3);
            new Exploration(graph, 2, true).fromStart();
        }
    }

    private static Graph ofThreeCores(String rows, long ticks) {
        int[][] delays = Arrays.stream(rows.split(" "))
                .map(row -> row.chars().map(Character::getNumericValue).toArray())
                .toArray(int[][]::new);
        return new Graph(delays, 7, List.of(List.of(0L), List.of(), List.of()), ticks);
    }

    /** A chain, a ring, and a detour. */
    @ParameterizedTest
    @CsvSource({"020 002 000, 5", "020 002 200, 4", "021 001 000, 3"})
    void threeCoresOnTwoHosts(String rows, long ticks) {
        new Exploration(ofThreeCores(rows, ticks), 2, false).fromStart();
    }

    @ParameterizedTest
    @CsvSource({"020 002 000, 5", "020 002 200, 4"})
    void threeCoresOnThreeHosts(String rows, long ticks) {
        new Exploration(ofThreeCores(rows, ticks), 3, false).fromStart();
    }

    /** More cores and hosts than all orders can be gone through for: some orders of many graphs. */
    @Test
    void someOrdersOfRandomGraphs() {
        int mostMessages = 5_000;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Graph graph = randomGraph(random);
            World world = new World(graph, 1 + random.nextInt(graph.size()), random.nextBoolean());
            int messages = 0;
            for (List<Integer> choices = world.choices(); !choices.isEmpty(); choices = world.choices()) {
                world.deliver(choices.get(random.nextInt(choices.size())));
                assertTrue(++messages < mostMessages, "no end in " + graph);
            }
            world.checkEnd(graph);
        }
    }

    private static Graph randomGraph(Random random) {
        int cores = 1 + random.nextInt(5);
        int[][] delays = new int[cores][cores];
        List<List<Long>> events = new ArrayList<>();
        for (int core = 0; core < cores; core++) {
            for (int target = 0; target < cores; target++) {
                delays[core][target] = random.nextBoolean() ? 0 : 1 + random.nextInt(6);
            }
            events.add(random.longs(random.nextInt(3), 0, 20).sorted().boxed().toList());
        }
        return new Graph(delays, random.nextInt(1 << cores), events, 1 + random.nextInt(25));
    }
}
