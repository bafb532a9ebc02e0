package ganglion.cli.option;

import ganglion.documents.key.Key;
import ganglion.documents.key.SingleValue;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * An option that is a key of documents: description, default, range and unit are those of the key.
 *
 * @param <T> its value
 */
final class KeyOption<T> {

    private final OptionSpec.Builder builder;
    private final T defaultValue;
    private T value;

    private KeyOption(OptionSpec.Builder builder, String description, Function<String, T> reader, T defaultValue) {
        ITypeConverter<T> converter = text -> convert(text, reader);
        this.builder = builder.type(Object.class)
                .converters(converter)
                .description(description.replace("%", "%%"))
                .setter(new Setter());
        this.defaultValue = defaultValue;
    }

    /** An option with the values that documents may have. */
    static <T> KeyOption<T> of(String name, String label, Key<T> key) {
        return new KeyOption<>(
                OptionSpec.builder(name).paramLabel(label),
                key.description() + " Default: " + key.writtenDefault().asText() + ".",
                text -> key.in(SingleValue.of(key, SingleValue.node(text))),
                key.defaultValue().orElseThrow());
    }

    /** An option that chooses some kinds of a key by their words. */
    static KeyOption<String> ofKinds(String name, Key<?> key, KindWords<?> kinds, String more) {
        String usual = key.writtenDefault().fieldNames().next();
        return new KeyOption<>(
                OptionSpec.builder(name).paramLabel("KIND"),
                key.description() + " Here: " + String.join(", ", kinds.words()) + ". Default: " + usual + more + ".",
                kinds::checked,
                usual);
    }

    /** The value that was given; the key's default if none was. */
    T value() {
        return valueOr(defaultValue);
    }

    /** The value that was given, or another. */
    T valueOr(T another) {
        return value == null ? another : value;
    }

    boolean given() {
        return value != null;
    }

    OptionSpec spec() {
        return builder.build();
    }

    private static <T> T convert(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private final class Setter implements ISetter {

        /** The parser passes what the converter made, or null at the start of a call. */
        @Override
        @SuppressWarnings("unchecked")
        public <V> V set(V given) {
            value = (T) given;
            return null;
        }
    }
}
