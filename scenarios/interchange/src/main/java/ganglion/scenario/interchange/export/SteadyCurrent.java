package ganglion.scenario.interchange.export;

import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.StepCurrent;

/**
 * Neurons apart from a current that flows into them at every tick.
 *
 * @param model the neurons
 * @param perTick what flows into each; null for nothing
 */
record SteadyCurrent(NeuronModel model, double[] perTick) {

    /**
     * @param firstTick the tick that is the first step of the graph
     * @throws ExportException if the current changes in between, as no bias of a graph does
     */
    static SteadyCurrent of(Population population, int firstTick) throws ExportException {
        if (!(population.model() instanceof DrivenNeurons driven)) {
            return new SteadyCurrent(population.model(), null);
        }
        if (driven.current() instanceof StepCurrent current && current.steps().size() == 1) {
            StepCurrent.Step step = current.steps().get(0);
            if (step.fromTick() == firstTick) {
                return new SteadyCurrent(driven.neurons(), step.perTick().copyOf(0, population.size()));
            }
        }
        throw new ExportException(
                population.name(),
                "found a current that is not the same at every tick from " + firstTick
                        + " on, expected one that NIR can say as a bias");
    }

    /** The current with another one that flows as steadily. @param other null for nothing */
    double[] plus(double[] other) {
        if (perTick == null || other == null) {
            return perTick == null ? other : perTick;
        }
        double[] sum = perTick.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }
}
