package ganglion.live.session;

import ganglion.cochlea.adjust.EarChange;
import ganglion.cochlea.adjust.EarSetting;
import ganglion.live.event.Adjustment;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.TickChanges;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is changed in an ear while it hears. Changes are asked for by any thread, come with the next tick, and are kept with it. Of several changes of a setting within a
 * tick the last one comes.
 */
final class ChangeLog implements TickChanges {

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
