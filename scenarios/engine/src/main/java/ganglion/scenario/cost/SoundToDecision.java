package ganglion.scenario.cost;

import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.gain.CausalGain;
import ganglion.hardware.comparison.DecisionLatency;
import ganglion.hardware.comparison.DecisionLatency.DecidedTicks;
import ganglion.hardware.cost.ChipCost;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * How long decisions take on a chip, from the sound to the winner's first spike. The front end adds the time until it has heard
 * the frame of a tick; what it computes itself is not counted.
 *
 * @param frontEndSeconds time until a frame is heard; 0 where the input is spikes
 * @param looksAhead whether the front end's gain control looks at the whole clip first, as a stream could not
 */
public record SoundToDecision(double frontEndSeconds, boolean looksAhead) {

    /** What the front end of a scenario's decided input adds. */
    public static SoundToDecision of(Scenario scenario) {
        Optional<CochleaParameters> ear = scenario.decision()
                .flatMap(rule -> scenario.inputs().stream()
                        .filter(input -> input.name().equals(rule.input()))
                        .filter(Input.Audio.class::isInstance)
                        .map(input -> ((Input.Audio) input).cochlea())
                        .findFirst());
        return new SoundToDecision(
                ear.map(CochleaParameters::frameDelaySeconds).orElse(0.0),
                ear.map(parameters -> !(parameters.gain() instanceof CausalGain))
                        .orElse(false));
    }

    /** Latencies in nanoseconds, of the decisions for which a neuron fired within the ticks that were costed. */
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
