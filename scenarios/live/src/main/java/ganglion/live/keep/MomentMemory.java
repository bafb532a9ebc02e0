package ganglion.live.keep;

import ganglion.cochlea.adjust.EarChange;
import ganglion.cochlea.adjust.EarSetting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The last stretch of a session, in constant memory. Thread safe. */
final class MomentMemory {

    private final int mostTicks;
    private final Deque<HeardTick> ticks = new ArrayDeque<>();
    private final Deque<EarChange> changes = new ArrayDeque<>();
    /** The settings of the ear before the oldest tick that is remembered, where they are not neutral. */
    private final Map<EarSetting, Double> before = new EnumMap<>(EarSetting.class);

    /** @param mostTicks how many are remembered, at least 1 */
    MomentMemory(int mostTicks) {
        this.mostTicks = mostTicks;
    }

    /** Remembers a tick, and forgets the oldest if there are too many. */
    synchronized void take(HeardTick tick) {
        ticks.addLast(tick);
        if (ticks.size() > mostTicks) {
            ticks.removeFirst();
            long oldest = ticks.getFirst().tick();
            while (!changes.isEmpty() && changes.getFirst().tick() < oldest) {
                EarChange change = changes.removeFirst();
                before.put(change.setting(), change.value());
            }
        }
    }

    /** Remembers a change of the ear. */
    synchronized void take(EarChange change) {
        changes.addLast(change);
    }

    /** The first tick that is remembered; that of the next one if there is none. */
    synchronized long oldest() {
        return ticks.isEmpty() ? 0 : ticks.getFirst().tick();
    }

    /** The first tick that is not complete. */
    synchronized long end() {
        return ticks.isEmpty() ? 0 : ticks.getLast().tick() + 1;
    }

    /** The ticks of a stretch, as far as they are remembered. */
    synchronized List<HeardTick> ticks(long from, long until) {
        return ticks.stream()
                .filter(tick -> tick.tick() >= from && tick.tick() < until)
                .toList();
    }

    /**
     * A stretch with what led up to it, all of one moment.
     *
     * @param lead most ticks before the stretch
     * @throws IllegalArgumentException if the stretch is not within the ticks that may be kept
     */
    synchronized Moment moment(String name, long from, long until, long lead) {
        long first = Math.max(oldest(), end() - (mostTicks - lead));
        if (from < first || until > end()) {
            throw new IllegalArgumentException("found a stretch from tick " + from + " to " + until
                    + ", expected one within what is remembered, from tick " + first + " to " + end());
        }
        long start = Math.max(oldest(), from - lead);
        return new Moment(name, from, until, ticks(start, until), changes(start, until));
    }

    /**
     * The changes of a stretch, in order, counted from its start: those that still hold at its start come at its first tick.
     *
     * @param from not before {@link #oldest}
     */
    synchronized List<EarChange> changes(long from, long until) {
        Map<EarSetting, Double> atStart = new EnumMap<>(before);
        List<EarChange> within = new ArrayList<>();
        for (EarChange change : changes) {
            if (change.tick() <= from) {
                atStart.put(change.setting(), change.value());
            } else if (change.tick() < until) {
                within.add(new EarChange(change.tick() - from, change.setting(), change.value()));
            }
        }
        List<EarChange> all = new ArrayList<>();
        atStart.forEach((setting, value) -> {
            if (value != setting.neutral()) {
                all.add(new EarChange(0, setting, value));
            }
        });
        all.addAll(within);
        return all;
    }

    /**
     * What is remembered of a tick. The arrays are never written again.
     *
     * @param tick which one
     * @param heard samples as the ear heard them, after gain and noise, at its sample rate
     * @param spikes numbers of the neurons that fired, ascending, counted through all populations
     * @param winner index of the class that was decided for, or -1 for nothing
     */
    record HeardTick(long tick, double[] heard, int[] spikes, int winner) {}

    /**
     * A stretch of a session, with what led up to it.
     *
     * @param name of the scenario that it becomes
     * @param fromTick its first tick in the session
     * @param untilTick the tick after its last
     * @param ticks the stretch and the ticks before it that belong to it
     * @param changes of the ear, counted from the first of those ticks
     */
    record Moment(String name, long fromTick, long untilTick, List<HeardTick> ticks, List<EarChange> changes) {

        /** The first tick that is kept. */
        long start() {
            return ticks.get(0).tick();
        }

        /** Ticks before the stretch, in which the network comes into the state that it had. */
        long leadTicks() {
            return fromTick - start();
        }

        /** The changes that the kept sound does not hold already: it is what the ear heard, after gain and noise. */
        List<EarChange> changesOfEar() {
            return changes.stream()
                    .filter(change -> change.setting() != EarSetting.GAIN && change.setting() != EarSetting.NOISE)
                    .toList();
        }
    }
}
