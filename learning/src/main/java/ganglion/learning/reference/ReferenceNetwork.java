package ganglion.learning.reference;

import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.Dense;
import ganglion.learning.model.DropoutMask;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.reference.layer.BatchNormalisationLayer;
import ganglion.learning.reference.layer.ConvolutionLayer;
import ganglion.learning.reference.layer.CoupledLayer.BalancedLayer;
import ganglion.learning.reference.layer.CoupledLayer.SeAdLifLayer;
import ganglion.learning.reference.layer.LayerParameters;
import ganglion.learning.reference.layer.LinearLayer;
import ganglion.learning.reference.layer.LinearLayer.DelayedLinearLayer;
import ganglion.learning.reference.layer.NeuronLayer;
import ganglion.learning.reference.layer.ReferenceLayer;
import ganglion.learning.reference.layer.ReferenceLayer.DropoutLayer;
import ganglion.learning.reference.layer.ReferenceLayer.FlattenLayer;
import ganglion.learning.reference.layer.ReferenceLayer.GainLayer;
import ganglion.learning.reference.layer.ReferenceLayer.PoolingLayer;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.reference.layer.SpikingLayer;
import ganglion.learning.reference.layer.SpikingLayer.NeuronTrace;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that runs in double precision: forward through all steps, and back. Reads the parameter values of the model at each
 * pass and never writes them, but for running statistics. Not thread safe.
 */
public final class ReferenceNetwork {

    private final List<ReferenceLayer> layers = new ArrayList<>();
    private final List<LayerParameters> parameters = new ArrayList<>();
    private final List<DropoutMask> masks = new ArrayList<>();
    private final int inputSize;

    /**
     * @param model what runs
     * @param seed of the choices of dropout layers
     */
    public ReferenceNetwork(Model model, long seed) {
        inputSize = model.input().size();
        for (int i = 0; i < model.layers().size(); i++) {
            parameters.add(new LayerParameters(model.parameters(i)));
            layers.add(create(model, i, seed));
        }
    }

    private ReferenceLayer create(Model model, int index, long seed) {
        Layer layer = model.layers().get(index);
        LayerParameters values = parameters.get(index);
        if (layer instanceof Dense dense) {
            return dense.delays().active()
                    ? new DelayedLinearLayer(dense, values)
                    : new LinearLayer(dense.outputs(), values);
        } else if (layer instanceof Gain) {
            return new GainLayer(values);
        } else if (layer instanceof Convolution convolution) {
            return new ConvolutionLayer(convolution, model.inputShape(index), values);
        } else if (layer instanceof Pooling pooling) {
            return new PoolingLayer(pooling, model.inputShape(index));
        } else if (layer instanceof Flatten) {
            return new FlattenLayer();
        } else if (layer instanceof Dropout dropout) {
            DropoutMask mask = new DropoutMask(dropout.rate(), seed, index);
            masks.add(mask);
            return new DropoutLayer(mask);
        } else if (layer instanceof BatchNormalisation normalisation) {
            return new BatchNormalisationLayer(normalisation, model.inputShape(index), values);
        }
        int size = model.inputShape(index).size();
        if (layer instanceof SeAdLifNeurons neurons) {
            return new SeAdLifLayer(neurons, size, values);
        }
        if (layer instanceof BalancedNeurons neurons) {
            return new BalancedLayer(neurons, size, values);
        }
        return new NeuronLayer((Neurons) layer, size, values);
    }

    /** Numbers the next batch, of the first epoch, for the choices of dropout layers. */
    public void begin(long batchNumber) {
        begin(batchNumber, 0);
    }

    /**
     * The same in any epoch.
     *
     * @param progress share of the epochs that are done, for the width of learned delays
     */
    public void begin(long batchNumber, double progress) {
        masks.forEach(mask -> mask.begin(batchNumber));
        layers.forEach(layer -> layer.begin(progress));
    }

