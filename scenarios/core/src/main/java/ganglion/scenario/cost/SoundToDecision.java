package ganglion.scenario.cost;

import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.gain.CausalGain;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.estimate.DecisionLatency;
import ganglion.hardware.estimate.DecisionLatency.DecidedTicks;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * The time from sound to decision on a chip: from the frame of the cochlea to the first spike of the winner. The cochlea adds
 * the time until the frame of a tick is complete; its own computing time is not counted.
 *
 * @param frontEndSeconds time until a frame is complete; 0 if the input is spikes
 * @param looksAhead whether gain control uses the whole clip, which a stream could not
 */
public record SoundToDecision(double frontEndSeconds, boolean looksAhead) {

    /** The delay of the cochlea of the decided input. */
    public static SoundToDecision of(Scenario scenario) {
        Optional<CochleaParameters> cochlea = scenario.decision()
                .flatMap(rule -> scenario.inputs().stream()
                        .filter(input -> input.name().equals(rule.input()))
                        .filter(Input.Audio.class::isInstance)
                        .map(input -> ((Input.Audio) input).cochlea())
                        .findFirst());
        return new SoundToDecision(
                cochlea.map(CochleaParameters::frameDelaySeconds).orElse(0.0),
                cochlea.map(parameters -> !(parameters.gain() instanceof CausalGain))
                        .orElse(false));
    }

    /** Latencies in nanoseconds, of the decisions whose winner fired within the estimated ticks. */
    public Histogram on(ChipCost cost, List<Decision> decisions) {
        List<DecidedTicks> decided = new ArrayList<>();
        for (Decision decision : decisions) {
            decision.firstSpikeTick().ifPresent(tick -> decided.add(new DecidedTicks(decision.fromTick(), tick)));
        }
        return cost.placement().fits()
                ? DecisionLatency.of(cost, decided, frontEndSeconds)
                : DecisionLatency.of(cost, List.of(), 0);
    }
}
