package ganglion.scenario.future;

import ganglion.kernel.random.CounterRandom;
import ganglion.scenario.result.Clip;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The other endings that a clip of a run may have: from a moment on, each of the other clips in its place, and silence. They are drawn without
 * one coming twice before all have come.
 */
final class Endings {

    private final DecidedClip decided;
    private final List<Clip> others;
    private final Set<String> players;

    /** Numbers of the endings in the order in which they are drawn; the last number is silence. */
    private final int[] order;

    /**
     * @param clips all of the run
     * @param random of the decision
     */
    Endings(DecidedClip decided, List<Clip> clips, CounterRandom random) {
        this.decided = decided;
        this.others = clips.stream()
                .filter(clip -> decided.clip()
                        .filter(own -> clip.input().equals(own.input()) && clip.fromTick() != own.fromTick())
                        .isPresent())
                .toList();
        this.players = clips.stream().map(Clip::input).collect(Collectors.toSet());
        this.order = shuffled(others.size() + 1, random);
    }

    private static int[] shuffled(int size, CounterRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.below(i, i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** How many there are. */
    int count() {
        return order.length;
    }

    /**
     * Where an input's spikes come from in a future with another ending. Inputs without clips go on as in the run, unless the run is decided as
     * a whole.
     *
     * @param future its number among those that start at the same moment
     * @param input name of the population
     */
    Ending of(int future, String input) {
        long end = decided.decision().untilTick();
        if (decided.clip().isEmpty()) {
            return Ending.silence(end);
        }
        if (!players.contains(input)) {
            return Ending.own(end);
        }
        Clip own = decided.clip().get();
        int number = order[future % order.length];
        if (number == others.size()) {
            return Ending.silence(end);
        }
        Clip other = others.get(number);
        return new Ending(own.fromTick() - other.fromTick(), other.untilTick(), Math.min(end, own.untilTick()));
    }
}
