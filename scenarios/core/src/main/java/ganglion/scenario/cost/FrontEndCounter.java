package ganglion.scenario.cost;

import ganglion.cochlea.CochleaWork;
import ganglion.cochlea.operation.CochleaStage;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.hardware.signal.FrontEndWork.SignalStage;
import ganglion.hardware.signal.SignalOperation;
import ganglion.hardware.signal.SignalWork;
import ganglion.kernel.time.Clock;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the operations by which the front ends of a scenario turn the clips of a run into its input. */
public final class FrontEndCounter {

    private final Input.Audio input;
    private final Map<CochleaStage, OperationCounts> stages = new EnumMap<>(CochleaStage.class);
    private long ticks;

    private FrontEndCounter(Input.Audio input) {
        this.input = input;
    }

    /**
     * The work of each input that plays sound, in order of the inputs. Other inputs have none. Silence between clips is not
     * counted, as the front end does not run there, nor is what lies after the end of the run.
     *
     * @param clips all clips that were played
     * @param endTick tick after the last of the run
     */
    public static List<FrontEndWork> of(Scenario scenario, List<Clip> clips, long endTick) {
        List<FrontEndWork> works = new ArrayList<>();
        for (Input input : scenario.inputs()) {
            if (input instanceof Input.Audio audio) {
                FrontEndCounter counter = new FrontEndCounter(audio);
                counter.ticksByRate(clips, endTick).forEach(counter::add);
                if (counter.ticks > 0) {
                    works.add(counter.work(scenario.clock()));
                }
            }
        }
        return works;
    }

    /** The work of an input that hears sound of its own rate for some ticks, at least one. */
    public static FrontEndWork of(Input.Audio input, Clock clock, long ticks) {
        FrontEndCounter counter = new FrontEndCounter(input);
        counter.add(input.cochlea().sampleRateHertz(), ticks);
        return counter.work(clock);
    }

    /** Ticks that clips of each sample rate play. */
    private Map<Double, Long> ticksByRate(List<Clip> clips, long endTick) {
        Map<Double, Long> ticksByRate = new TreeMap<>();
        for (Clip clip : clips) {
            if (clip.input().equals(input.name())) {
                long played = Math.max(0, Math.min(clip.untilTick(), endTick) - clip.fromTick());
                ticksByRate.merge(clip.output().recordedHertz(), played, Long::sum);
            }
        }
        return ticksByRate;
    }

    private void add(double recordedHertz, long played) {
        ticks += played;
        CochleaWork.ofTick(input.cochlea(), recordedHertz)
                .stages()
                .forEach((stage, operations) -> stages.merge(stage, operations.times(played), OperationCounts::plus));
    }

    private FrontEndWork work(Clock clock) {
        return new FrontEndWork(
                input.name(),
                ticks * input.framesPerTick(),
                clock.seconds(ticks),
                stages.entrySet().stream()
                        .map(stage -> new SignalStage(stage.getKey().word(), signalWork(stage.getValue())))
                        .toList());
    }

    private static SignalWork signalWork(OperationCounts operations) {
        return new SignalWork(Map.of(
                SignalOperation.MULTIPLY_ADD, operations.multiplyAdds(),
                SignalOperation.BUTTERFLY, operations.butterflies(),
                SignalOperation.MAGNITUDE, operations.magnitudes(),
                SignalOperation.LOGARITHM, operations.logarithms(),
                SignalOperation.EXPONENTIAL, operations.exponentials(),
                SignalOperation.SQUARE_ROOT, operations.squareRoots(),
                SignalOperation.DIVISION, operations.divisions(),
                SignalOperation.COMPARISON, operations.comparisons()));
    }
}
