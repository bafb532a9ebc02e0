package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import java.lang.reflect.RecordComponent;
import java.util.Locale;

/**
 * Parameters of a neuron model. Models are records, so that they can be read off them: a new model needs no change here.
 */
final class ModelDescription {

    private final int neurons;
    private final ObjectNode parameters = Json.object();

    private ModelDescription(int neurons) {
        this.neurons = neurons;
    }

    /**
     * Numbers, choices and words of a model by name, those of nested records included; a number for each neuron where they
     * differ.
     */
    static ObjectNode parameters(NeuronModel model, int neurons) {
        ModelDescription description = new ModelDescription(neurons);
        description.collect(model);
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
                // A record that is not public keeps its parameters to itself.
                continue;
            }
        }
    }

    private void put(String name, Object value) {
        if (value instanceof NeuronValues values) {
            putValues(name, values);
        } else if (value instanceof Double number) {
            Json.putNumber(parameters, name, number);
        } else if (value instanceof Number number) {
            parameters.put(name, number.longValue());
        } else if (value instanceof Boolean flag) {
            parameters.put(name, flag);
        } else if (value instanceof Enum<?> choice) {
            parameters.put(name, choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        } else if (value instanceof Record nested) {
            collect(nested);
        }
    }

    private void putValues(String name, NeuronValues values) {
        if (values.isCommon()) {
            Json.putNumber(parameters, name, values.at(0));
            return;
        }
        ArrayNode each = parameters.putArray(name);
        for (int neuron = 0; neuron < neurons; neuron++) {
            each.add(values.at(neuron));
        }
    }
}
