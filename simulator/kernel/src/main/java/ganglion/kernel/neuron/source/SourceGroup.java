package ganglion.kernel.neuron.source;

import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.Visit;
import java.util.Arrays;

/** Neurons of a source: they take no input, have no membrane and, unless a source saves more, keep nothing that does not follow from the tick. */
abstract class SourceGroup implements NeuronGroup {

    final int first;
    final int size;

    /**
     * @param first position of the first neuron in its population
     * @param size number of neurons
     */
    SourceGroup(int first, int size) {
        this.first = first;
        this.size = size;
    }

    @Override
    public void visit(long tick, double[] input, int offset, int[] neurons, int count, Visit visit) {
        throw new UnsupportedOperationException("a source takes no input");
    }

    @Override
    public int stateWords() {
        return 0;
    }

    @Override
    public void saveState(long tick, long[] words, int offset) {
        // There is none.
    }

    @Override
    public void membranePotentials(long tick, double[] potentials, int offset) {
        Arrays.fill(potentials, offset, offset + size, 0);
    }
}
