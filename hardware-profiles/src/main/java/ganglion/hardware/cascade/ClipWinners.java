package ganglion.hardware.cascade;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a network decided of labelled clips. */
public final class ClipWinners {

    private final List<String> labels;
    private final List<String> winners;
    private final Map<String, BitSet> ofLabel = new HashMap<>();
    private final Map<String, BitSet> ofWinner = new HashMap<>();
    private final BitSet right = new BitSet();

    /**
     * Decisions.
     *
     * @param labels the class of each clip, as the network knows it
     * @param winners the class that the network took it for; empty where it decided nothing
     * @throws IllegalArgumentException if there are not as many of both
     */
    public ClipWinners(List<String> labels, List<String> winners) {
        if (labels.size() != winners.size()) {
            throw new IllegalArgumentException(
                    "found " + winners.size() + " winners, expected one of each of " + labels.size() + " clips");
        }
        this.labels = List.copyOf(labels);
        this.winners = List.copyOf(winners);
        for (int i = 0; i < labels.size(); i++) {
            ofLabel.computeIfAbsent(labels.get(i), any -> new BitSet()).set(i);
            ofWinner.computeIfAbsent(winners.get(i), any -> new BitSet()).set(i);
            right.set(i, labels.get(i).equals(winners.get(i)));
        }
    }

    /** The class of each clip. */
    public List<String> labels() {
        return labels;
    }

    /** The winner of each clip. */
    public List<String> winners() {
        return winners;
    }

    /** Number of clips. */
    public int size() {
        return labels.size();
    }

    /** Clips of some classes. */
    BitSet labelled(Set<String> classes) {
        return union(ofLabel, classes);
    }

    /** Clips that were taken for one of some classes. */
    BitSet takenFor(Set<String> classes) {
        return union(ofWinner, classes);
    }

    /** Clips whose class was named. */
    BitSet right() {
        return (BitSet) right.clone();
    }

    private static BitSet union(Map<String, BitSet> byClass, Set<String> classes) {
        BitSet all = new BitSet();
        for (String name : classes) {
            BitSet own = byClass.get(name);
            if (own != null) {
                all.or(own);
            }
        }
        return all;
    }
}
