package ganglion.hardware.chip;

/**
 * The cores of one chip: tiles in a rectangular mesh, each with one router and the same number of cores. Tiles are
 * numbered along the columns: tile {@code i} lies at {@code x = i / height}, {@code y = i % height}.
 *
 * @param widthTiles tiles from west to east
 * @param heightTiles tiles from south to north
 * @param coresPerTile cores that share a router
 */
public record Mesh(int widthTiles, int heightTiles, int coresPerTile) {

    /** Largest number of cores that is modelled: far beyond any chip, and small enough to hold in memory. */
    public static final int MOST_CORES = 1 << 20;

    /** @throws IllegalArgumentException if a size is below one, or there are more than 2^20 cores */
    public Mesh {
        if (widthTiles < 1 || heightTiles < 1 || coresPerTile < 1) {
            throw new IllegalArgumentException("a mesh needs at least one tile and one core per tile");
        }
        if ((long) widthTiles * heightTiles * coresPerTile > MOST_CORES) {
            throw new IllegalArgumentException("a mesh has at most " + MOST_CORES + " cores");
        }
    }

    /** Cores of the whole chip. */
    public int cores() {
        return widthTiles * heightTiles * coresPerTile;
    }

    /** Tile of a core of this chip. */
    public int tile(int core) {
        return core / coresPerTile;
    }

    /** Column of a tile, counted from the west. */
    public int x(int tile) {
        return tile / heightTiles;
    }

    /** Row of a tile, counted from the south. */
    public int y(int tile) {
        return tile % heightTiles;
    }
}
