package ganglion.scenario.cause;

import ganglion.kernel.cause.CausesOfRun;
import ganglion.kernel.cause.LoneNeuron;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.cause.SpikeTimes;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.scenario.cause.CauseNode.SourceShare;
import ganglion.scenario.cause.Origins.InputNeuron;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Answers why a neuron fired in a run, or did not. */
public final class Causes {

    private final Network network;
    private final CausesOfRun run;
    private final long ticks;
    private final Pruning pruning;

    private final KnownParts known;

    /**
     * @param network as it was run
     * @param spikes all spikes of each population, at least up to the tick that is asked for
     * @param ticks how many ticks these are of
     * @param pruning which causes of causes are followed
     */
    public Causes(Network network, List<SpikeRaster> spikes, long ticks, Pruning pruning) {
        this.network = network;
        this.run = new CausesOfRun(network, spikes);
        this.ticks = ticks;
        this.pruning = pruning;
        this.known = new KnownParts(at -> run.at(at.population(), at.neuron(), at.tick()), KnownParts.MOST_EVENTS);
    }

    /** The ticks at which a neuron fired, ascending. */
    public long[] spikesOf(int population, int neuron) {
        return run.spikesOf(population, neuron);
    }

    /** The answer for a neuron and a tick; empty if the potentials of its model are no sums. */
    public Optional<CauseAnswer> explain(SpikeId at) {
        boolean fired = Arrays.binarySearch(spikesOf(at.population(), at.neuron()), at.tick()) >= 0;
        Optional<PotentialParts> parts = parts(at);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        CauseNode root = CauseNode.of(at, 1, parts.get());
        CauseTrail trail = new CauseTrail(network, this::parts, pruning);
        if (fired) {
            trail.follow(root);
        }
        LoneNeuron alone = new LoneNeuron(network, run, at.population(), at.neuron());
        long end = at.tick() + 1;
        boolean repeated = Arrays.equals(
                until(spikesOf(at.population(), at.neuron()), end), alone.spikesWithout(spike -> false, end));
        return Optional.of(new CauseAnswer(
                fired,
                repeated,
                root,
                trail.followed(),
                fired ? Optional.of(trail.origins()) : Optional.empty(),
                fired ? withoutMainSource(root, alone) : Optional.empty()));
    }

    /**
     * Where the spikes of a neuron within some ticks came from, on average; empty if the potentials of its model are no sums.
     *
     * @param from the first tick that counts
     * @param until the tick after the last
     */
    public Optional<Origins<InputNeuron>> origins(int population, int neuron, long from, long until) {
        List<Origins<SpikeId>> found = new ArrayList<>();
        for (long tick : spikesOf(population, neuron)) {
            if (tick < from || tick >= until) {
                continue;
            }
            SpikeId spike = new SpikeId(population, neuron, tick);
            Optional<PotentialParts> parts = parts(spike);
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            CauseTrail trail = new CauseTrail(network, this::parts, pruning);
            trail.follow(CauseNode.of(spike, 1, parts.get()));
            found.add(trail.origins());
        }
        return Optional.of(Origins.mean(found));
    }

    /** The answer by replay, for a model of any kind. */
    public ReplayAnswer replay(SpikeId at) {
        LoneNeuron alone = new LoneNeuron(network, run, at.population(), at.neuron());
        return new CausesByReplay(alone, spikesOf(at.population(), at.neuron())).at(at);
    }

    private Optional<PotentialParts> parts(SpikeId at) {
        return known.of(at);
    }

    private static long[] until(long[] ticks, long end) {
        return Arrays.stream(ticks).filter(tick -> tick < end).toArray();
    }

    private Optional<CauseAnswer.Trial> withoutMainSource(CauseNode root, LoneNeuron alone) {
        if (root.sources().isEmpty() || root.sources().get(0).amount() <= 0) {
            return Optional.empty();
        }
        SourceShare main = root.sources().get(0);
        PotentialParts parts = root.parts();
        long[] without = alone.spikesWithout(main.spike()::equals, ticks);
        OptionalLong next =
                Arrays.stream(without).filter(tick -> tick > parts.tick()).findFirst();
        boolean fires = Arrays.binarySearch(without, parts.tick()) >= 0;
        boolean needed = run.isNeeded(main.spike(), parts);
        return Optional.of(new CauseAnswer.Trial(main.spike(), needed, fires, next));
    }

    /**
     * Answers why a neuron fired whose potential is no sum of its inputs: runs it alone, without one after the other of the spikes that reached it.
     *
     * <p>Looked at are spikes that arrived since the tick after the neuron's spike before, and at most {@value #WINDOW_TICKS} ticks before the
     * moment; of these the {@value #MOST_TRIALS} that were fired last, and of one tick those of the largest weights. They are listed with those
     * first without which the outcome is another, then by how much they change the potential.
     */
    private static final class CausesByReplay {

