package ganglion.scenario.format.expect;

import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.text;

import ganglion.documents.key.Key;
import ganglion.documents.key.TextType;
import ganglion.documents.key.Type;
import ganglion.documents.key.Types;
import java.util.List;

/** The keys that say which outcomes pass. */
final class LimitKeys {

    /** The name of a class. */
    static final TextType LABEL = text("a label");

    private static final Type<Object> NUMBER_OR_QUANTITY =
            oneOf("a number, or a quantity with its unit", number(), text("").length(1, 0));

    /** Both limits, which themselves pass. */
    static final Key<List<Object>> BETWEEN = Key.of(
                    "between",
                    listOf(
                                    "a list of the lowest and the highest value that pass",
                                    Types.<Object>oneOf("a number or a quantity", number(), text("")))
                            .size(2, 2))
            .says(
                    "Lowest and highest value that pass: whole numbers, numbers, or quantities with their units, depending on"
                            + " what the expectation looks at.")
            .exampleText("[10, 40]")
            .exampleText("[5 Hz, 20 Hz]");

    static final Key<Double> AT_LEAST = Key.of("at-least", number())
            .says("Lowest number that passes.")
            .example(9)
            .example(0.95);

    static final Key<Double> AT_MOST = Key.of("at-most", number())
            .says("Highest number that passes.")
            .example(40)
            .example(0.3);

    static final Key<Object> EQUALS = Key.of(
                    "equals", Types.<Object>oneOf("a number or a label", number(), text("").length(1, 0)))
            .says("The number, or the label, that passes.")
            .example(12)
            .example("C#");

    /** How many decisions there are, which is checked beside the limits. */
    static final Key<Integer> OF = Key.of("of", integer().from(1).to(10_000))
            .titled("a whole number")
            .says("Number of decisions that there must be in all.")
            .example(12);

    static final Key<Double> BEFORE =
            Key.of("before", fractionalTicks()).says("Passes if earlier.").example("300 ms");

    static final Key<Double> AFTER =
            Key.of("after", fractionalTicks()).says("Passes if later.").example("10 ms");

    static final Key<Object> BELOW = Key.of("below", NUMBER_OR_QUANTITY)
            .says("Number or quantity that must not be reached.")
            .example("50 uJ")
            .example("5 ms")
            .example(3.5);

    static final Key<Object> ABOVE = Key.of("above", NUMBER_OR_QUANTITY)
            .says("Number or quantity that must be exceeded.")
            .example("1 nJ")
            .example("1 us")
            .example(0.5);

    /** The limits; {@link #OF} is none. */
    static final List<Key<?>> ALL = List.of(BETWEEN, AT_LEAST, AT_MOST, EQUALS, BEFORE, AFTER, BELOW, ABOVE);

    private LimitKeys() {}
}
