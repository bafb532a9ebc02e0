package ganglion.odin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@link TinyOdin} to cycles that are counted by hand. */
class TinyOdinTest {

    private static final long LONG = 100_000;

    private static final TinyOdin.Settings FOUR_NEURONS = new TinyOdin.Settings(4, false, false, 0);

    private final AddressEvents inputs = new AddressEvents();

    private final AddressEvents outputs = new AddressEvents();

    private final AddressEvents lost = new AddressEvents();

    @Test
    void firesAtACycleThatFollowsFromTheController() {
        TinyOdin chip = new TinyOdin(FOUR_NEURONS);
        chip.setNeuron(2, TinyOdin.word(false, 0, 5, 0));
        chip.setNeuron(0, TinyOdin.word(false, 0, 5, 0));
        chip.setNeuron(1, TinyOdin.word(false, 0, 5, 0));
        chip.setNeuron(3, TinyOdin.word(false, 0, 5, 0));
        chip.setWeight(9, 2, 7);
        inputs.add(10, TinyOdin.spike(9));

        long end = chip.run(inputs, outputs, lost, LONG);

        // Seen 2 cycles after the request, pushed in the next cycle, handshake of 4, decided at 18; neuron 2 is written
        // in the 6th cycle
        // of the row, and its request rises after it.
        assertEquals(List.of("25 2"), list(outputs));
        // 8 cycles of handover, 2 for neuron 3, 1 for the pop; then the spike itself on row 2: 4 neurons in 8 cycles,
        // and its pop.
        assertEquals(25 + 8 + 2 + 1 + 1 + 8 + 1, end);
        assertEquals(8, chip.synapticOperations());
    }

    @Test
    void potentialsEndWhere12BitsDo() {
        TinyOdin chip = new TinyOdin(FOUR_NEURONS);
        chip.setNeuron(0, TinyOdin.word(false, 0, 4095, 2045));
        chip.setNeuron(1, TinyOdin.word(false, 0, 4095, -2045));
        chip.setNeuron(2, TinyOdin.word(false, 100, 4095, 60));
        chip.setNeuron(3, TinyOdin.word(false, 100, 4095, -160));
        chip.setWeight(0, 0, 7);
        chip.setWeight(0, 1, -8);
        inputs.add(0, TinyOdin.spike(0));
        inputs.add(1000, TinyOdin.leakAll());

        chip.run(inputs, outputs, lost, LONG);

        assertEquals(2047, chip.potential(0));
        assertEquals(-2048, chip.potential(1));
        assertEquals(0, chip.potential(2));
        assertEquals(-60, chip.potential(3));
    }

    @Test
    void saysWhatAnAddressCannotHold() {
        IllegalArgumentException fault = assertThrows(IllegalArgumentException.class, () -> TinyOdin.virtual(16, 1));

        assertEquals("found neuron 16, expected a number from 0 to 15", fault.getMessage());
    }

    private static List<String> list(AddressEvents events) {
        return Stream.iterate(0, i -> i < events.size(), i -> i + 1)
                .map(i -> events.cycle(i) + " " + events.address(i))
                .toList();
    }
}
