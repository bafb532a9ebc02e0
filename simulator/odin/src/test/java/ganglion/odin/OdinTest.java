package ganglion.odin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds {@link Odin} to what its documentation says. */
class OdinTest {

    private static final long LONG = 1_000_000;

    /** A leaky integrate-and-fire neuron that leaks 3 and fires at 5. */
    private static final long LIF = 1 | 3 << 1 | 1 << 8 | 5 << 9;

    /** It learns: weights to it grow from potential 2 on, and shrink below, at a calcium of 0 to 6. */
    private static final long LEARNS = 1 << 17 | 2 << 18 | 7L << 29 | 7L << 32;

    private static final long SILENT = 1L << 63;

    private final AddressEvents inputs = new AddressEvents();

    private final AddressEvents outputs = new AddressEvents();

    private final AddressEvents lost = new AddressEvents();

    private final Odin chip = new Odin(new Odin.Settings(false, 0, false, 0, false, false, false, 0));

    @BeforeEach
    void silenceAll() {
        silence(chip);
    }

    private static void silence(Odin chip) {
        for (int i = 0; i < Odin.NEURONS; i++) {
            chip.setNeuron(i, SILENT, LIF);
        }
    }

    @Test
    void firesAtACycleThatFollowsFromTheController() {
        chip.setNeuron(2, 0, LIF);
        chip.setSynapse(9, 2, 7, true);
        inputs.add(10, Odin.spike(9));

        long end = chip.run(inputs, outputs, lost, LONG);

        // Seen 2 cycles after the request, pushed in the next one, handshake of 4, decided at 18; neuron 2 is written
        // in the 6th cycle of the row, and its request rises after it.
        assertEquals(1, outputs.size());
        assertEquals(25, outputs.cycle(0));
        assertEquals(2, outputs.address(0));
        // 8 cycles of handover, 2 for each of the other neurons, and the row of neuron 2.
        assertEquals(25 + 8 + 2 * 253 + 1 + 512, end);
        assertEquals(512, chip.synapticOperations());
    }

    @Test
    void weightsStepAsTheFlagsOfTheirTargetsSay() {
        chip.setNeuron(1, SILENT, LIF | LEARNS);
        chip.setSynapse(0, 1, 3, true);
        inputs.add(0, Odin.spike(0));
        inputs.add(2000, Odin.spike(0));
        inputs.add(4000, Odin.leakAll());
        inputs.add(6000, Odin.spike(0));

        chip.run(inputs, outputs, lost, LONG);

        // The first spike sets the flags alone: potential 3. The second steps up, and the potential is reset at 6.
        // After
        // the leak it is 0, so that the third steps down.
        assertEquals(8 | 3, chip.synapse(0, 1));
    }

    @Test
    void bistabilityTakesWeightsAwayFromTheirMiddle() {
        for (int i = 0; i < 8; i++) {
            chip.setSynapse(7, i, i, i != 2);
        }
        inputs.add(0, Odin.bistability(7));

        chip.run(inputs, outputs, lost, LONG);

        int[] expected = {0, 0, 2, 2, 5, 6, 7, 7};
        for (int i = 0; i < 8; i++) {
            assertEquals(expected[i], chip.synapse(7, i) & 7);
        }
    }

    @Test
    void tellsOfSpikesThatQueuesOfBurstsDoNotStore() {
        Odin bursting = new Odin(new Odin.Settings(false, 5000, false, 0, false, false, false, 0));
        silence(bursting);
        // Phenomenological Izhikevich neurons with threshold 1 and bursts of a second spike.
        for (int i = 0; i < 6; i++) {
            bursting.setNeuron(i, 0, 1 << 12 | 1 << 19);
        }
        for (int i = 0; i < 6; i++) {
            bursting.setSynapse(255, i, 7, true);
        }
        inputs.add(0, Odin.spike(255));
        inputs.add(1, Odin.spike(255));

        bursting.run(inputs, outputs, lost, 4000);

        assertEquals(6, outputs.size());
        assertEquals(2, bursting.undefinedSpikes());
    }

    @Test
    void saysWhatAnAddressCannotHold() {
        IllegalArgumentException fault = assertThrows(IllegalArgumentException.class, () -> Odin.virtual(1, -8));

        assertEquals("found weight without sign 8, expected a number from 0 to 7", fault.getMessage());
    }
}
