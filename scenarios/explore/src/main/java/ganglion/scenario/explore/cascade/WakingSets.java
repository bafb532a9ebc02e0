package ganglion.scenario.explore.cascade;

import ganglion.hardware.cascade.ClipWinners;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sets of winners of a small network that may wake: the events, and with them one class after the other that events are taken for. The class
 * whose samples are most often an event comes first. Among the sets that contain the events and wake as often without one, such nested sets, ordered
 * by this likelihood ratio, miss fewest events of the samples that they are chosen by (Neyman and Pearson 1933, <a href="https://doi.org/10.1098/rsta.1933.0009">doi:10.1098/rsta.1933.0009</a>).
 */
final class WakingSets {

    private WakingSets() {}

    /** Samples that were taken for a class. */
    private record Taken(String winner, int events, int all) {

        double share() {
            return (double) events / all;
        }
    }

    /**
     * The sets, each with the events first and larger than the one before it.
     *
     * @param small what the small network decided
     * @param large labels of the same samples
     */
    static List<List<String>> of(ClipWinners small, ClipWinners large, Set<String> events) {
        Map<String, Taken> byWinner = new LinkedHashMap<>();
        for (int i = 0; i < small.size(); i++) {
            String winner = small.winners().get(i);
            int event = events.contains(large.labels().get(i)) ? 1 : 0;
            byWinner.merge(
                    winner,
                    new Taken(winner, event, 1),
                    (one, other) -> new Taken(winner, one.events() + other.events(), one.all() + other.all()));
        }
        List<String> grown = new ArrayList<>(events);
        List<List<String>> sets = new ArrayList<>(List.of(List.copyOf(grown)));
        byWinner.values().stream()
                .filter(taken -> taken.events() > 0 && !taken.winner().isEmpty() && !events.contains(taken.winner()))
                .sorted(Comparator.comparingDouble(Taken::share).reversed().thenComparing(Taken::winner))
                .forEach(taken -> {
                    grown.add(taken.winner());
                    sets.add(List.copyOf(grown));
                });
        return sets;
    }
}
