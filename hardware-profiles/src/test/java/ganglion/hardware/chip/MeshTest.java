package ganglion.hardware.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeshTest {

    @Test
    void numbersTilesAlongTheColumns() {
        Mesh mesh = new Mesh(8, 4, 4);

        assertEquals(128, mesh.cores());
        assertEquals(31, mesh.tile(127));
        assertEquals(1, mesh.tile(4));
        assertEquals(0, mesh.x(3));
        assertEquals(3, mesh.y(3));
        assertEquals(1, mesh.x(4));
        assertEquals(0, mesh.y(4));
        assertEquals(7, mesh.x(31));
        assertEquals(3, mesh.y(31));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0", "1, -1, 1", "65536, 65536, 65536", "1025, 1024, 1"})
    void refusesSizesThatNoChipHas(int width, int height, int coresPerTile) {
        assertThrows(IllegalArgumentException.class, () -> new Mesh(width, height, coresPerTile));
    }
}
