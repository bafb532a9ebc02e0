package ganglion.cli.option;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.encode.EncoderSeed;
import ganglion.documents.Suggestions;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.SingleValue;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.time.Clock;
import java.util.List;
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
    static KeyOption<String> ofKinds(String name, Key<?> key, KindWords<?> kinds) {
        String usual = key.writtenDefault().fieldNames().next();
        return new KeyOption<>(
                OptionSpec.builder(name).paramLabel("KIND"),
                key.description() + " Here: " + String.join(", ", kinds.words()) + ". Default: " + usual + ".",
                kinds::checked,
                usual);
    }

    /** The value that was given; the key's default if none was. */
    T value() {
        return value == null ? defaultValue : value;
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

    /**
     * Kinds that are chosen by their word alone. Their times are counted in ticks of the default front end.
     *
     * @param kinds in the order in which messages list them
     * @param parameters of a kind, as a document would have them
     * @param <T> what all have in common
     */
    record KindWords<T>(List<Kind<? extends T>> kinds, Function<Key<?>, JsonNode> parameters) {

        List<String> words() {
            return kinds.stream().map(kind -> kind.key().name()).toList();
        }

        /** @throws IllegalArgumentException if no kind has this word, listing them */
        String checked(String word) {
            if (!words().contains(word)) {
                throw new IllegalArgumentException("found \"" + word + "\", expected one of "
                        + String.join(", ", words()) + Suggestions.hint(word, words()));
            }
            return word;
        }

        /**
         * The kind of a word.
         *
         * @param seed of kinds that draw random numbers
         */
        T read(String word, long seed) {
            Kind<? extends T> kind = kinds.get(words().indexOf(word));
            Place place = SingleValue.of(kind.key(), parameters.apply(kind.key()));
            place.reading().setClock(new TickTimes(new Clock(CochleaParameters.DEFAULT.hopSeconds())));
            place.reading().setContext(EncoderSeed.class, new EncoderSeed(seed));
            return kind.key().in(place);
        }
    }
}
