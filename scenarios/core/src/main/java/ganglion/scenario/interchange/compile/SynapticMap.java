package ganglion.scenario.interchange.compile;

import ganglion.kernel.network.Synapses;
import ganglion.scenario.interchange.nir.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToIntFunction;

/** The synapses from one population to another, row by row of source neurons. */
public sealed interface SynapticMap {

    /** Takes synapses one by one. */
    @FunctionalInterface
    interface Sink {

        /** @param delayTicks at least 1 */
        void accept(int source, int target, double weight, int delayTicks);
    }

    int sourceSize();

    int targetSize();

    /** Gives all synapses, by source and, among those of equal delay, by target. */
    void forEach(Sink sink);

    /** The same as a convolution, if a scenario can say it as one. */
    default Optional<KernelWindow> convolution() {
        return Optional.empty();
    }

    /**
     * Synapses that the kernel has already.
     *
     * @param synapses of one projection
     */
    record Given(Synapses synapses) implements SynapticMap {

        @Override
        public int sourceSize() {
            return synapses.sourceSize();
        }

        @Override
        public int targetSize() {
            return synapses.targetSize();
        }

        @Override
        public void forEach(Sink sink) {
            for (int source = 0; source < sourceSize(); source++) {
                for (int k = 0; k < synapses.outDegree(source); k++) {
                    sink.accept(
                            source,
                            synapses.target(source, k),
                            synapses.weight(source, k),
                            synapses.delayTicks(source, k));
                }
            }
        }
    }

    /**
     * A weight for every pair of neurons, and one delay.
     *
     * @param weight by target and source
     * @param gain factor of the weights of each target neuron, or one for all
     * @param delayTicks at least 1
     */
    record Dense(Tensor weight, double[] gain, int delayTicks) implements SynapticMap {

        @Override
        public int sourceSize() {
            return weight.shape().size(1);
        }

        @Override
        public int targetSize() {
            return weight.shape().size(0);
        }

        /** Weight of the synapse between two neurons. */
        private double weight(int source, int target) {
            return weight.at(target * sourceSize() + source) * gain[gain.length == 1 ? 0 : target];
        }

        @Override
        public void forEach(Sink sink) {
            for (int source = 0; source < sourceSize(); source++) {
                for (int target = 0; target < targetSize(); target++) {
                    sink.accept(source, target, weight(source, target), delayTicks);
                }
            }
        }
    }

    /**
     * What the stages of a path make of a spike.
     *
     * @param stages in order; none to join the neurons one to one
     * @param gain factor of the weights of each target neuron, or one for all
     * @param delayTicks turns the steps of the delays along the path into ticks, at least 1
     */
    record Folded(int sourceSize, int targetSize, List<Stage> stages, double[] gain, LongToIntFunction delayTicks)
            implements SynapticMap {

        @Override
        public void forEach(Sink sink) {
            List<Spread> spreads = new ArrayList<>();
            for (Stage stage : stages) {
                spreads.add(new Spread(stage.outputs()));
            }
            for (int source = 0; source < sourceSize; source++) {
                spread(0, source, 1, 0, spreads, new Row(source, sink));
            }
        }

        @Override
        public Optional<KernelWindow> convolution() {
            return KernelWindow.of(this);
        }

        private record Row(int source, Sink sink) {}

        /** Sends elements of the vector before a stage through the rest of the path. */
        private void spread(int stage, int element, double value, long steps, List<Spread> spreads, Row row) {
            if (stage == stages.size()) {
                double weight = value * gain[gain.length == 1 ? 0 : element];
                row.sink().accept(row.source(), element, weight, delayTicks.applyAsInt(steps));
                return;
            }
            // Up to the next delay, the whole vector goes through a stage before the next one sees it.
            if (stages.get(stage) instanceof Stage.Delaying delaying) {
                spread(stage + 1, element, value, steps + delaying.steps()[element], spreads, row);
                return;
            }
            int last = stage;
            Spread into = spreads.get(stage);
            stages.get(stage).spread(element, value, into);
            while (last + 1 < stages.size() && !(stages.get(last + 1) instanceof Stage.Delaying)) {
                Spread next = spreads.get(++last);
                for (int i = 0; i < into.count(); i++) {
                    stages.get(last).spread(into.element(i), into.value(into.element(i)), next);
                }
                into.clear();
                into = next;
            }
            into.sort();
            for (int i = 0; i < into.count(); i++) {
                spread(last + 1, into.element(i), into.value(into.element(i)), steps, spreads, row);
            }
            into.clear();
        }
    }
}
