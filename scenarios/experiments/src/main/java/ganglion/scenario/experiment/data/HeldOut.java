package ganglion.scenario.experiment.data;

import ganglion.scenario.experiment.ExperimentData.HoldOut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A training set, split in two parts.
 *
 * @param kept the part to learn from
 * @param heldOut the part for validation
 */
public record HeldOut(List<Example> kept, List<Example> heldOut) {

    /** Takes copies of the lists. */
    public HeldOut {
        kept = List.copyOf(kept);
        heldOut = List.copyOf(heldOut);
    }

    /**
     * Splits a training set so that the classes are spread over both parts as evenly as whole groups allow: of the groups that
     * have samples of the same classes, the same share is held out, and at least one of all.
     *
     * @throws IllegalArgumentException saying what was found and what was expected, if a group does not exist, or nothing would be
     *     left
     */
    public static HeldOut of(List<Example> examples, HoldOut rule) {
        Set<String> chosen = rule.groups().isEmpty() ? byChance(examples, rule) : named(examples, rule.groups());
        Map<Boolean, List<Example>> parts =
                examples.stream().collect(Collectors.partitioningBy(example -> chosen.contains(group(example, rule))));
        if (parts.get(false).isEmpty()) {
            throw new IllegalArgumentException(
                    "found no sample that is not held out, expected some to learn from; there are "
                            + examples.size() + " samples in "
                            + examples.stream().map(Example::group).distinct().count() + " groups");
        }
        return new HeldOut(parts.get(false), parts.get(true));
    }

    private static String group(Example example, HoldOut rule) {
        return rule.byGroup() || !rule.groups().isEmpty()
                ? example.group()
                : example.label() + "/" + example.file() + "/" + example.name();
    }

    private static Set<String> named(List<Example> examples, List<String> groups) {
        Set<String> known = examples.stream().map(Example::group).collect(Collectors.toCollection(TreeSet::new));
        for (String group : groups) {
            if (!known.contains(group)) {
                throw new IllegalArgumentException("found the group \"" + group + "\", which no sample belongs to");
            }
        }
        return Set.copyOf(groups);
    }

    private static Set<String> byChance(List<Example> examples, HoldOut rule) {
        Map<String, Set<String>> labelsOfGroup = new TreeMap<>();
        examples.forEach(example -> labelsOfGroup
                .computeIfAbsent(group(example, rule), group -> new TreeSet<>())
                .add(example.label()));
        Map<String, List<String>> alike = new TreeMap<>();
        labelsOfGroup.forEach((group, labels) -> alike.computeIfAbsent(labels.toString(), key -> new ArrayList<>())
                .add(group));
        Random random = new Random(new SplittableRandom(rule.seed()).nextLong());
        Set<String> chosen = new TreeSet<>();
        for (List<String> groups : alike.values()) {
            Collections.shuffle(groups, random);
            chosen.addAll(groups.subList(0, (int) Math.round(rule.share() * groups.size())));
        }
        if (chosen.isEmpty()) {
            chosen.add(alike.values().iterator().next().get(0));
        }
        return chosen;
    }
}
