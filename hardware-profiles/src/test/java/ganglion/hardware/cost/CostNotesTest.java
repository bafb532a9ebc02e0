package ganglion.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostNotesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            loihi | Leaves out front end, host
            loihi | Inputs are not placed
            loihi | along columns first and then rows
            loihi | contention on the mesh is left out
            loihi | static power is charged for its
            loihi | There is no figure of their own for spikes, messages sent, messages received: the total holds nothing for them.
            truenorth | The energy of synaptic operations holds that of neuron updates, active
            truenorth | the chip has 1 bit.
            truenorth | a result is there when its tick is over
            xylo-audio-2 | The energy of network steps holds that of synaptic operations
            xylo-audio-2 | the chip has 8 bits.
            loihi-sanafe | with contention for links and cores
            loihi-sanafe | the barrier takes what is published for the next smaller number of tiles.
            spinnaker | has missed its deadline
            spinnaker | The energy of neuron accesses holds that of neuron updates, active
            dynap-se | a message waits until its core has served those before it
            dynap-se | Rests on weak evidence for synaptic operations (assumed)
            odin | The energy of crossbar operations holds that of synaptic operations
            brainscales-2 | at the chip's speed
            stm32l4r5 | one multiply-accumulate for each pair of source and target
            """)
    void sayWhatTheNumbersRestOn(String profile, String expected) throws ProfileException {
        List<String> notes = Costing.cost(RandomWorkloads.of(2), ProfileLibrary.find(profile))
                .notes();

        assertEquals(1, notes.stream().filter(note -> note.contains(expected)).count(), notes.toString());
        notes.forEach(note -> assertTrue(note.endsWith("."), note));
    }
}
