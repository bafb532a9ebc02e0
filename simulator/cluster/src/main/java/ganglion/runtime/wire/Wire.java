package ganglion.runtime.wire;

import ganglion.kernel.event.SpikeBatch;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.BufferUnderflowException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The form in which messages travel: one byte for the kind, then the components of the record in their order, those of nested records
 * as well; numbers big-endian, a list after the number of its elements. Nodes of other versions of the program may have another form, and
 * are refused before anything but {@link Message.Prepare} is sent.
 */
public final class Wire {

    /** Kinds by number; the order must not change. */
    private static final List<Class<? extends Message>> KINDS = List.of(
            Message.Prepare.class,
            Message.Refused.class,
            Message.Built.class,
            Message.LayOut.class,
            Message.LaidOut.class,
            Message.Restore.class,
            Message.Begin.class,
            Message.Ready.class,
            Message.Run.class,
            Message.Deliver.class,
            Message.Heard.class,
            Message.Question.class,
            Message.Answer.class,
            Message.NoAnswer.class,
            Message.Failed.class,
            Message.Missed.class,
            Message.Release.class,
            Message.Still.class);

    /** How components that are no records, lists or constants are read. */
    private static final Map<Class<?>, Function<WireInput, Object>> READERS = Map.of(
            int.class, WireInput::readInt,
            long.class, WireInput::readLong,
            boolean.class, WireInput::readBoolean,
            String.class, WireInput::readText,
            byte[].class, WireInput::readBytes,
            int[].class, WireInput::readInts,
            long[].class, WireInput::readLongs,
            OptionalDouble.class, Wire::readOptional,
            SpikeBatch.class, Wire::readSpikes);

    /** How a record is taken apart and made. */
    private record Form(Constructor<?> constructor, Method[] accessors, Type[] types) {

        static Form of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] classes =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Form(
                        type.getConstructor(classes),
                        Arrays.stream(components)
                                .map(RecordComponent::getAccessor)
                                .toArray(Method[]::new),
                        Arrays.stream(components)
                                .map(RecordComponent::getGenericType)
                                .toArray(Type[]::new));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        Object component(Object value, int index) {
            try {
                return accessors[index].invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        /** @throws RuntimeException whatever the record says of components that it refuses */
        Object make(Object... components) {
            try {
                return constructor.newInstance(components);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final ClassValue<Form> FORMS = new ClassValue<>() {

        @Override
        protected Form computeValue(Class<?> type) {
            return Form.of(type);
        }
    };

    private Wire() {}

    public static byte[] encode(Message message) {
        WireOutput out = new WireOutput();
        out.writeByte(KINDS.indexOf(message.getClass()));
        write(message, out);
        return out.toBytes();
    }

    private static void write(Object value, WireOutput out) {
        if (value instanceof Integer number) {
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeLong(number);
        } else if (value instanceof Boolean yes) {
            out.writeBoolean(yes);
        } else if (value instanceof String text) {
            out.writeText(text);
        } else if (value instanceof byte[] bytes) {
            out.writeBytes(bytes);
        } else if (value instanceof int[] numbers) {
            out.writeInts(numbers);
        } else if (value instanceof long[] numbers) {
            out.writeLongs(numbers);
        } else if (value instanceof Enum<?> constant) {
            out.writeByte(constant.ordinal());
        } else if (value instanceof OptionalDouble number) {
            out.writeBoolean(number.isPresent());
            out.writeDouble(number.orElse(0));
        } else if (value instanceof SpikeBatch batch) {
            writeSpikes(batch, out);
        } else if (value instanceof List<?> all) {
            out.writeInt(all.size());
            all.forEach(element -> write(element, out));
        } else {
            Form form = FORMS.get(value.getClass());
            for (int i = 0; i < form.accessors().length; i++) {
                write(form.component(value, i), out);
            }
        }
    }

    /** @throws IllegalArgumentException if the bytes are no message */
    public static Message decode(byte[] bytes) {
        WireInput in = new WireInput(bytes);
        try {
            int kind = in.readByte();
            if (kind < 0 || kind >= KINDS.size()) {
                throw new IllegalArgumentException(
                        "found a message of kind " + kind + ", expected 0 to " + (KINDS.size() - 1));
            }
            Message message = (Message) read(KINDS.get(kind), in);
            in.checkEnd();
            return message;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("found a message that ends early", e);
        }
    }

    private static Object read(Type type, WireInput in) {
        if (type instanceof ParameterizedType list) {
            return in.readList(element -> read(list.getActualTypeArguments()[0], element));
        }
        Class<?> of = (Class<?>) type;
        if (READERS.containsKey(of)) {
            return READERS.get(of).apply(in);
        }
        if (of.isEnum()) {
            int number = in.readByte();
            if (number < 0 || number >= of.getEnumConstants().length) {
                throw new IllegalArgumentException("found a question about " + number);
            }
            return of.getEnumConstants()[number];
        }
        Form form = FORMS.get(of);
        return form.make(Arrays.stream(form.types())
                .map(component -> read(component, in))
                .toArray());
    }

    private static OptionalDouble readOptional(WireInput in) {
        boolean present = in.readBoolean();
        double number = in.readDouble();
        return present ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** Ticks are counted from the first of a batch: a window is short. */
    private static void writeSpikes(SpikeBatch batch, WireOutput out) {
        out.writeInt(batch.size());
        long first = batch.size() == 0 ? 0 : batch.tick(0);
        out.writeLong(first);
        for (int i = 0; i < batch.size(); i++) {
            out.writeInt(Math.toIntExact(batch.tick(i) - first));
            out.writeInt(batch.neuron(i));
        }
    }

    private static SpikeBatch readSpikes(WireInput in) {
        int size = in.readCount(2 * Integer.BYTES);
        long first = in.readLong();
        long[] ticks = new long[size];
        int[] neurons = new int[size];
        for (int i = 0; i < size; i++) {
            ticks[i] = first + in.readInt();
            neurons[i] = in.readInt();
        }
        return SpikeBatch.copyOf(ticks, neurons, size);
    }
}
