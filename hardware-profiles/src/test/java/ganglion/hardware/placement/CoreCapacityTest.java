package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.cost.ToyProfiles;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoreCapacityTest {

    private static CoreCapacity of(Map<Limit, Integer> limits) {
        return CoreCapacity.of(ToyProfiles.limits(limits));
    }

    @Test
    void takesEachLimitFromItsFigure() {
        CoreCapacity capacity =
                of(Map.of(Limit.NEURONS_PER_CORE, 8, Limit.SYNAPSES_PER_CORE, 100, Limit.INPUT_AXONS_PER_CORE, 30));

        assertEquals(new CoreCapacity(8, 30, 100), capacity);
        assertEquals("8 neurons, 30 input axons, 100 synapses", capacity.text());
        assertFalse(capacity.isUnknown());
    }

    @Test
    void countsTheSynapsesThatTheMemoryHolds() {
        assertEquals(
                3,
                of(Map.of(Limit.SYNAPSE_MEMORY_PER_CORE, 10, Limit.MEMORY_PER_SYNAPSE, 3))
                        .synapses());
        assertEquals(
                2,
                of(Map.of(Limit.SYNAPSES_PER_CORE, 2, Limit.SYNAPSE_MEMORY_PER_CORE, 10, Limit.MEMORY_PER_SYNAPSE, 3))
                        .synapses());
        assertEquals(
                3,
                of(Map.of(Limit.SYNAPSES_PER_CORE, 5, Limit.SYNAPSE_MEMORY_PER_CORE, 10, Limit.MEMORY_PER_SYNAPSE, 3))
                        .synapses());
        assertEquals(
                Long.MAX_VALUE, of(Map.of(Limit.SYNAPSE_MEMORY_PER_CORE, 10)).synapses());
        assertEquals(Long.MAX_VALUE, of(Map.of(Limit.MEMORY_PER_SYNAPSE, 3)).synapses());
    }

    @Test
    void isUnknownOnlyWithoutAnyLimit() {
        assertTrue(CoreCapacity.of(ChipLimits.UNKNOWN).isUnknown());
        assertEquals("", CoreCapacity.of(ChipLimits.UNKNOWN).text());
        assertFalse(of(Map.of(Limit.NEURONS_PER_CORE, 1)).isUnknown());
        assertFalse(of(Map.of(Limit.SYNAPSES_PER_CORE, 1)).isUnknown());
        assertFalse(of(Map.of(Limit.INPUT_AXONS_PER_CORE, 1)).isUnknown());
    }
}
