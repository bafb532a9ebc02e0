package ganglion.report.trace;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.TimeModel.AsynchronousEvents;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.cost.TracedRun;
import ganglion.hardware.cost.TracedRun.TickTrace;
import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import ganglion.report.cost.Recosting;
import ganglion.scenario.model.HardwareSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A recorded run on the devices that it is to be traced on. */
public final class TracedDevices {

    /**
     * What a trace holds of a device.
     *
     * @param profile its name
     * @param cores cores that hold neurons
     * @param ticks ticks shown
     * @param messages messages from core to core in these ticks, own core included; none if the times of its cores are not modelled
     * @param longestTickSeconds the longest time that it works on one of the ticks
     * @param lateTicks ticks that take it longer than the scenario's tick
     * @param notTraced why it is not in the trace, in words; empty if it is
     */
    public record Device(
            String profile,
            int cores,
            long ticks,
            long messages,
            double longestTickSeconds,
            long lateTicks,
            List<String> notTraced) {

        static Device leftOut(String profile, List<String> reasons) {
            return new Device(profile, 0, 0, 0, 0, 0, List.copyOf(reasons));
        }
    }

    private record Traced(HardwareProfile profile, TracedRun run) {}

    private final Recosting recorded;
    private final List<Traced> shown = new ArrayList<>();
    private final List<Device> leftOut = new ArrayList<>();

    /**
     * Places the network on each device.
     *
     * @throws InputException if no device can be traced
     */
    public TracedDevices(Recosting recorded) throws InputException {
        this.recorded = recorded;
        recorded.hardware().forEach(this::place);
        if (shown.isEmpty()) {
            throw problem(
                    "--profile",
                    "found no device that can be traced, expected a chip that follows spikes, holds the network and has all times: "
                            + leftOut.stream()
                                    .map(device ->
                                            device.profile() + " (" + String.join(", ", device.notTraced()) + ")")
                                    .collect(Collectors.joining("; ")));
        }
    }

    private void place(HardwareSpec spec) {
        HardwareProfile profile = spec.profile();
        if (profile.cores().execution() != Execution.SPIKING) {
            leftOut.add(Device.leftOut(
                    profile.name(), List.of("compute layers as a whole, so that no core waits for a spike")));
            return;
        }
        TracedRun run = recorded.traced(new CostRequest(profile, spec.options()));
        List<String> problems = run.placed().placement().problems();
        List<String> reasons = problems.isEmpty()
                ? run.unknown().stream()
                        .map(unknown -> "without the " + unknown)
                        .toList()
                : problems;
        if (reasons.isEmpty()) {
            shown.add(new Traced(profile, run));
        } else {
            leftOut.add(Device.leftOut(profile.name(), reasons));
        }
    }

    /**
     * Refuses to replace what is no trace, before anything is computed.
     *
     * @throws IOException saying in one line what is in the way
     */
    public static void check(Path file) throws IOException {
        OwnFile.check(file, TraceEvents.SIGN, "a trace of Ganglion");
    }

    /**
     * Writes the trace; one of that name is replaced.
     *
     * @return each device, those that are left out last
     * @throws InputException if it would hold too many events
     * @throws IOException saying in one line why nothing was written
     */
    public List<Device> write(TracePeriod period, Path file) throws InputException, IOException {
        List<Device> devices = new ArrayList<>();
        try {
            FilePublisher.publish(file, out -> write(period, out, devices));
        } catch (TraceEvents.TooMany e) {
            throw problem(
                    "--until",
                    String.format(
                            Locale.ROOT,
                            "found more than %,d events from tick %d on when tick %d was reached, expected fewer: an earlier end,"
                                    + " or fewer devices by --profile",
                            TraceEvents.MOST_EVENTS,
                            period.from(),
                            e.tick()));
        }
        devices.addAll(leftOut);
        return devices;
    }

    private void write(TracePeriod period, OutputStream out, List<Device> devices) throws IOException {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("scenario", recorded.scenario());
        about.put("fromTick", String.valueOf(period.from()));
        about.put("untilTick", String.valueOf(period.until()));
        try (TraceEvents events = new TraceEvents(out, about, TraceEvents.MOST_EVENTS)) {
            for (Traced device : shown) {
                ChipTracks tracks = new ChipTracks(
                        events,
                        devices.size() + 1,
                        device.run(),
                        period,
                        device.profile().cores().timeModel() instanceof AsynchronousEvents);
                tracks.name(device.profile().name());
                device.run().walk(period.until(), tracks);
                devices.add(tracks.summary(device.profile().name()));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static InputException problem(String option, String message) {
        return new InputException(new Problem(option, 0, "", message));
    }

    /**
     * The tracks of one chip: its ticks, its inputs, and two for each core that holds neurons, one for its neurons and sending and one for its
     * synapses. An arrow goes from the sending of a message to its synapses. Not thread safe.
     */
    private static final class ChipTracks implements TickTrace {

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
            return run.hasAllEnergies()
                    ? "dynamic energy of a tick, pJ"
                    : "dynamic energy of a tick, its known part, pJ";
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

        Device summary(String profile) {
            return new Device(
                    profile,
                    placed.placement().coresUsed(),
                    period.until() - period.from(),
                    messages,
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
                events.slice(
                        device,
                        TICKS,
                        "tick",
                        start,
                        start + (free ? Math.min(seconds, tickSeconds) : seconds),
                        args("tick", tick, "spikes", now.firedCount(), "nanoseconds of work", nanoseconds(seconds)));
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
                events.slice(device, INPUTS, "weighting of numbers", start, start + seconds, Map.of());
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
                events.slice(device, receiving(core), "synapses", at(from), at(until), Map.of("messages", count));
            }
        }

        @Override
        public void waits(int core, double from, double until) {
            part(core, "waits for full links", from, until);
        }

        private void part(int core, String name, double from, double until) {
            if (period.contains(now.tick()) && until > from) {
                events.slice(device, sending(core), name, at(from), at(until), Map.of());
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
            long flow = events.departure(device, sending(from), name, at(leaves), at(left), Map.of("to", "core " + to));
            events.arrival(
                    flow,
                    device,
                    receiving(to),
                    name,
                    at(begins),
                    at(ends),
                    args(
                            "from",
                            from == Placement.OUTSIDE ? "input" : "core " + from,
                            "synapses",
                            placed.fanOut().synapses(message),
                            "nanoseconds since it was sent",
                            nanoseconds(ends - left)));
        }

        /** Three names with their values, in this order. */
        private static Map<String, Object> args(
                String name, Object value, String second, Object other, String third, Object last) {
            Map<String, Object> args = new LinkedHashMap<>();
            args.put(name, value);
            args.put(second, other);
            args.put(third, last);
            return args;
        }

        private static long nanoseconds(double seconds) {
            return Math.round(seconds * NANOSECONDS);
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
}
