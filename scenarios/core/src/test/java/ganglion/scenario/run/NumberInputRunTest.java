package ganglion.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.metrics.NumberInput;
import ganglion.scenario.bind.NumberInputs;
import ganglion.scenario.clip.Tones;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two bands of two clips with a gap between them flow into neurons; every device pays for their weights. */
class NumberInputRunTest {

    private static final String SCENARIO = """
            scenario: numbers
            clock: {tick: 2 ms}
            inputs:
              - {name: ear, frontend: {mel-bands: 2, hop: 2 ms}, clips: [{audio: low.wav}, {audio: high.wav}], gap: 6 ms, encoder: {currents: {}}}
            network:
              populations:
                - {name: hidden, size: 3, model: lif, parameters: {beta: 0.5, threshold: 100}}
                - name: out
                  size: 2
                  model: leaky-integrator
                  parameters: {beta: 0.5}
                  currents: [{steps: [{from: 1 tick, current: 0.1}]}]
              projections:
                - {from: ear, to: out, weights: [[1, 1], [0, 1]]}
                - {from: ear, to: hidden, weights: [[1, 0.5, 0], [0, -0.25, 2]], delay: 2 ticks}
                - {from: ear, to: hidden, weights: 1}
            hardware: [loihi, ./chip.yaml, stm32u575]
            """;

    private static final String CHIP = """
            profile: weigher
            title: A chip that weighs numbers
            description: For tests.
            execution: spiking
            boundary: {includes: everything, excludes: nothing}
            sources: {us: us}
            topology: {width: 1, height: 1, cores-per-tile: 1, kind: assumed, source: us}
            models: {}
            time-model: {type: real-time-ticks}
            energy:
              multiply-accumulate: {value: 3 pJ, kind: assumed, source: us, accounting: marginal}
            """;

    @TempDir
    private Path folder;

    private ScenarioRun run;

    @BeforeEach
    void runTheScenario() throws Exception {
        Tones.write(folder.resolve("low.wav"), 300, 0.1);
        Tones.write(folder.resolve("high.wav"), 6000, 0.06);
        Files.writeString(folder.resolve("chip.yaml"), CHIP);
        run = run(SCENARIO);
    }

    private ScenarioRun run(String text) throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("s.yaml"), text);
        return ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE), new RunSettings(1000, 1), RunProgress.NONE);
    }

    /** Bands above zero, times the weights that each meets, up to a tick. */
    private long counted(long low, long high, long untilTick) {
        long count = 0;
        for (Clip clip : run.clips()) {
            for (long tick = clip.fromTick(); tick < Math.min(clip.untilTick(), untilTick); tick++) {
                double[] bands = clip.output().drive().frame((int) (tick - clip.fromTick()));
                count += ((float) bands[0] != 0 ? low : 0) + ((float) bands[1] != 0 ? high : 0);
            }
        }
        return count;
    }

    @Test
    void eachProjectionFromNumbersIsALayerThatIsComputedInEachFrame() {
        List<NumberInput> found = NumberInputs.of(run.network(), run.clips(), run.ticks());

        // 50 frames and 30, and 3 ticks between them.
        assertEquals(83, run.ticks());
        assertEquals(
                List.of("ear hidden 2 x 3: 4, 80", "ear hidden 2 x 3: 6, 80", "ear out 2 x 2: 3, 80"),
                found.stream()
                        .map(it -> it.source() + " " + it.target() + " " + it.sources() + " x " + it.targets() + ": "
                                + it.nonZeroWeights() + ", " + it.frames())
                        .toList());
        assertEquals(counted(2, 2, 83), found.get(0).effectiveMultiplyAccumulates());
        assertEquals(counted(3, 3, 83), found.get(1).effectiveMultiplyAccumulates());
        assertEquals(counted(2, 1, 83), found.get(2).effectiveMultiplyAccumulates());
        long numbers = counted(1, 1, 83);
        assertTrue(numbers > 40 && numbers < 2 * 80, "some numbers are zero: " + numbers);
        assertEquals(0, found.get(0).effectiveMultiplyAccumulates(51), "nothing flows between clips");
    }

    @Test
    void aRunThatEndedEarlyHasFewerFrames() {
        NumberInput found = NumberInputs.of(run.network(), run.clips(), 60).get(0);

        assertEquals(50 + 60 - 53, found.frames());
        assertEquals(counted(2, 2, 60), found.effectiveMultiplyAccumulates());
        assertEquals(40, NumberInputs.of(run.network(), run.clips(), 40).get(0).frames());
    }

    @Test
    void otherDevicesPayForThem() {
        ChipCost weigher = run.costs().get(1);
        ChipCost processor = run.costs().get(2);

        long effective = counted(7, 6, 83);
        assertEquals(effective, weigher.work().operations().get(Operation.MULTIPLY_ACCUMULATE));
        assertEquals(effective * 3e-12, weigher.energy().knownDynamicJoules(), 1e-18);
        // Full matrices in each tick, and a decay for each of five neurons.
        assertEquals(83 * (6 + 6 + 4 + 5), processor.work().operations().get(Operation.MULTIPLY_ACCUMULATE));
    }

    @Test
    void inputsOfSpikesBringNone() throws Exception {
        ScenarioRun spikes = run(SCENARIO.replace(", encoder: {currents: {}}", ""));

        assertEquals(List.of(), NumberInputs.of(spikes.network(), spikes.clips(), spikes.ticks()));
        assertTrue(spikes.costs().get(0).placement().fits());
    }
}
