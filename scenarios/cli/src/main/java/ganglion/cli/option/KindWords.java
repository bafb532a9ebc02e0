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
            throw new IllegalArgumentException("found \"" + word + "\", expected one of " + String.join(", ", words())
                    + Suggestions.hint(word, words()));
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