        /** Ticks up to the moment whose arrivals are looked at. */
        static final long WINDOW_TICKS = 1000;

        /** Spikes that are left out, one by one. */
        static final int MOST_TRIALS = 40;

        private final LoneNeuron alone;
        private final long[] spikes;

        /**
         * @param alone the neuron
         * @param spikes ticks at which it fired in the run, ascending
         */
        CausesByReplay(LoneNeuron alone, long[] spikes) {
            this.alone = alone;
            this.spikes = spikes;
        }

        ReplayAnswer at(SpikeId at) {
            long tick = at.tick();
            int before = SpikeTimes.firstAtOrAfter(spikes, tick);
            boolean fired = before < spikes.length && spikes[before] == tick;
            long from = Math.max(before > 0 ? spikes[before - 1] + 1 : 0, Math.max(0, tick - WINDOW_TICKS + 1));
            LoneNeuron.Course course = alone.without(spike -> false, tick + 1);
            Map<SpikeId, Double> arrived = alone.arriving(from, tick);
            List<ReplayAnswer.LeftOut> trials = new ArrayList<>();
            for (SpikeId left : chosen(arrived)) {
                LoneNeuron.Course without = alone.without(left::equals, tick + 1);
                boolean fires = without.firesAt(tick);
                trials.add(new ReplayAnswer.LeftOut(
                        left, arrived.get(left), fires, fires ? Double.NaN : without.potential()));
            }
            trials.sort(Comparator.comparing((ReplayAnswer.LeftOut trial) -> trial.fires() == fired)
                    .thenComparingDouble(trial -> fired ? reached(trial) : -change(course, trial)));
            return new ReplayAnswer(
                    at,
                    fired,
                    Arrays.equals(course.spikes(), Arrays.copyOf(spikes, fired ? before + 1 : before)),
                    fired ? Double.NaN : course.potential(),
                    from,
                    arrived.size(),
                    trials);
        }

        /** The potential without a spike; 0 if the neuron fires all the same, so that these stay in their order. */
        private static double reached(ReplayAnswer.LeftOut trial) {
            return trial.fires() ? 0 : trial.potential();
        }

        /** How much a spike changes the potential; endless if it changes the outcome. */
        private static double change(LoneNeuron.Course course, ReplayAnswer.LeftOut trial) {
            return trial.fires() ? Double.POSITIVE_INFINITY : Math.abs(course.potential() - trial.potential());
        }

        private static List<SpikeId> chosen(Map<SpikeId, Double> arrived) {
            return arrived.keySet().stream()
                    .sorted(Comparator.comparingLong(SpikeId::tick)
                            .reversed()
                            .thenComparing(spike -> -Math.abs(arrived.get(spike)))
                            .thenComparingInt(SpikeId::population)
                            .thenComparingInt(SpikeId::neuron))
                    .limit(MOST_TRIALS)
                    .toList();
        }
    }

    /**
     * Parts that have been found: a spike may lift many others. Those that were asked for last are kept, up to a number of synaptic events of all
     * together; others are found again. Not thread-safe.
     */
    static final class KnownParts {

        /** They take about 0.1 GB. */
        static final long MOST_EVENTS = 1 << 21;

        private final Function<SpikeId, Optional<PotentialParts>> find;
        private final long mostEvents;
        private final Map<SpikeId, Optional<PotentialParts>> known = new LinkedHashMap<>(16, 0.75f, true);
        private long events;

        /**
         * @param find finds the parts of a potential; empty if it is no sum
         * @param mostEvents synaptic events that are kept, at least those of one potential
         */
        KnownParts(Function<SpikeId, Optional<PotentialParts>> find, long mostEvents) {
            this.find = find;
            this.mostEvents = mostEvents;
        }

        Optional<PotentialParts> of(SpikeId at) {
            Optional<PotentialParts> parts = known.get(at);
            if (parts == null) {
                parts = find.apply(at);
                known.put(at, parts);
                events += size(parts);
                forget();
            }
            return parts;
        }

        private void forget() {
            Iterator<Optional<PotentialParts>> eldest = known.values().iterator();
            while (events > mostEvents && known.size() > 1) {
                events -= size(eldest.next());
                eldest.remove();
            }
        }

        /** Number of events, and one more, so that potentials without any count. */
        private static long size(Optional<PotentialParts> parts) {
            return 1 + parts.map(found -> found.events().size()).orElse(0);
        }

        /** How many potentials are kept. */
        int size() {
            return known.size();
        }
    }
}
