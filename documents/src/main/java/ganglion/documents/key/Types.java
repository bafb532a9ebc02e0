package ganglion.documents.key;

import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types that most keys have; meant to be imported statically. */
public final class Types {

    private static final TextType PATH = new TextType("the name of a file", "path", "", 1, 4096);

    private Types() {}

    /** A finite number. */
    public static NumberType number() {
        return new NumberType(Bounds.NONE);
    }

    /** A whole number of 32 bits. */
    public static IntegerType integer() {
        return new IntegerType(Bounds.NONE);
    }

    /** A whole number from 0, of 63 bits. */
    public static Type<Long> naturalNumber() {
        return new LongType();
    }

    /** {@code true} or {@code false}. */
    public static Type<Boolean> flag() {
        return new FlagType();
    }

    /** A text, by what messages expect. */
    public static TextType text(String title) {
        return new TextType(title, "", "", 0, 0);
    }

    /** The constants of an enumeration; {@code AT_ONCE} is written {@code at-once}. */
    public static <E extends Enum<E>> WordType<E> words(String title, Class<E> type) {
        return WordType.of(title, type);
    }

    /** Words that stand for values, in the order in which pages list them. */
    public static <T> WordType<T> words(String title, Map<String, T> words) {
        return new WordType<>(title, new LinkedHashMap<>(words));
    }

    /** Words that stand for themselves. */
    public static WordType<String> words(String title, String... words) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String word : words) {
            map.put(word, word);
        }
        return new WordType<>(title, map);
    }

    /** One certain word. */
    public static Type<String> constant(String word) {
        return new ConstantType(word);
    }

    /** A length of time in seconds, of which a document's clock need not know: {@code 64 ms}. */
    public static UnitType<Double> seconds() {
        return UnitType.of(Dimension.TIME, "duration", "2 ms");
    }

    /** A frequency in hertz. */
    public static UnitType<Double> hertz() {
        return UnitType.of(Dimension.FREQUENCY, "frequency", "16 kHz");
    }

    /** A power in watts. */
    public static UnitType<Double> watts() {
        return UnitType.of(Dimension.POWER, "power", "2 mW");
    }

    /** An energy in joules. */
    public static UnitType<Double> joules() {
        return UnitType.of(Dimension.ENERGY, "energy", "50 uJ");
    }

    /** A time that is a whole number of ticks. */
    public static UnitType<Long> ticks() {
        return UnitType.ofTicks(Place::ticks, (ticks, unit) -> ticks + unit);
    }

    /** A time in ticks that need not be whole. */
    public static UnitType<Double> fractionalTicks() {
        return UnitType.ofTicks(place -> place.fractionalTicks(1), (ticks, unit) -> ticks + unit);
    }

    /** A delay: a whole number of ticks, at least one. */
    public static UnitType<Integer> delayTicks() {
        return UnitType.ofTicks(Place::delayTicks, (ticks, unit) -> ticks + unit);
    }

    /** The name of a file that must be there. */
    public static Type<DocumentPath> file() {
        return new MappedType<>(PATH, Place::file, DocumentPath::written);
    }

    /** The name of a file that need not be there yet. */
    public static Type<DocumentPath> futureFile() {
        return new MappedType<>(PATH, Place::futureFile, DocumentPath::written);
    }

    /** The name of a folder that must be there. */
    public static Type<DocumentPath> folder() {
        return new MappedType<>(PATH, Place::folder, DocumentPath::written);
    }

    /** One text, or a list of at least one, by what messages expect. */
    public static <T> Type<List<T>> oneOrMore(String title, Type<T> element) {
        return new OneOrMoreType<>(title, element);
    }

    /** A list of values of one type, by what messages expect. */
    public static <T> ListType<T> listOf(String title, Type<T> element) {
        return new ListType<>(title, element, "", 0, 0, false);
    }
}
