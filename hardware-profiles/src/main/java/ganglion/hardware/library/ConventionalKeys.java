package ganglion.hardware.library;

import static ganglion.documents.key.Types.listOf;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.HardwareProfile.Arithmetic;
import ganglion.hardware.chip.HardwareProfile.MemoryLevel;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The keys of what a conventional processor has: arithmetic by number format, and levels of memory. */
final class ConventionalKeys {

    private static final String ENERGY_EXAMPLE = "{value: 0.9 pJ, kind: published, source: horowitz-2014}";

    private static final Key<Figure> ADD = Key.of("add", FigureKeys.ENERGY)
            .says("Energy of one addition.")
            .required()
            .exampleText(ENERGY_EXAMPLE);
    private static final Key<Figure> MULTIPLY = Key.of("multiply", FigureKeys.ENERGY)
            .says("Energy of one multiplication.")
            .required()
            .exampleText("{value: 3.7 pJ, kind: published, source: horowitz-2014}");
    private static final Shape<Arithmetic> ARITHMETIC = Shape.of(
                    "the energies of add and multiply",
                    place -> new Arithmetic(ADD.in(place), MULTIPLY.in(place)),
                    ADD,
                    MULTIPLY)
            .named("arithmetic");

    /** Arithmetic by number format. */
    static final Shape<Map<NumberFormat, Arithmetic>> FORMAT_TABLE = Shape.table(
            "an object with energies by number format",
            List.of(NumberFormat.values()),
            format -> Key.of(format.word(), ARITHMETIC)
                    .says("Energies in " + format.word() + ".")
                    .exampleText("{add: " + ENERGY_EXAMPLE + ", multiply: " + ENERGY_EXAMPLE + "}"));

    private static final Key<String> NAME = Key.of("name", ProfileTypes.LINE)
            .says("Name of the level, as reports show it.")
            .required()
            .example("32 KB SRAM");
    private static final Key<Figure> CAPACITY = Key.of("capacity", FigureKeys.MEMORY)
            .says("Bytes that the level holds. The last level, and only the last, has none: it holds everything.")
            .exampleText("{value: 32 KiB, kind: published, source: horowitz-2014}");
    private static final Key<Figure> ACCESS = Key.of("access", FigureKeys.ENERGY)
            .says("Energy to read or write one word.")
            .required()
            .exampleText("{value: 20 pJ, kind: published, source: horowitz-2014}");
    private static final Key<Integer> WORD_BYTES = Key.of("word-bytes", ProfileTypes.SIZE)
            .says("Bytes of one word.")
            .required()
            .example(8);
    private static final Shape<MemoryLevel> LEVEL = Shape.of(
            "a level of memory",
            place -> new MemoryLevel(NAME.in(place), CAPACITY.find(place), ACCESS.in(place), WORD_BYTES.in(place)),
            NAME,
            CAPACITY,
            ACCESS,
            WORD_BYTES);

    static final Key<List<MemoryLevel>> MEMORY = Key.of(
                    "memory", listOf("a list of levels of memory", LEVEL).size(1, 0))
            .says("Levels of memory from the nearest to the last, which alone has no capacity.")
            .exampleText(
                    "[{name: DRAM, access: {value: 1.3 nJ, kind: published, source: horowitz-2014}, word-bytes: 8}]");

    private ConventionalKeys() {}

    /** The levels of a profile, which must ascend. */
    static List<MemoryLevel> levels(Place root) {
        List<MemoryLevel> levels = new ArrayList<>();
        List<Place> places = root.elements(MEMORY.name());
        double below = 0;
        for (Place place : places) {
            MemoryLevel level = LEVEL.read(place);
            levels.add(level);
            double bytes = level.capacity().map(Figure::value).orElse(Double.POSITIVE_INFINITY);
            boolean last = levels.size() == places.size();
            if (!(bytes > below) || level.capacity().isEmpty() != last) {
                place.problem("expected levels of ascending capacity, with none for the last, which holds everything");
            }
            below = bytes;
        }
        return levels;
    }
}
