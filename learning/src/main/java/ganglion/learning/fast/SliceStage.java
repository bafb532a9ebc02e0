package ganglion.learning.fast;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.fast.connection.ConnectionChain;
import ganglion.learning.fast.connection.ConvolutionConnection;
import ganglion.learning.fast.connection.DenseConnection;
import ganglion.learning.fast.connection.FastConnection;
import ganglion.learning.fast.connection.FastConnection.DropoutConnection;
import ganglion.learning.fast.connection.FastConnection.GainConnection;
import ganglion.learning.fast.connection.FastConnection.IdentityConnection;
import ganglion.learning.fast.connection.FastConnection.PoolingConnection;
import ganglion.learning.fast.delay.SynapseDelayLine;
import ganglion.learning.model.Dense;
import ganglion.learning.model.DropoutMask;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer of neurons or of batch normalisation with the stateless layers in front of it, in one slice. A slice takes a stage
 * through all steps before the next one begins.
 *
 * @param layer position of the neurons, or of the normalisation, in the model
 * @param inputSize number of values that reach the stage
 * @param delays synapses with delays in front of the stage; may be {@code null}
 */
record SliceStage(int layer, int inputSize, SynapseDelayLine delays, ConnectionChain chain, StageBody body) {

    /** The stages of a model, for slices of at most {@code largestSlice} samples. */
    static List<SliceStage> of(
            Model model, FastParameters parameters, SliceGradients gradients, int largestSlice, long seed) {
        List<SliceStage> stages = new ArrayList<>();
        List<FastConnection> connections = new ArrayList<>();
        int inputSize = model.input().size();
        SynapseDelayLine delays = null;
        for (int i = 0; i < model.layers().size(); i++) {
            StageBody body = body(model.layers().get(i), i, parameters, gradients);
            if (body != null) {
                if (connections.isEmpty()) {
                    connections.add(new IdentityConnection(model.inputShape(i).size()));
                }
                ConnectionChain chain = new ConnectionChain(List.copyOf(connections), largestSlice);
                stages.add(new SliceStage(i, inputSize, delays, chain, body));
                connections.clear();
                delays = null;
                inputSize = model.outputShape(i).size();
                continue;
            }
            if (parameters.spreadTable(i) != null) {
                delays = new SynapseDelayLine(parameters.spreadTable(i), parameters.find(i, "bias"), gradients);
            } else {
                connections.add(connection(model, i, parameters, gradients, largestSlice, seed));
            }
        }
        return stages;
    }

    /** The end of a stage if the layer is one, or {@code null}. */
    private static StageBody body(Layer layer, int index, FastParameters parameters, SliceGradients gradients) {
        if (layer instanceof FiringLayer) {
            return parameters.neurons(index).stage(gradients);
        } else if (layer instanceof BatchNormalisation) {
            return parameters.normalisation(index).new Normaliser(gradients);
        }
        return null;
    }

    private static FastConnection connection(
            Model model, int index, FastParameters parameters, SliceGradients gradients, int largestSlice, long seed) {
        Layer layer = model.layers().get(index);
        FloatParameter weight = parameters.find(index, "weight");
        FloatParameter bias = parameters.find(index, "bias");
        if (layer instanceof Dense) {
            return new DenseConnection(weight, bias, parameters.byTarget(index), gradients);
        } else if (layer instanceof Gain) {
            return new GainConnection(parameters.find(index, "gain"), gradients);
        } else if (layer instanceof Convolution convolution) {
            return new ConvolutionConnection(convolution, model.inputShape(index), weight, bias, gradients);
        } else if (layer instanceof Pooling pooling) {
            return new PoolingConnection(pooling, model.inputShape(index));
        } else if (layer instanceof Flatten) {
            return new IdentityConnection(model.inputShape(index).size());
        } else if (layer instanceof Dropout dropout) {
            DropoutMask mask = new DropoutMask(dropout.rate(), seed, index);
            return new DropoutConnection(mask, model.inputShape(index).size(), largestSlice);
        }
        throw new IllegalArgumentException("layer " + index + ", " + layer.kind() + ", has no fast path");
    }

    /** The end of a stage in one slice: takes the output of the layers in front of it, and gives the input of the next stage. */
    interface StageBody {

        /** Starts a batch. */
        void begin(int steps, int sampleCount);

        /** Presents the output of a step that has been run. */
        void present(int step, StepInput to);

        /** Gradients with respect to the output of the layers in front, one row per step and sample, after the backward pass of that step. */
        float[][] inputGradients();
    }
}
