package ganglion.hardware.sanafe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.hardware.activity.ActivityWalk;
import ganglion.hardware.activity.ActivityWalk.TickListener;
import ganglion.hardware.activity.OperationCounter;
import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.PopulationFigures;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.cost.EnergyModel;
import ganglion.hardware.latency.BarrierCurve;
import ganglion.hardware.latency.CoreTimer;
import ganglion.hardware.latency.DetailedTimer;
import ganglion.hardware.latency.OperationTimes;
import ganglion.hardware.latency.SpikeLatency;
import ganglion.hardware.latency.TickTimer;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placer;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Population;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Eight inputs, four neurons and every delay of the dendrites, recorded spikes replayed. */
class DelayParityTest {

    @Test
    void countsEnergiesAndTimesAreEqualInEveryStep() throws Exception {
        HardwareProfile loihi = FittedLoihi.profile();
        JsonNode json = SanafeFiles.json(SanafeFiles.resource("delays_8.network.json"));
        SanafeNetwork reference = SanafeNetwork.of(json, loihi.cores().mesh().coresPerTile());
        List<SpikeRaster> spikes = SanafeFiles.spikes(SanafeFiles.resource("delays_8.spikes.csv"), reference.network());
        List<double[]> steps = SanafeFiles.table(SanafeFiles.resource("delays_8.perf.csv"));
        JsonNode totals = SanafeFiles.json(SanafeFiles.resource("results.json")).at("/networks/delays_8");
        PlacedNetwork placed = new Placer(reference.network())
                .place(
                        reference.placement(),
                        loihi.cores().mesh(),
                        loihi.cores().limits());
        OperationCounter counter = new OperationCounter(placed, List.of());
        PopulationFigures figures = new PopulationFigures(
                loihi.figures().energy(),
                loihi.figures().time(),
                loihi.figures().units(),
                reference.network().populations().stream().map(Population::name).toList(),
                reference.units());
        OperationTimes times = new OperationTimes(placed, figures, 0, 0);
        double barrier = BarrierCurve.seconds(
                        (BarrierTicks) loihi.cores().timeModel(),
                        placed.placement().tilesUsed())
                .orElseThrow();
        Sums sums = new Sums(
                new DetailedTimer(placed, times, barrier, 16, SpikeLatency.empty()),
                CoreTimer.simple(placed, times, barrier),
                new EnergyModel(figures, false, 0, 0),
                counter);

        RingDelays delays =
                new RingDelays(json, spikes.get(1), SanafeFiles.table(SanafeFiles.resource("delays_8.potentials.csv")));
        ActivityWalk walk = new ActivityWalk(reference.network(), spikes, delays);
        walk.visit(placed, List.of(counter, new StepCheck(counter, steps), sums));
        walk.walk(reference.steps());

        for (int step = 0; step < steps.size(); step++) {
            double seconds = steps.get(step)[StepCheck.TIME];
            double joules = steps.get(step)[StepCheck.ENERGY];
            assertEquals(seconds, sums.detailed.get(step), 1e-6 * seconds, "time of step " + (step + 1));
            assertEquals(joules, sums.joules.get(step), 1e-6 * joules, "energy of step " + (step + 1));
        }
        assertClose(totals.at("/energy_J/total").asDouble(), sum(sums.joules));
        assertClose(totals.at("/sim_time_s/detailed").asDouble(), sum(sums.detailed));
        assertClose(totals.at("/sim_time_s/simple").asDouble(), sum(sums.simple));
    }

    private static final class Sums implements TickListener {
        private final TickTimer detailedTimer;
        private final TickTimer simpleTimer;
        private final EnergyModel energies;
        private final OperationCounter counter;
        private final List<Double> detailed = new ArrayList<>();
        private final List<Double> simple = new ArrayList<>();
        private final List<Double> joules = new ArrayList<>();

        Sums(TickTimer detailedTimer, TickTimer simpleTimer, EnergyModel energies, OperationCounter counter) {
            this.detailedTimer = detailedTimer;
            this.simpleTimer = simpleTimer;
            this.energies = energies;
            this.counter = counter;
        }

        @Override
        public void tickEnded(PlacedTick tick) {
            detailed.add(detailedTimer.seconds(tick));
            simple.add(simpleTimer.seconds(tick));
            joules.add(energies.joulesInTick(counter));
        }
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sum();
    }

    private static void assertClose(double expected, double found) {
        assertEquals(expected, found, 1e-9 * expected);
    }
}
