package ganglion.hardware.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.ChipCost.MemoryWords;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryWordsTest {

    @Test
    void takesEachCountFromItsOperation() {
        Map<Operation, Long> counts = Map.of(
                Operation.SYNAPTIC_OPERATION, 3L,
                Operation.NEURON_ACCESS, 20L,
                Operation.NEURON_UPDATE_ACTIVE, 100L,
                Operation.MESSAGE_OUT, 1000L,
                Operation.MESSAGE_IN, 4000L,
                Operation.HOP_EAST, 70000L);

        MemoryWords words = MemoryWords.of(operation -> counts.getOrDefault(operation, 0L));

        assertEquals(new MemoryWords(3, 20, 100, 5000), words);
        assertEquals(5123, words.total());
        assertEquals(0, MemoryWords.NONE.total());
    }
}
