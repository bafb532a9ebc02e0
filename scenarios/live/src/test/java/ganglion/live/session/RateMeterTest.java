package ganglion.live.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.live.event.LiveEvent.PopulationRate;
import ganglion.live.run.LiveRun;
import ganglion.live.run.LiveScenario;
import ganglion.live.run.LiveScenarios;
import ganglion.scenario.result.RunSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which populations are silent although something reaches them. */
class RateMeterTest {

    /** A population that currents alone drive, and that never fires. */
    @ParameterizedTest
    @CsvSource({"0.5, true", "0, false"})
    void aDeadPopulationBehindCurrentsIsSilentIfTheyFlow(double amplitude, boolean silent) throws Exception {
        LiveScenario live = LiveScenario.of(LiveScenarios.read(
                "tone-map",
                "tone-1000.flac",
                "/inputs/0/encoder",
                "{currents: {features: drive}}",
                "/network/projections",
                "[{from: ear, to: octave, weights: -0.2}]"));
        LiveRun run = new LiveRun(live, new RunSettings(Integer.MAX_VALUE, 1));
        RateMeter meter = new RateMeter(run.network(), live.scenario().clock().tickSeconds(), Set.of("octave"));
        int[] ticks = {0};
        run.run(
                samples -> {
                    for (int i = 0; i < samples.length; i++) {
                        samples[i] = amplitude * Math.sin(0.4 * i);
                    }
                    return ticks[0]++ < 20;
                },
                (tick, samples) -> meter.take(tick));

        List<PopulationRate> rates = meter.rates(meter.rasters());

        PopulationRate octave = rates.get(run.network().index("octave"));
        assertEquals(0, octave.meanHertz());
        assertEquals(silent, octave.silent());
    }
}
