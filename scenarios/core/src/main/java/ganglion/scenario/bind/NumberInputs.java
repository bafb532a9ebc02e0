package ganglion.scenario.bind;

import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.scenario.result.Clip;
import java.util.ArrayList;
import java.util.List;

/** Finds what flows as numbers into the populations of a network that {@link NetworkBinder} built. */
public final class NumberInputs {

    private NumberInputs() {}

    /**
     * The numbers of a run, by population and then in the order of the projections. A frame arrives in each tick of a clip, and
     * none between clips.
     *
     * @param clips the clips that were played
     * @param ticks length of the run
     */
    public static List<NumberInput> of(Network network, List<Clip> clips, long ticks) {
        List<NumberInput> found = new ArrayList<>();
        for (Population population : network.populations()) {
            int first = found.size();
            // The projection that was bound last is the outermost.
            NeuronModel model = population.model();
            while (model instanceof DrivenNeurons driven) {
                if (driven.current() instanceof WeightedCurrent current) {
                    NumberInput numbers = current.numbers();
                    found.add(first, numbers.during(ticks, frames(clips, numbers.source(), ticks)));
                }
                model = driven.neurons();
            }
        }
        return found;
    }

    private static long frames(List<Clip> clips, String input, long ticks) {
        return clips.stream()
                .filter(clip -> clip.input().equals(input))
                .mapToLong(clip -> Math.max(0, Math.min(clip.untilTick(), ticks) - clip.fromTick()))
                .sum();
    }
}
