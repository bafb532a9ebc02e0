package ganglion.live.session;

import ganglion.cochlea.adjust.EarChange;
import ganglion.cochlea.adjust.EarSetting;
import ganglion.documents.InputException;
import ganglion.kernel.network.Network;
import ganglion.live.event.LiveEvent.Adjustment;
import ganglion.live.event.LiveEvent.LiveChange;
import ganglion.live.event.LiveEvent.LiveDecision;
import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.event.LiveEvent.LiveWatch;
import ganglion.live.event.LiveEvent.PopulationShape;
import ganglion.live.keep.MomentKeeper;
import ganglion.live.run.LiveRun;
import ganglion.live.run.LiveRun.TickChanges;
import ganglion.live.run.LiveRun.TickFeed;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.LiveTick;
import ganglion.live.run.TickDecider;
import ganglion.live.session.LiveSession.Watchers;
import ganglion.live.session.SecondFigures.ProcessorLoad;
import ganglion.live.session.SessionResult.StretchResult;
import ganglion.live.session.SessionResult.StretchResult.ClassTime;
import ganglion.live.session.SessionResult.StretchResult.PopulationSpikes;
import ganglion.live.source.TickQueue;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.Scenario;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The part of a session in which one scenario hears. Everything is told in the thread that runs it. */
final class LiveStretch {

    private final SessionPlan plan;
    private final LiveScenario live;
    private final LiveRun run;
    private final Network network;
    private final Watchers watchers;
    private final ChangeLog changes;
    private final TickDecider decider;
    private final LatencyMeter latency;
    private final ProcessorLoad load = new ProcessorLoad();
    private final RateMeter rates;
    private final SecondFigures figures;
    private final long[] spikes;
    private final long[] ticksByClass;
    private volatile int[] wanted = {};
    private int[] watched = wanted;
    private Optional<MomentKeeper> keeper = Optional.empty();
    private int winner = -1;
    private long decisions;
    /** When it was ready for the next tick. */
    private long asked;

    private long ticks;

    LiveStretch(SessionPlan plan, LiveRun run, Watchers watchers, Losses losses) throws InputException {
        this.plan = plan;
        this.live = plan.scenario();
        this.run = run;
        this.network = run.network();
        this.watchers = watchers;
        this.changes = new ChangeLog(live, this::changed);
        this.decider = new TickDecider(live, network);
        double tickSeconds = live.scenario().clock().tickSeconds();
        this.latency = new LatencyMeter(
                (long) (tickSeconds / plan.sound().speed() * 1e9), !plan.sound().goesOn());
        this.rates = new RateMeter(network, tickSeconds, behindNumbers());
        this.figures = new SecondFigures(
                live,
                run,
                rates,
                latency,
                load,
                losses,
                watchers,
                new EnergyMeter(live, network),
                plan.sound().speed());
        this.spikes = new long[network.populations().size()];
        this.ticksByClass = new long[live.classes().size()];
    }

    private Set<String> behindNumbers() {
        if (!run.input().injectsCurrents()) {
            return Set.of();
        }
        return live.scenario().projections().stream()
                .filter(projection -> projection.from().equals(live.ear().name()))
                .map(ProjectionSpec::to)
                .collect(Collectors.toSet());
    }

    private void changed(EarChange change) {
        keeper.ifPresent(remembers -> remembers.take(change));
        watchers.tell(new LiveChange(change.tick(), change.setting().word(), change.value()));
    }

    /** Remembers from now on what is needed to keep moments in a folder. To be called before it runs. */
    void keepIn(Path folder) {
        keeper = Optional.of(new MomentKeeper(live, folder, plan.settings()));
    }

    /** What keeps moments; empty if nothing does. */
    Optional<MomentKeeper> keeper() {
        return keeper;
    }

    /** Ends what keeps, and waits until it is written, but not for ever. */
    void closeFiles() {
        keeper.ifPresent(MomentKeeper::close);
    }

    /** What can be changed in the ear. */
    ChangeLog changes() {
        return changes;
    }

    /** Chooses the neurons whose potentials are shown. */
    void watch(int[] neurons) {
        wanted = neurons;
    }

    private LiveStart start() {
        Scenario scenario = live.scenario();
        List<PopulationShape> populations = network.populations().stream()
                .map(population -> new PopulationShape(
                        population.name(),
                        population.size(),
                        population.name().equals(live.ear().name())))
                .toList();
        return new LiveStart(
                0,
                scenario.name(),
                scenario.description(),
                plan.sound().title(),
                scenario.clock().tickSeconds(),
                live.ear().cochlea().sampleRateHertz(),
                live.bandHertz(),
                populations,
                live.classes(),
                live.devices().stream().map(spec -> spec.profile().name()).toList(),
                changes.adjustments());
    }

    /** Runs until the feed ends. */
    StretchResult run(TickQueue queue, TickFeed feed) {
        watchers.tell(start());
        load.sinceLast();
        asked = plan.clock().nanoseconds();
        try (figures) {
            run.run(feed, changes, tick -> ticked(tick, queue));
            figures.finish(ticks);
        }
        return result();
    }

