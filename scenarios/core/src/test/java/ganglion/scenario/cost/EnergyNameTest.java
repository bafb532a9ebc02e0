package ganglion.scenario.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.estimate.Boundary;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnergyNameTest {

    @Test
    void everyNameIsReadAgain() {
        for (Boundary boundary : Boundary.values()) {
            for (boolean ofDecision : new boolean[] {true, false}) {
                for (boolean artificial : new boolean[] {true, false}) {
                    EnergyName name = new EnergyName(boundary, ofDecision, "odin@1.3MHz", artificial);
                    assertEquals(Optional.of(name), EnergyName.parse(name.text()));
                }
            }
        }
    }

    @Test
    void anExpectationSaysMoreOfWhatComputes() {
        EnergyName name = new EnergyName(Boundary.ACTIVE, true, "gap9", true);

        assertTrue(name.isOf("active energy of a decision on gap9 (artificial network, once, int8)"));
        assertTrue(name.isOf("active energy of a decision on gap9"));
        assertFalse(name.isOf("active energy of a decision on gap9-board"));
        assertFalse(name.isOf("active energy of the run on gap9"));
    }

    @Test
    void otherFiguresAreNoEnergies() {
        assertEquals(Optional.empty(), EnergyName.parse("work of a decision on loihi (s)"));
        assertEquals(Optional.empty(), EnergyName.parse("active energy of a decision on loihi"));
        assertEquals(
                Optional.empty(),
                EnergyName.parse("active energy of a decision on gap9 (artificial network, int8) (J)"));
    }
}
