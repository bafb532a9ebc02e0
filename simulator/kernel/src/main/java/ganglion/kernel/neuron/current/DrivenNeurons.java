package ganglion.kernel.neuron.current;

import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.Visit;
import ganglion.kernel.neuron.WorkClock.Work;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Neurons of any model with a current that flows into them beside their synapses: background noise, steps. At each tick
 * the current is added to the sum of the synaptic input; neurons with synaptic currents take it in as synaptic input,
 * too. While the current flows, the neurons are visited at every tick. A wrapper and not a parameter of each model:
 * what flows in and what a neuron makes of it are separate, and any model can be driven by any current.
 *
 * @param neurons what each neuron does
 * @param current what flows into them
 */
public record DrivenNeurons(NeuronModel neurons, InputCurrent current) implements NeuronModel {

    /** @throws IllegalArgumentException if the model takes no input */
    public DrivenNeurons {
        Objects.requireNonNull(current, "current");
        if (!neurons.takesInput()) {
            throw new IllegalArgumentException(
                    "no current can flow into a " + neurons.name() + ", which takes no input");
        }
    }

    @Override
    public String name() {
        return neurons.name();
    }

    @Override
    public List<String> states() {
        return neurons.states();
    }

    @Override
    public int inputChannels() {
        return neurons.inputChannels();
    }

    @Override
    public void checkSize(int populationSize) {
        neurons.checkSize(populationSize);
        current.checkSize(populationSize);
    }

    @Override
    public Optional<AffineNeuron> affine(int neuron) {
        return neurons.affine(neuron);
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new Group(neurons.createGroup(first, size), current, first, size, neurons.inputChannels());
    }

    /** Adds the current to the input, and leaves the rest to the group of the driven model. */
    private static final class Group implements NeuronGroup {

        private final NeuronGroup neurons;
        private final InputCurrent current;
        private final int first;
        private final int size;
        private final int negativeShift;
        private long nextCurrent;

        /** What flows up to {@link #steadyUntil}, by neuron and channel; empty until a current has gone on unchanged. */
        private double[] steady = new double[0];

        private long steadyUntil = -1;

        Group(NeuronGroup neurons, InputCurrent current, int first, int size, int channels) {
            this.neurons = neurons;
            this.current = current;
            this.first = first;
            this.size = size;
            this.negativeShift = channels > 1 ? size : 0;
            this.nextCurrent = current.nextTick(0);
        }

        @Override
        public void visitAll(long tick, double[] input, int offset, Visit visit) {
            if (tick == nextCurrent) {
                addCurrent(tick, input, offset);
                nextCurrent = current.nextTick(tick + 1);
                visit.clock().lap(Work.DRIVE);
            }
            neurons.visitAll(tick, input, offset, visit);
        }

        /** A current that goes on unchanged is asked for once; the sums are the same, since none of them is a negative zero. */
        private void addCurrent(long tick, double[] input, int offset) {
            if (tick > steadyUntil) {
                long until = current.steadyUntil(tick);
                if (until == tick) {
                    current.addTo(tick, first, size, input, offset, offset + negativeShift);
                    return;
                }
                if (steady.length == 0) {
                    steady = new double[size + negativeShift];
                }
                Arrays.fill(steady, 0);
                current.addTo(tick, first, size, steady, 0, negativeShift);
                steadyUntil = until;
            }
            for (int i = 0; i < steady.length; i++) {
                input[offset + i] += steady[i];
            }
        }

        @Override
        public void visit(long tick, double[] input, int offset, int[] listed, int count, Visit visit) {
            neurons.visit(tick, input, offset, listed, count, visit);
        }

        @Override
        public long nextOwnTick() {
            return Math.min(nextCurrent, neurons.nextOwnTick());
        }

        @Override
        public int stateWords() {
            return neurons.stateWords();
        }

        @Override
        public void saveState(long tick, long[] words, int offset) {
            neurons.saveState(tick, words, offset);
        }

        @Override
        public void restoreState(long tick, long[] words, int offset) {
            neurons.restoreState(tick, words, offset);
            nextCurrent = current.nextTick(tick + 1);
            steadyUntil = -1;
        }

        @Override
        public void states(int state, long tick, double[] values, int offset) {
            neurons.states(state, tick, values, offset);
        }

        @Override
        public void membranePotentials(long tick, double[] potentials, int offset) {
            neurons.membranePotentials(tick, potentials, offset);
        }
    }
}
