package ganglion.learning.reference.layer;

import ganglion.learning.model.FiringLayer;
import java.util.function.DoubleUnaryOperator;

/** Neurons with coupled variables, which a step takes one by one: forward through all steps and samples, and back. */
abstract class CoupledLayer implements SpikingLayer {

    /** The spike at a distance from the threshold. */
    static final DoubleUnaryOperator FIRES = distance -> distance > 0 ? 1 : 0;

    private final int size;
    private final DoubleUnaryOperator firing;
    private final RecurrentInput recurrent;
    private Sequence membranes;
    private Sequence spikes;

    /**
     * A layer.
     *
     * @param size number of neurons
     * @param firing {@link #FIRES}, or a smooth curve in its place, whose slopes tests can measure
     */
    CoupledLayer(FiringLayer neurons, int size, LayerParameters parameters, DoubleUnaryOperator firing) {
        this.size = size;
        this.firing = firing;
        this.recurrent = new RecurrentInput(neurons, size, parameters);
    }

    /** Begins a forward pass: makes room for what is kept of each step, and reads the present parameters. */
    abstract void beginForward(Sequence input);

    /**
     * One step of one neuron, which sets its potential, its spike and what else is kept.
     *
     * @param now place of the values of this step
     * @param before place of those of the step before, -1 before the first
     */
    abstract void step(int now, int before, int neuron, double input);

    /** Begins a backward pass: forgets what the one before has collected. */
    abstract void beginBackward();

    /**
     * One step of one neuron, going back.
     *
     * @param spike gradient of the loss with respect to the spike, through the layers above and the recurrent synapses; what goes through
     *     the neuron's own adaptation is still to be added, from {@code carry}
     * @param membrane gradient of the loss with respect to the potential, through the layers above and the potential of the next step;
     *     what goes through the spike and the adaptation is still to be added
     * @param carry what the next step has handed over; receives what this one hands to the step before
     * @param c place of the neuron in what is carried from step to step
     * @return gradient with respect to the input
     */
    abstract double backwardStep(
            int now, int before, int neuron, double spike, double membrane, NeuronCarry carry, int c);

    /** Ends a backward pass: adds what was collected to the gradients of the parameters. */
    abstract void finishBackward();

    /** A value of the step before, 0 before the first. */
    static double old(double[] values, int before) {
        return before < 0 ? 0 : values[before];
    }

    /** The spike at a distance from the threshold. */
    final double fired(double distance) {
        return firing.applyAsDouble(distance);
    }

    final int size() {
        return size;
    }

    /** Potentials of the latest forward pass. */
    final double[] membranes() {
        return membranes.values();
    }

    /** Spikes of the latest forward pass. */
    final double[] spikes() {
        return spikes.values();
    }

    @Override
    public final NeuronTrace trace() {
        return new NeuronTrace(membranes, spikes, null, null);
    }

    @Override
    public final Sequence fired() {
        return spikes;
    }

    @Override
    public final void begin(double progress) {
        recurrent.begin(progress);
    }

    @Override
    public final Sequence forward(Sequence input, boolean training) {
        membranes = input.zerosOf(size);
        spikes = input.zerosOf(size);
        beginForward(input);
        recurrent.beginForward(training);
        double[] drive = new double[size];
        for (int t = 0; t < input.steps(); t++) {
            for (int sample = 0; sample < input.batch(); sample++) {
                System.arraycopy(input.values(), input.row(t, sample), drive, 0, size);
                recurrent.addTo(drive, spikes, t, sample);
                for (int i = 0; i < size; i++) {
                    step(spikes.row(t, sample) + i, t > 0 ? spikes.row(t - 1, sample) + i : -1, i, drive[i]);
                }
            }
        }
        return spikes;
    }

    @Override
    public final Sequence backward(Sequence spikeGradient, Sequence membraneGradient, Sequence firingGradient) {
        Sequence back = spikes.zerosOf(size);
        Sequence returned = spikes.zerosOf(size);
        NeuronCarry carry = new NeuronCarry(spikes.batch() * size);
        beginBackward();
        for (int t = spikes.steps() - 1; t >= 0; t--) {
            for (int sample = 0; sample < spikes.batch(); sample++) {
                int now = spikes.row(t, sample);
                for (int i = 0; i < size; i++) {
                    int c = sample * size + i;
                    double spike = spikeGradient.values()[now + i]
                            + firingGradient.values()[now + i]
                            + returned.values()[now + i];
                    double membrane = membraneGradient.values()[now + i] + carry.membrane[c];
                    int before = t > 0 ? spikes.row(t - 1, sample) + i : -1;
                    back.values()[now + i] = backwardStep(now + i, before, i, spike, membrane, carry, c);
                }
                recurrent.backward(back, spikes, returned, t, sample);
            }
        }
        finishBackward();
        return back;
    }
}
