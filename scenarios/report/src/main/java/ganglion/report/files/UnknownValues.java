package ganglion.report.files;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How Jackson writes values that may be unknown: null for a number that is none, is infinite or as large as numbers go, and for an empty number. An
 * empty {@link Optional} counts as empty, so that a mapper that includes only what is not empty leaves it out.
 */
public final class UnknownValues extends SimpleModule {

    private static final long serialVersionUID = 1;

    /** The module. */
    public UnknownValues() {
        addSerializer(double.class, new Number());
        addSerializer(Double.class, new Number());
        addSerializer(OptionalDouble.class, new OfOptionalDouble());
        addSerializer(OptionalLong.class, new OfOptionalLong());
        addSerializer(Optional.class, new OfOptional());
    }

    private static void write(double value, JsonGenerator json) throws IOException {
        if (Math.abs(value) < Double.MAX_VALUE) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    private static final class Number extends JsonSerializer<Double> {

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            write(value, json);
        }
    }

    private static final class OfOptionalDouble extends JsonSerializer<OptionalDouble> {

        @Override
        public void serialize(OptionalDouble value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            write(value.orElse(Double.NaN), json);
        }
    }

    private static final class OfOptionalLong extends JsonSerializer<OptionalLong> {

        @Override
        public void serialize(OptionalLong value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value.isPresent()) {
                json.writeNumber(value.getAsLong());
            } else {
                json.writeNull();
            }
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class OfOptional extends JsonSerializer<Optional> {

        @Override
        public boolean isEmpty(SerializerProvider provider, Optional value) {
            return value.isEmpty();
        }

        @Override
        public void serialize(Optional value, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(value.isPresent() ? value.get() : null, json);
        }
    }
}
