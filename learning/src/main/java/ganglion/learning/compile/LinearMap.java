package ganglion.learning.compile;

import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Parameter;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.reference.layer.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The joint map of the stateless layers between two layers of neurons: {@code y = W x + b}. Batch normalisation, with its
 * running statistics, is part of it.
 */
final class LinearMap {

    /** Sources whose rows are computed at a time. */
    private static final int BLOCK = 64;

    private final int sources;
    private final int targets;
    private final ReferenceNetwork linear;
    private final double[] offset;

    /** The layers of a model from one position up to, but without, another. */
    LinearMap(Model model, int from, int until) {
        List<Layer> layers = new ArrayList<>(model.layers().subList(from, until));
        List<List<Parameter>> parameters = new ArrayList<>();
        for (int i = from; i < until; i++) {
            parameters.add(model.parameters(i).stream().map(Parameter::copy).toList());
        }
        // A read-out without memory shows the values that reach it.
        LayerShape reached = model.inputShape(until);
        Neurons probe = Neurons.integrator(0);
        layers.add(probe);
        parameters.add(probe.createParameters(reached, new SplittableRandom(0)));
        Model part = new Model(model.inputShape(from), layers, parameters);
        sources = part.input().size();
        targets = reached.size();
        offset = new ReferenceNetwork(part)
                .forward(Sequence.zeros(1, 1, sources))
                .membranes()
                .values();
        removeOffsets(part);
        linear = new ReferenceNetwork(part);
    }

    private static void removeOffsets(Model part) {
        for (Parameter parameter : part.allParameters()) {
            if (parameter.name().equals("bias") || parameter.name().equals("running_mean")) {
                Arrays.fill(parameter.values(), 0);
            }
        }
    }

    int sources() {
        return sources;
    }

    int targets() {
        return targets;
    }

    /** Input of the targets when all sources are silent. */
    double[] offset() {
        return offset.clone();
    }

    /** What values of the sources give, offset included; one row per step. */
    static Sequence apply(Model model, int until, Sequence input) {
        LinearMap map = new LinearMap(model, 0, until);
        Sequence result = map.linear.forward(input).membranes();
        for (int k = 0; k < result.values().length; k++) {
            result.values()[k] += map.offset[k % map.targets];
        }
        return result;
    }

    /** Weights, row by source: {@code W[target][source]} at {@code source * targets + target}. */
    double[] weights() {
        double[] weights = new double[Math.multiplyExact(sources, targets)];
        for (int first = 0; first < sources; first += BLOCK) {
            int count = Math.min(BLOCK, sources - first);
            Sequence unit = Sequence.zeros(1, count, sources);
            for (int b = 0; b < count; b++) {
                unit.values()[b * sources + first + b] = 1;
            }
            double[] rows = linear.forward(unit).membranes().values();
            System.arraycopy(rows, 0, weights, first * targets, count * targets);
        }
        return weights;
    }
}
