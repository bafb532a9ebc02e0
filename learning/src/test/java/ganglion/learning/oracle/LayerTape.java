package ganglion.learning.oracle;

import ganglion.learning.delay.SynapseDelays.DelaySpread;
import ganglion.learning.model.Dense;
import ganglion.learning.model.DropoutMask;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.Slider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A layer on a tape, with the places of its parameters there. Values of steps, samples and neurons lie in that order. */
record LayerTape(Tape tape, int batch, LayerShape shape, List<Parameter> parameters, List<int[]> leaves) {

    LayerTape(Tape tape, int batch, LayerShape shape, List<Parameter> parameters) {
        this(tape, batch, shape, parameters, new ArrayList<>());
        parameters.forEach(parameter -> leaves.add(tape.leaves(parameter.values())));
    }

    /** The places of a parameter; none if the layer does not have it. */
    int[] of(String name) {
        for (int p = 0; p < parameters.size(); p++) {
            if (parameters.get(p).name().equals(name)) {
                return leaves.get(p);
            }
        }
        return new int[0];
    }

    int[] stateless(Layer layer, int[] x, double progress, long seed, int position, long batchNumber) {
        if (layer instanceof Dense dense) {
            return dense(dense, x, progress);
        } else if (layer instanceof Convolution || layer instanceof Pooling) {
            return windows(layer, x);
        } else if (layer instanceof Flatten) {
            return x;
        } else if (layer instanceof BatchNormalisation normalisation) {
            return normalised(normalisation, x);
        } else if (layer instanceof Dropout dropout) {
            DropoutMask mask = new DropoutMask(dropout.rate(), seed, position);
            mask.begin(batchNumber);
            int[] y = new int[x.length];
            int size = shape.size();
            Arrays.setAll(y, k -> tape.affine(mask.factor(k / size % batch, k % size), x[k], 0));
            return y;
        }
        int[] gain = of("gain");
        int[] y = new int[x.length];
        Arrays.setAll(y, k -> tape.times(gain[k % gain.length], x[k]));
        return y;
    }

    private int[] dense(Dense layer, int[] x, double progress) {
        int inputs = shape.size();
        int[] weight = of("weight");
        int[] bias = of("bias");
        int[] first = new int[weight.length];
        // The weight of a synapse at each of the steps that its delay is spread over.
        int[][] effects = new int[weight.length][];
        for (int s = 0; s < weight.length; s++) {
            effects[s] = layer.delays().active() ? spread(layer, s, progress, first) : new int[] {weight[s]};
        }
        int[] y = new int[x.length / inputs * layer.outputs()];
        for (int k = 0; k < y.length; k++) {
            int row = k / layer.outputs();
            int o = k % layer.outputs();
            for (int s = o * inputs; s < (o + 1) * inputs; s++) {
                for (int j = 0; j < effects[s].length; j++) {
                    int from = row - (first[s] + j) * batch;
                    if (from >= 0) {
                        tape.sumProduct(effects[s][j], x[from * inputs + s % inputs]);
                    }
                }
            }
            if (bias.length > 0) {
                tape.sumMultiple(1, bias[o]);
            }
            y[k] = tape.total();
        }
        return y;
    }

    private int[] spread(Dense layer, int synapse, double progress, int[] first) {
        int delay = of("delay")[synapse];
        boolean learned = parameters.stream().anyMatch(p -> p.name().equals("delay") && p.trainable());
        DelaySpread spread = learned
                ? DelaySpread.training(layer.delays(), layer.delays().width(progress))
                : DelaySpread.rounded(layer.delays());
        spread.set(layer.delays().steps(tape.at(delay)));
        first[synapse] = spread.first();
        double mean = spread.mean();
        int[] effects = new int[spread.steps()];
        for (int j = 0; j < effects.length; j++) {
            double slope = learned ? spread.slope(j, mean) * layer.delays().stepsPerUnit() : 0;
            effects[j] = tape.times(of("weight")[synapse], tape.map(delay, spread.share(j), slope));
        }
        return effects;
    }

    private int[] windows(Layer layer, int[] x) {
        LayerShape to = layer.outputShape(shape);
        int[] weight = of("weight");
        int[] bias = of("bias");
        boolean each = layer instanceof Pooling;
        Slider slider = new Slider(shape, to, each ? ((Pooling) layer).window() : ((Convolution) layer).window());
        int window = each ? 0 : weight.length / (to.channels() * shape.channels());
        double share = each && ((Pooling) layer).average()
                ? 1.0
                        / (((Pooling) layer).window().height()
                                * ((Pooling) layer).window().width())
                : 1;
        int[] y = new int[x.length / shape.size() * to.size()];
        for (int map = 0; map < y.length / to.area(); map++) {
            int row = map / to.channels();
            int o = map % to.channels();
            int[][] terms = new int[to.area()][0];
            for (int c = each ? o : 0; c < (each ? o + 1 : shape.channels()); c++) {
                int start = (row * shape.channels() + c) * shape.area();
                int weights = (o * shape.channels() + c) * window;
                slider.forEach((p, i, k) -> {
                    int[] now = Arrays.copyOf(terms[p], terms[p].length + 2);
                    now[now.length - 2] = x[start + i];
                    now[now.length - 1] = each ? -1 : weight[weights + k];
                    terms[p] = now;
                });
            }
            for (int p = 0; p < to.area(); p++) {
                for (int k = 0; k < terms[p].length; k += 2) {
                    if (each) {
                        tape.sumMultiple(share, terms[p][k]);
                    } else {
                        tape.sumProduct(terms[p][k + 1], terms[p][k]);
                    }
                }
                if (bias.length > 0) {
                    tape.sumMultiple(1, bias[o]);
                }
                y[map * to.area() + p] = tape.total();
            }
        }
        return y;
    }

    /** The statistics of all steps and samples jointly; the running ones follow them. */
    private int[] normalised(BatchNormalisation layer, int[] x) {
        int[] y = new int[x.length];
        for (int c = 0; c < shape.channels(); c++) {
            int channel = c;
            int[] own = IntStream.range(0, x.length)
                    .filter(k -> k / shape.area() % shape.channels() == channel)
                    .toArray();
            for (int k : own) {
                tape.sumMultiple(1.0 / own.length, x[k]);
            }
            int mean = tape.total();
            int[] distance =
                    Arrays.stream(own).map(k -> tape.subtract(x[k], mean)).toArray();
            for (int d : distance) {
                tape.sumProduct(d, d);
            }
            int squares = tape.total();
            double deviation = Math.sqrt(tape.at(squares) / own.length + layer.epsilon());
            int inverse = tape.map(squares, 1 / deviation, -0.5 / own.length / Math.pow(deviation, 3));
            for (int i = 0; i < own.length; i++) {
                tape.sumProduct(of("weight")[c], tape.times(distance[i], inverse));
                tape.sumMultiple(1, of("bias")[c]);
                y[own[i]] = tape.total();
            }
            follow("running_mean", c, tape.at(mean), layer.momentum());
            follow("running_variance", c, tape.at(squares) / Math.max(1, own.length - 1), layer.momentum());
        }
        return y;
    }

    private void follow(String name, int channel, double newest, double momentum) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                parameter.values()[channel] += momentum * (newest - parameter.values()[channel]);
            }
        }
    }
}
