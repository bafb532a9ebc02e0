package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.random.CounterRandom;
import java.lang.reflect.RecordComponent;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Parameters of a neuron model. They are read from the components of its record: a new model needs no change here.
 */
final class ModelDescription {

    /** Of larger populations only the range of values is given. */
    private static final int MOST_LISTED = 1000;

    private final int neurons;
    private final ObjectNode parameters = JsonNodes.object();

    private ModelDescription(int neurons) {
        this.neurons = neurons;
    }

    /**
     * Numbers, choices and words of a model by name, those of nested records included, a list of objects for a list of records, without streams of random numbers. Values that differ between neurons are a
     * list, or for more than 1000 neurons the smallest, the largest and the mean.
     */
    static ObjectNode parameters(NeuronModel model, int neurons) {
        return of(model, neurons);
    }

    private static ObjectNode of(Object parts, int neurons) {
        ModelDescription description = new ModelDescription(neurons);
        description.collect(parts);
        return description.parameters;
    }

    private void collect(Object value) {
        if (!value.getClass().isRecord()) {
            return;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                put(component.getName(), component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                // The parameters of a record that is not public are left out.
                continue;
            }
        }
    }

    private void put(String name, Object value) {
        if (value instanceof NeuronValues values) {
            putValues(name, values);
        } else if (value instanceof Double number) {
            JsonNodes.putNumber(parameters, name, number);
        } else if (value instanceof Number number) {
            parameters.put(name, number.longValue());
        } else if (value instanceof Boolean flag) {
            parameters.put(name, flag);
        } else if (value instanceof Enum<?> choice) {
            parameters.put(name, choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        } else if (value instanceof Record nested && !(value instanceof CounterRandom)) {
            collect(nested);
        } else if (value instanceof List<?> parts) {
            ArrayNode list = parameters.putArray(name);
            parts.forEach(part -> list.add(ModelDescription.of(part, neurons)));
        }
    }

    private void putValues(String name, NeuronValues values) {
        if (values.isCommon()) {
            JsonNodes.putNumber(parameters, name, values.at(0));
            return;
        }
        if (neurons > MOST_LISTED) {
            putRange(name, values);
            return;
        }
        ArrayNode each = parameters.putArray(name);
        for (int neuron = 0; neuron < neurons; neuron++) {
            each.add(values.at(neuron));
        }
    }

    private void putRange(String name, NeuronValues values) {
        DoubleSummaryStatistics all =
                IntStream.range(0, neurons).mapToDouble(values::at).summaryStatistics();
        ObjectNode range = parameters.putObject(name);
        JsonNodes.putNumber(range, "smallest", all.getMin());
        JsonNodes.putNumber(range, "largest", all.getMax());
        JsonNodes.putNumber(range, "mean", all.getAverage());
    }
}
