package ganglion.scenario.explore.trial;

import ganglion.learning.sample.Sample.SampleInput;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.Examples;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sample that a decision is costed on.
 *
 * @param file the recording
 * @param label its class
 * @param input its spikes, where it is no sound that the scenario hears itself
 */
record CostedClip(Path file, String label, Optional<SampleInput> input) {

    /**
     * The first samples of each class, of the classes in turn.
     *
     * @param examples in their order
     * @param samples the same, read
     * @param most number of samples at most
     * @param fromSound whether scenarios hear them by themselves
     */
    static List<CostedClip> choose(List<Example> examples, Examples samples, int most, boolean fromSound) {
        Map<String, Deque<CostedClip>> byClass = new LinkedHashMap<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            Optional<SampleInput> input = fromSound
                    ? Optional.empty()
                    : Optional.of(samples.sample(i, 0).input());
            byClass.computeIfAbsent(example.label(), any -> new ArrayDeque<>())
                    .add(new CostedClip(example.file(), example.label(), input));
        }
        List<CostedClip> chosen = new ArrayList<>();
        while (chosen.size() < most && byClass.values().stream().anyMatch(left -> !left.isEmpty())) {
            for (Deque<CostedClip> left : byClass.values()) {
                if (!left.isEmpty() && chosen.size() < most) {
                    chosen.add(left.poll());
                }
            }
        }
        return chosen;
    }
}
