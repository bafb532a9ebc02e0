package ganglion.learning.eventprop.grid;

import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.forward.EventRun;
import ganglion.learning.rule.RuleClassifier;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.scenario.result.Decision;
import java.util.List;

/**
 * A network that learned in continuous time, as a classifier on a grid of ticks, where it decides as the simulator does. Of equal scores
 * the lower number wins, as in scenarios.
 *
 * @param network what has learned
 * @param ticksPerStep ticks to a step of the samples, at least 1
 * @param classes names of the classes, by number
 */
public record EventClassifier(EventNetwork network, int ticksPerStep, List<String> classes) implements RuleClassifier {

    /** @throws IllegalArgumentException if there is no tick to a step, or not a name for each class */
    public EventClassifier {
        classes = List.copyOf(classes);
        if (ticksPerStep < 1) {
            throw new IllegalArgumentException(ticksPerStep + " ticks to a step, expected 1 or more");
        }
        if (classes.size() != network.outputs()) {
            throw new IllegalArgumentException(
                    classes.size() + " names of classes for " + network.outputs() + " outputs, expected one for each");
        }
    }

    @Override
    public int inputs() {
        return network.inputs();
    }

    /**
     * What the network does for a sample, on ticks.
     *
     * @throws IllegalArgumentException if the sample holds numbers, or has another number of inputs
     */
    public TickRun run(SampleInput input) {
        return TickRun.of(network, ticksPerStep, spikes(input), input.steps());
    }

    /**
     * What the network does for a sample in continuous time.
     *
     * @throws IllegalArgumentException as {@link #run}
     */
    public EventRun runInTime(SampleInput input) {
        return EventRun.of(network, spikes(input), input.steps());
    }

    private TimedSpikes spikes(SampleInput input) {
        if (input instanceof SpikeInput spikes && spikes.size() == inputs()) {
            return TimedSpikes.of(spikes);
        }
        throw new IllegalArgumentException("a sample of " + input.size()
                + (input instanceof SpikeInput ? " channels" : " numbers") + ", expected " + inputs()
                + " channels of spikes");
    }

    @Override
    public Decision decide(SampleInput input) {
        double[] scores = run(input).scores();
        return new Decision(highest(scores), scores);
    }

    /** The number of the highest score, of equals the lower. */
    public static int highest(double[] scores) {
        int winner = 0;
        for (int c = 1; c < scores.length; c++) {
            winner = scores[c] > scores[winner] ? c : winner;
        }
        return winner;
    }
}
