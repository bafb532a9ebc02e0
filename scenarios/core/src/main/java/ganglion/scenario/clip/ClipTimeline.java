package ganglion.scenario.clip;

import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.FeatureRows;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.documents.Problem;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays the clips of an input one after the other on the scenario's timeline. */
final class ClipTimeline {

    private ClipTimeline() {}

    /** The clips at their places, the first at tick 0; notes a problem for each that the run would not reach. */
    static Stimulus layOut(Scenario scenario, Input.Audio input, List<CochleaOutput> outputs, List<Problem> problems) {
        long endTick = scenario.durationTicks().orElse(Long.MAX_VALUE);
        List<Clip> clips = new ArrayList<>();
        long fromTick = 0;
        for (int i = 0; i < outputs.size(); i++) {
            Input.Clip source = input.clips().get(i);
            if (fromTick >= endTick) {
                problems.add(scenario.problem(
                        source.pointer(),
                        "found a clip that starts at " + fromTick
                                + " ticks, expected it to start before the run ends at " + endTick + " ticks"));
            }
            int ticks = outputs.get(i).frames() / input.framesPerTick();
            clips.add(new Clip(
                    input.name(),
                    source.file().written(),
                    source.label(),
                    fromTick,
                    Math.min(fromTick + ticks, endTick),
                    input.framesPerTick(),
                    Optional.of(outputs.get(i))));
            fromTick += ticks + input.gapTicks();
        }
        return problems.isEmpty() ? stimulus(input, clips) : Stimulus.NONE;
    }

    private static Stimulus stimulus(Input.Audio input, List<Clip> clips) {
        Map<String, float[][]> currents = input.cochlea()
                .encoder()
                .currents()
                .map(numbers -> Map.of(input.name(), currents(clips, numbers)))
                .orElse(Map.of());
        return new Stimulus(clips, Map.of(input.name(), spikes(clips)), currents);
    }

    /** All spikes of an input, in ticks of the run; those beyond its end are left out. */
    private static SpikeRaster spikes(List<Clip> clips) {
        SpikeRaster.Builder spikes =
                SpikeRaster.builder(clips.get(0).output().spikes().neuronCount());
        for (Clip clip : clips) {
            SpikeRaster own = clip.output().spikes();
            int count = own.firstIndexAt(clip.ticks());
            for (int i = 0; i < count; i++) {
                spikes.add(clip.fromTick() + own.tick(i), own.neuron(i));
            }
        }
        return spikes.build();
    }

    /** One row per tick of the run; zeros between clips. */
    private static float[][] currents(List<Clip> clips, CurrentInjection numbers) {
        int size = numbers.neurons(clips.get(0).output().bands());
        float[][] rows = new float[(int) clips.get(clips.size() - 1).untilTick()][size];
        for (Clip clip : clips) {
            int count = (int) clip.ticks();
            float[][] own = FeatureRows.of(clip.output(), numbers, count);
            System.arraycopy(own, 0, rows, (int) clip.fromTick(), count);
        }
        return rows;
    }
}