    private void ticked(LiveTick tick, TickQueue queue) {
        ticks = tick.number() + 1;
        float confidence = decide(tick, queue);
        for (int i = 0; i < tick.count(); i++) {
            spikes[tick.population(i)]++;
        }
        if (watched != wanted) {
            watched = wanted;
            watchers.tell(
                    new LiveWatch(tick.number(), Arrays.stream(watched).boxed().toList()));
        }
        keeper.ifPresent(remembers -> remembers.take(tick, winner));
        watchers.tell(frame(tick, confidence));
        figures.take(tick);
        asked = plan.clock().nanoseconds();
    }

    /** Takes the decision of a tick, and gives its confidence. */
    private float decide(LiveTick tick, TickQueue queue) {
        int before = winner;
        decider.take(tick);
        winner = decider.winner();
        if (winner >= 0) {
            ticksByClass[winner]++;
        }
        double confidence = decider.confidence();
        long now = plan.clock().nanoseconds();
        long took = latency.decided(queue.arrival(), queue.nextArrival(), asked, now);
        if (winner != before) {
            decisions++;
            String label = winner < 0 ? "" : live.classes().get(winner);
            watchers.tell(new LiveDecision(tick.number(), winner, label, confidence, took));
        }
        return (float) confidence;
    }

    private LiveFrame frame(LiveTick tick, float confidence) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double sample : tick.heard()) {
            lowest = Math.min(lowest, sample);
            highest = Math.max(highest, sample);
        }
        double[] drive = tick.drive();
        float[] bands = new float[drive.length];
        for (int band = 0; band < bands.length; band++) {
            bands[band] = (float) drive[band];
        }
        return new LiveFrame(
                tick.number(),
                (float) lowest,
                (float) highest,
                bands,
                tick.neurons(),
                potentials(tick),
                winner,
                confidence);
    }

    private float[] potentials(LiveTick tick) {
        float[] potentials = new float[watched.length];
        int read = -1;
        double[] ofPopulation = {};
        for (int i = 0; i < watched.length; i++) {
            int population = network.populationOf(watched[i]);
            if (population != read) {
                ofPopulation = tick.potentials(population);
                read = population;
            }
            potentials[i] = (float) ofPopulation[watched[i] - network.firstNeuron(population)];
        }
        return potentials;
    }

    private StretchResult result() {
        double tickSeconds = live.scenario().clock().tickSeconds();
        return new StretchResult(
                live,
                ticks,
                IntStream.range(0, spikes.length)
                        .mapToObj(p -> new PopulationSpikes(
                                network.populations().get(p).name(), spikes[p]))
                        .toList(),
                decisions,
                IntStream.range(0, ticksByClass.length)
                        .mapToObj(c -> new ClassTime(live.classes().get(c), ticksByClass[c] * tickSeconds))
                        .toList(),
                changes.all(),
                latency.figures(),
                latency.histogram());
    }

    /**
     * What is changed in an ear while it hears. Changes are asked for by any thread, come with the next tick, and are kept with it. Of several changes of a setting within a
     * tick the last one comes.
     */
    static final class ChangeLog implements TickChanges {

        /** Some 30 MB. */
        private static final int MOST_CHANGES = 1_000_000;

        private final List<EarSetting> settings;
        private final Consumer<EarChange> made;
        private final Map<EarSetting, Double> asked = new EnumMap<>(EarSetting.class);
        private final List<EarChange> log = new ArrayList<>();
        /** Those that the scenario itself asks for, and that have not come yet. */
        private final Deque<EarChange> scheduled;

        /** @param made is told of each change when it comes, by the thread that runs the session */
        ChangeLog(LiveScenario live, Consumer<EarChange> made) {
            this.settings = EarSetting.of(live.ear().cochlea());
            this.made = made;
            this.scheduled = new ArrayDeque<>(live.ear().adjustments().changes().stream()
                    .sorted(Comparator.comparingLong(EarChange::tick))
                    .toList());
        }

        /** What can be changed, at the start. */
        List<Adjustment> adjustments() {
            return settings.stream()
                    .map(setting -> new Adjustment(
                            setting.word(),
                            setting.title(),
                            setting.unit(),
                            setting.least(),
                            setting.most(),
                            setting.step(),
                            setting.neutral()))
                    .toList();
        }

        /** Asks for a change. */
        synchronized void ask(String name, double value) {
            EarSetting setting = EarSetting.named(name)
                    .filter(settings::contains)
                    .orElseThrow(() -> new IllegalArgumentException("found '" + name + "', expected one of "
                            + settings.stream().map(EarSetting::word).toList()));
            setting.check(value);
            if (log.size() >= MOST_CHANGES) {
                throw new IllegalArgumentException(
                        "found more than " + MOST_CHANGES + " changes, expected another session for more");
            }
            asked.put(setting, value);
        }

        @Override
        public synchronized List<EarChange> at(long tick) {
            if (asked.isEmpty() && (scheduled.isEmpty() || scheduled.getFirst().tick() > tick)) {
                return List.of();
            }
            List<EarChange> changes = new ArrayList<>();
            while (!scheduled.isEmpty() && scheduled.getFirst().tick() <= tick) {
                changes.add(scheduled.removeFirst());
            }
            asked.forEach((setting, value) -> changes.add(new EarChange(tick, setting, value)));
            asked.clear();
            log.addAll(changes);
            changes.forEach(made);
            return changes;
        }

        /** All changes so far. */
        synchronized List<EarChange> all() {
            return List.copyOf(log);
        }
    }
}
