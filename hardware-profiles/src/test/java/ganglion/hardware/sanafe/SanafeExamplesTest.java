package ganglion.hardware.sanafe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.hardware.activity.ActivityWalk;
import ganglion.hardware.activity.OperationCounter;
import ganglion.hardware.activity.StateRule;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placer;
import ganglion.kernel.event.SpikeRaster;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** SANA-FE's gesture network, where its files are at hand: 18 678 neurons, 3.56 million connections, a thousand steps. */
@EnabledIfSystemProperty(named = SanafeExamples.PROPERTY, matches = ".+")
class SanafeExamplesTest {

    @Test
    void gestureNetworkIsEqualInSpikesCountsEnergyAndTime() throws Exception {
        HardwareProfile loihi = FittedLoihi.profile();
        SanafeNetwork reference =
                SanafeExamples.read("dvs", loihi.cores().mesh().coresPerTile());
        List<double[]> steps = SanafeExamples.steps("dvs");
        JsonNode totals = SanafeExamples.totals("dvs");

        List<SpikeRaster> spikes = SanafeExamples.run(reference).spikes();

        assertEquals(SanafeExamples.spikes(reference, "dvs"), spikes);
        PlacedNetwork placed = new Placer(reference.network())
                .place(
                        reference.placement(),
                        loihi.cores().mesh(),
                        loihi.cores().limits());
        OperationCounter counter = new OperationCounter(placed, List.of());
        ActivityWalk walk = new ActivityWalk(reference.network(), spikes, new StateRule(reference.network(), spikes));
        walk.visit(placed, List.of(counter, new StepCheck(counter, steps)));
        walk.walk(reference.steps());

        ChipCost detailed = SanafeExamples.cost(reference, spikes, loihi, TimingForm.DETAILED);
        StepCheck.checkEnergies(detailed, steps);
        StepCheck.checkTimes(detailed, steps);
        // The totals of this run are sums over a thousand steps that are printed with seven digits.
        assertClose(totals.at("/energy_J/total").asDouble(), detailed.energy().knownJoules(), 5e-8);
        assertClose(totals.at("/sim_time_s/detailed").asDouble(), seconds(detailed), 5e-8);
        ChipCost simple = SanafeExamples.cost(reference, spikes, loihi, TimingForm.SIMPLE);
        assertClose(totals.at("/sim_time_s/simple").asDouble(), seconds(simple), 2e-7);
    }

    private static double seconds(ChipCost cost) {
        return Arrays.stream(cost.timing().tickSeconds()).sum();
    }

    private static void assertClose(double expected, double found, double relative) {
        assertEquals(expected, found, relative * expected);
    }
}
