package ganglion.scenario.explore.cascade;

import ganglion.scenario.explore.cascade.FoundCascade.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every two networks as cascades, with every set of winners that may wake, in validation. */
final class CascadePairs {

    private final CascadeWish wish;
    private final Set<String> events;
    private final List<Pair> all = new ArrayList<>();
    private final Map<String, Slow> slow = new LinkedHashMap<>();

    /**
     * A cascade in validation.
     *
     * @param small the small network
     * @param large the large one
     * @param waking winners that wake
     * @param right events that both name right
     * @param alarms other samples that both take for an event
     * @param measured what it takes
     */
    record Pair(CascadeStage small, CascadeStage large, List<String> waking, int right, int alarms, Energy measured) {

        Offer offer(double eventsPerHour) {
            return new Offer(right, alarms, measured.at(eventsPerHour));
        }

        boolean savesAt(double eventsPerHour) {
            return measured.at(eventsPerHour) < large.validation().joulesPerHour();
        }
    }

    /** Two networks that have no time for a decision each on one device, and in how many ways networks there have none: two for every two. */
    private record Slow(String one, String other, int ways) {

        String text(String device) {
            int more = ways / 2 - 1;
            return one + " and " + other + " on " + device + ": both together work longer than a window"
                    + (more == 0 ? "" : "; so do " + more + " more pairs there");
        }
    }

    /** The energy of an hour at a rate of the event. */
    interface Energy {

        double at(double eventsPerHour);
    }

    CascadePairs(CascadeWish wish, List<CascadeStage> networks) {
        this.wish = wish;
        this.events = new LinkedHashSet<>(wish.events());
        for (CascadeStage small : networks) {
            // All networks decided the same samples, with the same labels but for those of detectors.
            List<List<String>> sets = small.detector()
                    ? List.of(small.events(wish.events()))
                    : WakingSets.of(
                            small.validation().decided(), small.validation().decided(), events);
            for (CascadeStage large : networks) {
                if (small != large && !large.detector()) {
                    join(small, large, sets);
                }
            }
        }
    }

    List<Pair> all() {
        return all;
    }

    /** Pairs that are left out, each with the reason. */
    List<String> left() {
        return slow.entrySet().stream()
                .map(each -> each.getValue().text(each.getKey()))
                .toList();
    }

    private void join(CascadeStage small, CascadeStage large, List<List<String>> sets) {
        for (List<String> waking : sets) {
            Measured measured = measured(small.validation(), large.validation(), waking);
            if (!measured.energy().keepsPace()) {
                slow.merge(
                        small.profile(),
                        new Slow(small.name(), large.name(), 1),
                        (first, other) -> new Slow(first.one(), first.other(), first.ways() + 1));
                return;
            }
            all.add(new Pair(
                    small,
                    large,
                    waking,
                    measured.joint().rightTogether().count(),
                    measured.joint().alarmsTogether().count(),
                    measured.energy()::perHour));
        }
    }

    private Measured measured(StageFigures small, StageFigures large, List<String> waking) {
        return Measured.of(small, large, events, Set.copyOf(waking), wish.handoverJoules());
    }

    /** The same cascade with what it does on what counts in the end. */
    FoundCascade found(Pair pair) {
        return new FoundCascade(
                pair.small(),
                pair.large(),
                pair.waking(),
                measured(pair.small().validation(), pair.large().validation(), pair.waking()),
                measured(pair.small().held(), pair.large().held(), pair.waking()));
    }
}