    /**
     * Runs a batch.
     *
     * @param training whether layers that differ in training and evaluation, such as dropout, are in training
     * @return spikes and potentials of the output neurons
     * @throws IllegalArgumentException if the input has another size than the model takes
     */
    public NeuronTrace forward(Sequence input, boolean training) {
        if (input.size() != inputSize) {
            throw new IllegalArgumentException(
                    "the input has " + input.size() + " values a step, the network takes " + inputSize);
        }
        Sequence values = input;
        for (ReferenceLayer layer : layers) {
            values = layer.forward(values, training);
        }
        return trace(layers.size() - 1);
    }

    /** Spikes and potentials of a layer of neurons in the latest forward pass. */
    public NeuronTrace trace(int layer) {
        return ((SpikingLayer) layers.get(layer)).trace();
    }

    /** Backward pass without a penalty on spikes. */
    public Sequence backward(Sequence spikeGradient, Sequence membraneGradient) {
        return backward(spikeGradient, membraneGradient, SpikePenalty.NONE);
    }

    /**
     * Goes back through the latest forward pass and replaces the parameter gradients.
     *
     * @param spikeGradient gradient of the loss with respect to the spikes of the output neurons
     * @param membraneGradient gradient with respect to their potentials
     * @param penalty penalty on the spikes of hidden layers
     * @return gradient with respect to the input
     */
    public Sequence backward(Sequence spikeGradient, Sequence membraneGradient, SpikePenalty penalty) {
        parameters.forEach(LayerParameters::clearGradients);
        int last = layers.size() - 1;
        Sequence gradient = ((SpikingLayer) layers.get(last)).backward(spikeGradient, membraneGradient);
        for (int i = last - 1; i >= 0; i--) {
            if (penalty.active() && layers.get(i) instanceof SpikingLayer neurons) {
                PenaltyGradient.add(penalty, neurons.trace().spikes(), gradient);
            }
            gradient = layers.get(i).backward(gradient);
        }
        return gradient;
    }

    /** Penalty of the spikes of hidden layers in the latest forward pass, the mean over the samples. */
    public double penalty(SpikePenalty penalty) {
        double sum = 0;
        for (int i = 0; penalty.active() && i < layers.size() - 1; i++) {
            if (layers.get(i) instanceof SpikingLayer neurons) {
                sum += PenaltyGradient.value(penalty, neurons.trace().spikes());
            }
        }
        return sum;
    }

    /** Gradients of the parameters of a layer, in the order of {@link Model#parameters}; live arrays. */
    public List<double[]> gradients(int layer) {
        return parameters.get(layer).gradients();
    }

    /** Gradients of all parameters, in the order of {@link Model#allParameters}; live arrays. */
    public List<double[]> allGradients() {
        return parameters.stream().flatMap(layer -> layer.gradients().stream()).toList();
    }

    /** The penalty on the spikes of a layer. */
    static final class PenaltyGradient {

        private PenaltyGradient() {}

        private static double count(Sequence fired, int sample, int neuron) {
            double count = 0;
            for (int t = 0; t < fired.steps(); t++) {
                count += fired.at(t, sample, neuron);
            }
            return count;
        }

        /**
         * The price of a layer, the mean over the samples.
         *
         * @param fired 1 where a neuron fired
         */
        static double value(SpikePenalty penalty, Sequence fired) {
            double sum = 0;
            for (int b = 0; b < fired.batch(); b++) {
                for (int i = 0; i < fired.size(); i++) {
                    sum += penalty.value(count(fired, b, i), fired.steps());
                }
            }
            return sum / fired.batch();
        }

        /** Adds the derivative of the price with respect to the spikes. */
        static void add(SpikePenalty penalty, Sequence fired, Sequence gradient) {
            for (int b = 0; b < fired.batch(); b++) {
                for (int i = 0; i < fired.size(); i++) {
                    double derivative = penalty.derivative(count(fired, b, i), fired.steps()) / fired.batch();
                    for (int t = 0; t < fired.steps(); t++) {
                        gradient.values()[gradient.row(t, b) + i] += derivative;
                    }
                }
            }
        }
    }
}
