package ganglion.scenario.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LayerNamesTest {

    @Test
    void keepsNamesThatAScenarioMayUse() {
        assertEquals("lif1.lif", new LayerNames().of("lif1.lif"));
    }

    @Test
    void makesNamesOfNumbersAndSigns() {
        LayerNames names = new LayerNames();

        assertEquals("node-0", names.of("0"));
        assertEquals("a-b", names.of("a/b"));
        assertEquals("a-b-2", names.of("a b"));
        assertEquals("a-b", names.of("a/b"));
    }

    @Test
    void cutsLongNamesWithoutMixingThemUp() {
        LayerNames names = new LayerNames();
        String first = names.of("x".repeat(100));
        String second = names.of("x".repeat(101));

        assertEquals(64, first.length());
        assertEquals(64, second.length());
        assertTrue(second.endsWith("-2"));
    }
}
