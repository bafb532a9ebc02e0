package ganglion.scenario.experiment.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/** Divides a training set into parts, so that no group is in two of them, and classes are spread as evenly as whole groups allow. */
final class Folds {

    private final int count;
    private final Map<String, Integer> foldOfGroup = new HashMap<>();
    private final int[] sizes;

    private Folds(int count) {
        this.count = count;
        this.sizes = new int[count];
    }

    /**
     * The part of each group. Groups with samples of the same classes are shuffled, and dealt one after the other, each to the part
     * that has the fewest of their samples, and of equal ones the fewest samples of all.
     *
     * @param count number of parts
     * @param seed of the shuffling
     * @throws IllegalArgumentException saying what was found and what was expected, if there are fewer groups than parts
     */
    static Map<String, Integer> ofGroups(List<Example> examples, int count, long seed) {
        Map<String, Integer> samples = new TreeMap<>();
        Map<String, Set<String>> labels = new TreeMap<>();
        for (Example example : examples) {
            samples.merge(example.group(), 1, Integer::sum);
            labels.computeIfAbsent(example.group(), group -> new TreeSet<>()).add(example.label());
        }
        if (samples.size() < count) {
            throw new IllegalArgumentException("found " + samples.size() + " groups of samples, expected at least "
                    + count + ", one for each part of a cross-validation");
        }
        Map<String, List<String>> alike = new TreeMap<>();
        labels.forEach((group, own) ->
                alike.computeIfAbsent(own.toString(), key -> new ArrayList<>()).add(group));
        Folds folds = new Folds(count);
        Random random = new Random(new SplittableRandom(seed).nextLong());
        for (List<String> groups : alike.values()) {
            Collections.shuffle(groups, random);
            folds.deal(groups, samples);
        }
        return folds.foldOfGroup;
    }

    private void deal(List<String> groups, Map<String, Integer> samples) {
        int[] own = new int[count];
        for (String group : groups) {
            int best = 0;
            for (int fold = 1; fold < count; fold++) {
                if (own[fold] < own[best] || own[fold] == own[best] && sizes[fold] < sizes[best]) {
                    best = fold;
                }
            }
            foldOfGroup.put(group, best);
            own[best] += samples.get(group);
            sizes[best] += samples.get(group);
        }
    }
}
