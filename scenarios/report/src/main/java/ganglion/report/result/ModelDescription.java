package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.neuron.NeuronModel;
import java.lang.reflect.RecordComponent;
import java.util.Locale;

/**
 * Name and parameters of a neuron model. Models are records, so that both can be read off them: a new model needs no
 * change here.
 */
final class ModelDescription {

    private ModelDescription() {}

    /** {@code LeakyIntegrator} is a leaky integrator. */
    static String name(NeuronModel model) {
        String name = model.getClass().getSimpleName();
        return name.equals("Lif")
                ? "LIF"
                : name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** Numbers, choices and words of a model by name, those of nested records included. */
    static ObjectNode parameters(NeuronModel model) {
        ObjectNode parameters = Json.object();
        collect(model, parameters);
        return parameters;
    }

    private static void collect(Object value, ObjectNode parameters) {
        if (!value.getClass().isRecord()) {
            return;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                put(component.getName(), component.getAccessor().invoke(value), parameters);
            } catch (ReflectiveOperationException e) {
                // A record that is not public keeps its parameters to itself.
                continue;
            }
        }
    }

    private static void put(String name, Object value, ObjectNode parameters) {
        if (value instanceof Double number) {
            Json.putNumber(parameters, name, number);
        } else if (value instanceof Number number) {
            parameters.put(name, number.longValue());
        } else if (value instanceof Boolean flag) {
            parameters.put(name, flag);
        } else if (value instanceof Enum<?> choice) {
            parameters.put(name, choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        } else if (value instanceof Record nested) {
            collect(nested, parameters);
        }
    }
}
