package ganglion.equations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a step of a model needs and what does not change: formulas of parameters, and entries of matrices. They are computed once for a
 * group, those that all neurons share once for all of them. Filled while the class is written, and not changed afterwards.
 */
final class ConstantLayout {

    /**
     * An entry of the matrix of a step.
     *
     * @param linear the linear part of the model
     * @param half whether of half a tick
     */
    record Entry(LinearPart linear, boolean half, int row, int column) {}

    /** Where a constant is: in the numbers that all share, or in the lists of one for each neuron. */
    record Slot(boolean common, int index) {}

    private final Map<Object, Slot> slots = new LinkedHashMap<>();
    private final List<Object> common = new ArrayList<>();
    private final List<Object> each = new ArrayList<>();

    /** The place of a formula of parameters or of an entry; a new one if it has none. */
    Slot slot(Object constant, boolean isCommon) {
        return slots.computeIfAbsent(constant, key -> {
            List<Object> list = isCommon ? common : each;
            list.add(key);
            return new Slot(isCommon, list.size() - 1);
        });
    }

    /** The constants of a model whose parameters are all shared. */
    double[] common(Function<String, Double> parameters) {
        return common.stream()
                .mapToDouble(constant -> ((Term) constant).value(parameters))
                .toArray();
    }

    double[] common(EquationNeurons model) {
        Values values = new Values(model, 0);
        return common.stream().mapToDouble(values::of).toArray();
    }

    double[][] each(EquationNeurons model, int first, int size) {
        double[][] all = new double[each.size()][size];
        for (int i = 0; i < size && !each.isEmpty(); i++) {
            Values values = new Values(model, first + i);
            for (int k = 0; k < all.length; k++) {
                all[k][i] = values.of(each.get(k));
            }
        }
        return all;
    }

    /** The constants of one neuron. */
    private static final class Values {

        private final EquationNeurons model;
        private final int neuron;
        private final double[][][] steps = new double[2][][];

        Values(EquationNeurons model, int neuron) {
            this.model = model;
            this.neuron = neuron;
        }

        double of(Object constant) {
            if (constant instanceof Term term) {
                return term.value(this::parameter);
            }
            Entry entry = (Entry) constant;
            int which = entry.half() ? 1 : 0;
            if (steps[which] == null) {
                double tick = model.tickMilliseconds();
                steps[which] = entry.linear().step(this::parameter, entry.half() ? tick / 2 : tick);
            }
            return steps[which][entry.row()][entry.column()];
        }

        private double parameter(String name) {
            return model.value(name, neuron);
        }
    }
}
