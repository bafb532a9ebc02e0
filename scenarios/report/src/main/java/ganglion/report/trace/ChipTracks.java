package ganglion.report.trace;

import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.cost.TracedRun;
import ganglion.hardware.cost.TracedRun.TickTrace;
import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import java.util.Arrays;
import java.util.List;

/**
 * The tracks of one chip: its ticks, its inputs, and two for each core that holds neurons, one for its neurons and sending and one for its
 * synapses. An arrow goes from the sending of a message to its synapses. Not thread safe.
 */
final class ChipTracks implements TickTrace {

    private static final int TICKS = 1;
    private static final int INPUTS = 2;
    private static final int FIRST_CORE = 10;
    private static final double NANOSECONDS = 1e9;
    private static final double PICOJOULES = 1e12;

    private final TraceEvents events;
    private final int device;
    private final PlacedNetwork placed;
    private final TracePeriod period;
    private final double tickSeconds;
    private final boolean free;
    private final String energyName;
    private final int[] firstMessage;
    private PlacedTick now;
    private double start;
    private double offset;
    private long late;
    private long messages;
    private double longest;
    private double spikes = Double.NaN;
    private double energy = Double.NaN;

    /**
     * @param device number of the chip in the trace
     * @param run the network on the chip
     * @param free whether ticks begin by that clock, whatever the chip still has to do
     */
    ChipTracks(TraceEvents events, int device, TracedRun run, TracePeriod period, boolean free) {
        this.events = events;
        this.device = device;
        this.placed = run.placed();
        this.period = period;
        this.tickSeconds = run.chipTickSeconds();
        this.free = free;
        this.energyName = energyName(run);
        FanOut fanOut = placed.fanOut();
        this.firstMessage = new int[fanOut.neurons()];
        for (int neuron = 0; neuron < firstMessage.length; neuron++) {
            firstMessage[neuron] = fanOut.first(neuron);
        }
    }

    private static String energyName(TracedRun run) {
        if (!run.hasEnergies()) {
            return "";
        }
        return run.hasAllEnergies() ? "dynamic energy of a tick, pJ" : "dynamic energy of a tick, its known part, pJ";
    }

    /** Names the tracks. */
    void name(String profile) {
        events.process(device, profile);
        events.track(device, TICKS, "ticks");
        events.track(device, INPUTS, "inputs");
        Placement placement = placed.placement();
        for (int core = 0; core < placement.cores().size(); core++) {
            if (!placement.cores().get(core).isEmpty()) {
                events.track(device, sending(core), "core " + core + ": neurons");
                events.track(device, receiving(core), "core " + core + ": synapses");
            }
        }
    }

    TracedDevice summary(String profile) {
        return new TracedDevice(
                profile,
                placed.placement().coresUsed(),
                period.until() - period.from(),
                messages,
                messages > 0,
                longest,
                late,
                List.of());
    }

    @Override
    public void begins(PlacedTick tick) {
        now = tick;
        events.reached(tick.tick());
        offset = 0;
        if (free) {
            start = tick.tick() * tickSeconds;
        }
    }

    @Override
    public void ends(double joules, double seconds) {
        long tick = now.tick();
        if (period.contains(tick)) {
            // The queues of a free-running chip reach into later ticks, whose slices begin meanwhile.
            events.slice(device, TICKS, "tick", start, start + (free ? Math.min(seconds, tickSeconds) : seconds));
            events.number("tick", tick);
            events.number("spikes", now.firedCount());
            events.number("nanoseconds of work", Math.round(seconds * NANOSECONDS));
            events.end();
            count(now.firedCount(), joules * PICOJOULES);
            longest = Math.max(longest, seconds);
            late += seconds > tickSeconds ? 1 : 0;
        }
        if (!free) {
            start += Math.max(seconds, tickSeconds);
        }
    }

    private void count(int fired, double picojoules) {
        if (fired != spikes) {
            events.counter(device, "spikes of a tick", start, fired);
            spikes = fired;
        }
        if (picojoules != energy && !energyName.isEmpty()) {
            events.counter(device, energyName, start, picojoules);
            energy = picojoules;
        }
    }

    @Override
    public void numbers(double seconds) {
        if (period.contains(now.tick())) {
            events.slice(device, INPUTS, "weighting of numbers", start, start + seconds);
            events.end();
        }
        offset = seconds;
    }

    @Override
    public void works(int core, double from, double until) {
        part(core, "neurons", from, until);
    }

    @Override
    public void receives(int core, int count, double from, double until) {
        if (period.contains(now.tick()) && count > 0) {
            messages += count;
            events.slice(device, receiving(core), "synapses", at(from), at(until));
            events.number("messages", count);
            events.end();
        }
    }

    @Override
    public void waits(int core, double from, double until) {
        part(core, "waits for full links", from, until);
    }

    private void part(int core, String name, double from, double until) {
        if (period.contains(now.tick()) && until > from) {
            events.slice(device, sending(core), name, at(from), at(until));
            events.end();
        }
    }

    @Override
    public void message(int message, double leaves, double left, double begins, double ends) {
        if (!period.contains(now.tick())) {
            return;
        }
        messages++;
        int neuron = neuronOf(message);
        String name = name(neuron);
        int from = placed.placement().coreOfNeuron()[neuron];
        int to = placed.fanOut().core(message);
        long flow = events.newFlow();
        events.slice(device, sending(from), name, at(leaves), at(left));
        events.text("to", "core " + to);
        events.end(flow, true);
        events.slice(device, receiving(to), name, at(begins), at(ends));
        events.text("from", from == Placement.OUTSIDE ? "input" : "core " + from);
        events.number("synapses", placed.fanOut().synapses(message));
        events.number("nanoseconds since it was sent", Math.round((ends - left) * NANOSECONDS));
        events.end(flow, false);
    }

    private double at(double seconds) {
        return start + offset + seconds;
    }

    private static int sending(int core) {
        return core == Placement.OUTSIDE ? INPUTS : FIRST_CORE + 2 * core;
    }

    private static int receiving(int core) {
        return FIRST_CORE + 2 * core + 1;
    }

    /** The last neuron whose messages begin at or before this one, and which has any. */
    private int neuronOf(int message) {
        int found = Arrays.binarySearch(firstMessage, message);
        int neuron = found >= 0 ? found : -found - 2;
        while (placed.fanOut().first(neuron + 1) <= message) {
            neuron++;
        }
        return neuron;
    }

    private String name(int neuron) {
        int population = placed.network().populationOf(neuron);
        return placed.network().populations().get(population).name() + "/"
                + (neuron - placed.network().firstNeuron(population));
    }
}
