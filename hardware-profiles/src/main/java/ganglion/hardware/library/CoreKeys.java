package ganglion.hardware.library;

import static ganglion.documents.key.Types.readAs;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.figure.Figure;
import java.util.List;
import java.util.Map;

/** The keys of a chip's cores: how they lie, and what they hold. */
final class CoreKeys {

    private static final Key<Integer> WIDTH = Key.of("width", ProfileTypes.SIZE)
            .says("Tiles from west to east.")
            .required()
            .example(8);
    private static final Key<Integer> HEIGHT = Key.of("height", ProfileTypes.SIZE)
            .says("Tiles from south to north.")
            .required()
            .example(4);
    private static final Key<Integer> CORES_PER_TILE = Key.of("cores-per-tile", ProfileTypes.SIZE)
            .says("Cores that share a router.")
            .required()
            .example(4);

    /** The mesh of one chip. */
    static final Shape<Mesh> TOPOLOGY = Shape.of(
            "an object with width, height, cores-per-tile, kind and source",
            CoreKeys::mesh,
            WIDTH,
            HEIGHT,
            CORES_PER_TILE,
            FigureKeys.KIND,
            FigureKeys.SOURCE,
            FigureKeys.AT,
            FigureKeys.NOTE);

    private static final Shape<Map<Limit, Figure>> BY_LIMIT =
            Shape.table("an object of limits", List.of(Limit.values()), CoreKeys::key);

    /** The limits of a chip. */
    static final Type<ChipLimits> LIMITS = readAs(BY_LIMIT, place -> new ChipLimits(BY_LIMIT.read(place)));

    private CoreKeys() {}

    private static Key<Figure> key(Limit limit) {
        return Key.of(limit.key(), limit.isMemory() ? FigureKeys.MEMORY : FigureKeys.COUNT)
                .says(limit.meaning())
                .exampleText("{value: " + limit.example() + ", kind: published, source: davies-2018}");
    }

    private static Mesh mesh(Place place) {
        FigureKeys.citation(place);
        int width = WIDTH.in(place);
        int height = HEIGHT.in(place);
        int coresPerTile = CORES_PER_TILE.in(place);
        if ((long) width * height * coresPerTile > Mesh.MOST_CORES) {
            place.problem("found more than " + Mesh.MOST_CORES + " cores, the most that is modelled");
            return new Mesh(1, 1, 1);
        }
        return new Mesh(width, height, coresPerTile);
    }
}
