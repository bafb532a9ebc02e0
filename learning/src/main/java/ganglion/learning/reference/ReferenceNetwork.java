package ganglion.learning.reference;

import ganglion.learning.engine.Engine;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.loss.SampleOutput;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.reference.layer.LayerParameters;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.reference.layer.SpikingLayer;
import ganglion.learning.reference.layer.SpikingLayer.BalancedLayer;
import ganglion.learning.reference.layer.SpikingLayer.NeuronTrace;
import ganglion.learning.reference.layer.SpikingLayer.SeAdLifLayer;
import ganglion.learning.reference.layer.StatelessLayers;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.SampleInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A trained model that runs in double precision, on one thread: what evaluations report and what compiled networks are compared with.
 * Reads the parameter values of the model at each pass. Not thread safe.
 */
public final class ReferenceNetwork implements Engine {

    private final Model model;
    private final List<UnaryOperator<Sequence>> layers = new ArrayList<>();
    private final Map<Integer, SpikingLayer> spiking = new TreeMap<>();

    /** @param model what runs */
    public ReferenceNetwork(Model model) {
        this.model = model;
        for (int i = 0; i < model.layers().size(); i++) {
            LayerParameters values = new LayerParameters(model.parameters(i));
            Layer layer = model.layers().get(i);
            LayerShape input = model.inputShape(i);
            if (layer instanceof FiringLayer neurons) {
                SpikingLayer own = neurons(neurons, input.size(), values);
                spiking.put(i, own);
                layers.add(own::forward);
            } else {
                layers.add(stateless(layer, input, values));
            }
        }
    }

    private static SpikingLayer neurons(FiringLayer layer, int size, LayerParameters values) {
        if (layer instanceof SeAdLifNeurons neurons) {
            return new SeAdLifLayer(neurons, size, values);
        }
        return layer instanceof BalancedNeurons neurons
                ? new BalancedLayer(neurons, size, values)
                : new SpikingLayer.NeuronLayer((Neurons) layer, size, values);
    }

    /** Dropout and flattening change nothing here. */
    private static UnaryOperator<Sequence> stateless(Layer layer, LayerShape input, LayerParameters values) {
        if (layer instanceof Dense dense) {
            return dense.delays().active()
                    ? given -> StatelessLayers.delayed(dense, values, given)
                    : given -> StatelessLayers.dense(dense, values, given);
        } else if (layer instanceof Gain) {
            return given -> StatelessLayers.gain(values, given);
        } else if (layer instanceof Convolution convolution) {
            return given -> StatelessLayers.convolution(convolution, input, values, given);
        } else if (layer instanceof Pooling pooling) {
            return given -> StatelessLayers.pooling(pooling, input, given);
        } else if (layer instanceof BatchNormalisation normalisation) {
            return given -> StatelessLayers.normalisation(normalisation, input, values, given);
        }
        return UnaryOperator.identity();
    }

    /**
     * Runs a batch.
     *
     * @return spikes and potentials of the output neurons
     * @throws IllegalArgumentException if the input has another size than the model takes
     */
    public NeuronTrace forward(Sequence input) {
        if (input.size() != model.input().size()) {
            throw new IllegalArgumentException("the input has " + input.size() + " values a step, the network takes "
                    + model.input().size());
        }
        Sequence values = input;
        for (UnaryOperator<Sequence> layer : layers) {
            values = layer.apply(values);
        }
        return trace(layers.size() - 1);
    }

    /** Spikes and potentials of a layer of neurons in the latest pass. */
    public NeuronTrace trace(int layer) {
        return spiking.get(layer).trace();
    }

    /** The inputs of samples side by side. */
    public static Sequence input(Model model, List<Sample> batch) {
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("a batch needs at least one sample");
        }
        int steps = batch.get(0).input().steps();
        Sequence sequence = Sequence.zeros(steps, batch.size(), model.input().size());
        for (int b = 0; b < batch.size(); b++) {
            SampleInput input = batch.get(b).input();
            if (input.steps() != steps || input.size() != sequence.size()) {
                throw new IllegalArgumentException("a sample has " + input.steps() + " steps of " + input.size()
                        + " values, expected " + steps + " of " + sequence.size());
            }
            for (int t = 0; t < steps; t++) {
                for (int i = 0; i < sequence.size(); i++) {
                    sequence.values()[sequence.row(t, b) + i] = input.at(t, i);
                }
            }
        }
        return sequence;
    }

    @Override
    public BatchReport evaluate(List<Sample> batch, EvaluationStep step) {
        NeuronTrace output = forward(input(model, batch));
        Sequence spikes = output.spikes();
        double[][] scores = new double[batch.size()][];
        int[] decisions = new int[batch.size()];
        double loss = 0;
        SampleOutput sample = new SampleOutput(spikes.steps(), spikes.size());
        for (int b = 0; b < batch.size(); b++) {
            sample.begin(batch.get(b).label(), b);
            for (int t = 0; t < spikes.steps(); t++) {
                for (int c = 0; c < spikes.size(); c++) {
                    sample.set(t, c, spikes.at(t, b, c), output.membranes().at(t, b, c));
                }
            }
            loss += step.loss().evaluate(sample);
            scores[b] = step.readOut().scores(sample);
            decisions[b] = step.readOut().decide(scores[b], spikes.steps());
        }
        return new BatchReport(loss / batch.size(), scores, decisions, activity(), Double.NaN);
    }

    private List<LayerActivity> activity() {
        List<LayerActivity> activity = new ArrayList<>();
        spiking.forEach((layer, own) -> {
            Sequence spikes = own.trace().spikes();
            long[] counts = new long[spikes.size()];
            for (int k = 0; k < spikes.values().length; k++) {
                counts[k % counts.length] += spikes.values()[k] != 0 ? 1 : 0;
            }
            boolean fires = ((FiringLayer) model.layers().get(layer)).fires();
            activity.add(new LayerActivity(layer, fires, counts, spikes.rows()));
        });
        return activity;
    }
}
