package ganglion.learning.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.WordType;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.surrogate.Surrogate;
import ganglion.learning.surrogate.Surrogate.ArcTangent;
import ganglion.learning.surrogate.Surrogate.DoubleGaussian;
import ganglion.learning.surrogate.Surrogate.Exponential;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import ganglion.learning.surrogate.Surrogate.Sigmoid;
import ganglion.learning.surrogate.Surrogate.StraightThrough;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Layers as JSON objects. The records of the model are the only declaration: each component is a key, written in lower case with
 * hyphens, and its type says how its value is written. Delays of synapses are left out where there are none.
 */
final class LayerEntries {

    private static final Map<String, Class<? extends Record>> KINDS = Map.ofEntries(
            Map.entry("dense", Dense.class),
            Map.entry("gain", Gain.class),
            Map.entry("convolution", Convolution.class),
            Map.entry("pooling", Pooling.class),
            Map.entry("flatten", Flatten.class),
            Map.entry("dropout", Dropout.class),
            Map.entry("batch-normalisation", BatchNormalisation.class),
            Map.entry("neurons", Neurons.class),
            Map.entry("se-adlif", SeAdLifNeurons.class),
            Map.entry("balanced-resonate-and-fire", BalancedNeurons.class));

    private static final Map<String, Class<? extends Record>> SURROGATES = Map.of(
            "fast-sigmoid", FastSigmoid.class,
            "sigmoid", Sigmoid.class,
            "exponential", Exponential.class,
            "double-gaussian", DoubleGaussian.class,
            "arc-tangent", ArcTangent.class,
            "straight-through", StraightThrough.class);

    private LayerEntries() {}

    static ObjectNode write(Layer layer) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("kind", layer.kind());
        writeComponents(document, layer);
        return document;
    }

    private static void writeComponents(ObjectNode document, Object values) {
        for (RecordComponent component : values.getClass().getRecordComponents()) {
            Object value = valueOf(component, values);
            if (!value.equals(SynapseDelays.NONE)) {
                write(document, key(component), value);
            }
        }
    }

    private static Object valueOf(RecordComponent component, Object values) {
        try {
            return component.getAccessor().invoke(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record hides its component " + component, e);
        }
    }

    private static void write(ObjectNode document, String key, Object value) {
        if (value instanceof Integer number) {
            document.put(key, number);
        } else if (value instanceof Double number) {
            document.put(key, number);
        } else if (value instanceof Boolean truth) {
            document.put(key, truth);
        } else if (value instanceof Enum<?> constant) {
            document.put(key, WordType.wordOf(constant));
        } else if (value instanceof Surrogate surrogate) {
            writeSurrogate(document.putObject(key), surrogate);
        } else {
            writeComponents(document.putObject(key), value);
        }
    }

    private static void writeSurrogate(ObjectNode document, Surrogate surrogate) {
        SURROGATES.forEach((name, type) -> {
            if (type.isInstance(surrogate)) {
                document.put("name", name);
            }
        });
        for (RecordComponent component : surrogate.getClass().getRecordComponents()) {
            document.withArray("parameters").add((Double) valueOf(component, surrogate));
        }
    }

    private static String key(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static Layer read(ModelDocument document) throws ModelFileException {
        Class<? extends Record> kind = KINDS.get(document.text("kind"));
        try {
            if (kind == null) {
                throw new IllegalArgumentException("there is no kind of layer named " + document.text("kind"));
            }
            return (Layer) read(document, kind);
        } catch (IllegalArgumentException e) {
            throw document.refused(e);
        }
    }

    private static Record read(ModelDocument document, Class<? extends Record> type) throws ModelFileException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(document, key(components[i]), components[i].getType());
        }
        return create(type, values);
    }

    private static Record create(Class<? extends Record> type, Object... values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record " + type + " has no public constructor", e);
        }
    }

    private static Object read(ModelDocument document, String key, Class<?> type) throws ModelFileException {
        if (type == int.class) {
            return document.integer(key);
        } else if (type == double.class) {
            return document.parameter(key);
        } else if (type == boolean.class) {
            return document.truth(key);
        } else if (type.isEnum()) {
            return document.choice(type, key);
        } else if (type == Surrogate.class) {
            return surrogate(document.at(key));
        } else if (type == SynapseDelays.class && !document.has(key)) {
            return SynapseDelays.NONE;
        }
        return read(document.at(key), type.asSubclass(Record.class));
    }

    private static Surrogate surrogate(ModelDocument document) throws ModelFileException {
        String name = document.text("name");
        Class<? extends Record> type = SURROGATES.get(name);
        if (type == null) {
            throw new IllegalArgumentException("there is no surrogate named " + name + "; expected one of "
                    + String.join(", ", new TreeSet<>(SURROGATES.keySet())));
        }
        Object[] parameters = new Object[document.has("parameters") ? document.length("parameters") : 0];
        int expected = type.getRecordComponents().length;
        if (parameters.length != expected) {
            throw new IllegalArgumentException(
                    "surrogate " + name + " takes " + expected + " parameters, not " + parameters.length);
        }
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = document.numberAt("parameters", i);
        }
        return (Surrogate) create(type, parameters);
    }
}
