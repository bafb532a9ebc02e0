package ganglion.scenario.hear;

import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.FeatureRows;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.documents.Problem;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.HeardInput;
import ganglion.scenario.result.Presented;
import ganglion.scenario.result.Presented.Trial;
import ganglion.scenario.result.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays the clips of an input one after the other on the scenario's timeline. */
public final class Timeline {

    private Timeline() {}

    /** The clips at their places, the first at tick 0; notes a problem for each that the run would not reach. */
    static HeardInput layOut(
            Scenario scenario, Input.Audio input, List<CochleaOutput> hearings, List<Problem> problems) {
        long endTick = scenario.durationTicks().orElse(Long.MAX_VALUE);
        List<Segment> segments = new ArrayList<>();
        long fromTick = 0;
        for (int i = 0; i < hearings.size(); i++) {
            Input.Clip clip = input.clips().get(i);
            CochleaOutput hearing = hearings.get(i);
            if (fromTick >= endTick) {
                problems.add(scenario.problem(
                        clip.pointer(),
                        "found a clip that starts at " + fromTick
                                + " ticks, expected it to start before the run ends at " + endTick + " ticks"));
            }
            int ticks = hearing.frames() / input.framesPerTick();
            long untilTick = Math.min(fromTick + ticks, endTick);
            segments.add(new Segment(
                    clip.file().written(), clip.label(), fromTick, untilTick, input.framesPerTick(), hearing));
            fromTick += ticks + input.gapTicks();
        }
        return new HeardInput(input.name(), segments);
    }

    /** An input as the network sees it. */
    public static Presented present(HeardInput heard) {
        List<Trial> trials = heard.segments().stream()
                .map(segment -> new Trial(segment.file(), segment.label(), segment.fromTick(), segment.untilTick()))
                .toList();
        return new Presented(heard.input(), spikes(heard), trials);
    }

    /** All spikes of an input, in ticks of the timeline; those beyond the end of the run are left out. */
    private static SpikeRaster spikes(HeardInput heard) {
        Segment first = heard.segments().get(0);
        SpikeRaster.Builder spikes =
                SpikeRaster.builder(first.hearing().spikes().neuronCount());
        for (Segment segment : heard.segments()) {
            SpikeRaster own = segment.hearing().spikes();
            int count = own.firstIndexAt(segment.untilTick() - segment.fromTick());
            for (int i = 0; i < count; i++) {
                spikes.add(segment.fromTick() + own.tick(i), own.neuron(i));
            }
        }
        return spikes.build();
    }

    /** The numbers of those inputs that are currents rather than spikes, by name. */
    public static Map<String, float[][]> currents(Scenario scenario, List<HeardInput> heard) {
        Map<String, float[][]> currents = new HashMap<>();
        for (Input input : scenario.inputs()) {
            if (input instanceof Input.Audio audio) {
                audio.cochlea()
                        .encoder()
                        .currents()
                        .ifPresent(numbers -> heard.stream()
                                .filter(each -> each.input().equals(audio.name()))
                                .forEach(each -> currents.put(audio.name(), currents(each, numbers))));
            }
        }
        return currents;
    }

    /** A row for each tick of the timeline; zeros between clips. */
    private static float[][] currents(HeardInput heard, CurrentInjection numbers) {
        List<Segment> segments = heard.segments();
        int size = numbers.neurons(segments.get(0).hearing().bands());
        float[][] rows = new float[(int) segments.get(segments.size() - 1).untilTick()][size];
        for (Segment segment : segments) {
            int count = (int) (segment.untilTick() - segment.fromTick());
            float[][] own = FeatureRows.of(segment.hearing(), numbers, count);
            System.arraycopy(own, 0, rows, (int) segment.fromTick(), count);
        }
        return rows;
    }
}
