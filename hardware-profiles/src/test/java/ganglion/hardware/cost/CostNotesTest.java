package ganglion.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.sanafe.FittedLoihi;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostNotesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            loihi | Leaves out host
            loihi | Inputs are not placed
            loihi | along columns first and then rows
            loihi | contention on the mesh is left out
            loihi | static power is charged for its
            loihi | There is no figure of their own for spikes, messages sent, messages received: the total holds nothing for them.
            truenorth | The energy of synaptic operations holds that of neuron updates, active
            truenorth | a result is there when its tick is over
            xylo-audio-3 | The energy of network steps holds that of synaptic operations
            xylo-audio-3 | Not known of the chip: synapses into a neuron, synapses per core, energy of a synaptic event.
            spinnaker | has missed its deadline
            spinnaker | The energy of neuron accesses holds that of neuron updates, active
            dynap-se | a message waits until its core has served those before it
            dynap-se | Rests on weak evidence for synaptic operations (assumed)
            odin | The energy of crossbar operations holds that of synaptic operations
            brainscales-2 | at the chip's speed
            stm32l4r5 | one multiply-accumulate for each pair of source and target
            """)
    void sayWhatTheNumbersRestOn(String profile, String expected) throws ProfileException {
        check(ToyProfiles.taking(ProfileLibrary.find(profile)), expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with contention for links and cores",
                "the barrier takes what is published for the next smaller number of tiles."
            })
    void sayHowADetailedFormOfTimingWorks(String expected) throws ProfileException {
        check(FittedLoihi.profile(), expected);
    }

    @Test
    void refuseAModelThatTheChipDoesNotCompute() throws ProfileException {
        ResonateAndFire model =
                new ResonateAndFire(NeuronValues.of(0.9), NeuronValues.of(0.1), NeuronValues.of(1), NeuronValues.of(0));
        Network network = new Network(List.of(new Population("bells", 2, model)), List.of());
        SpikeRaster silent = SpikeRaster.builder(2).build();
        Workload workload = new Workload(network, List.of(silent), 10, new Clock(1e-3));

        List<String> notes =
                Costing.cost(workload, ProfileLibrary.find("loihi")).notes();

        String expected = "bells needs a resonating membrane, which the chip does not have";
        assertEquals(1, notes.stream().filter(note -> note.startsWith(expected)).count(), notes.toString());
    }

    @Test
    void sayNothingOfChangesWhereThereAreNone() throws ProfileException {
        List<String> notes = Costing.cost(RandomWorkloads.of(2), ProfileLibrary.find("loihi"))
                .notes();

        assertTrue(notes.stream().noneMatch(note -> note.startsWith("Not known")), notes.toString());
    }

    private static void check(HardwareProfile profile, String expected) {
        List<String> notes = Costing.cost(RandomWorkloads.of(2), profile).notes();

        assertEquals(1, notes.stream().filter(note -> note.contains(expected)).count(), notes.toString());
        notes.forEach(note -> assertTrue(note.endsWith("."), note));
    }
}
