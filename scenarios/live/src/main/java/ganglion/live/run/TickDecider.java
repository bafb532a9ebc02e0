package ganglion.live.run;

import ganglion.documents.InputException;
import ganglion.kernel.network.Network;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.DecisionRule.LiveRule;
import ganglion.scenario.model.Scenario;
import java.util.Arrays;
import java.util.Optional;

/** Decides tick by tick which class is heard, as the scenario says. Of a scenario without a decision, nothing. Not thread safe. */
public final class TickDecider {

    private final Network network;
    private final Optional<WindowReadOut> readOut;
    private final HeldDecision held;
    private final int population;
    private int[] fired = new int[16];
    private int winner = -1;
    private double confidence;

    /**
     * A decider at rest.
     *
     * @param network that of the scenario
     * @throws InputException if the scenario's read-out means nothing without an end
     */
    public TickDecider(LiveScenario live, Network network) throws InputException {
        Scenario scenario = live.scenario();
        LiveRule rule = scenario.decision().map(DecisionRule::live).orElse(LiveRule.DEFAULT);
        this.network = network;
        this.readOut = live.readOut();
        this.held = new HeldDecision(rule.certain(), rule.holdTicks(scenario.clock()));
        this.population = scenario.decision()
                .map(decision -> network.index(decision.population()))
                .orElse(-1);
    }

    /** Takes in a tick. */
    public void take(LiveTick tick) {
        if (readOut.isEmpty()) {
            return;
        }
        WindowReadOut scores = readOut.get();
        double[] potentials = scores.needsPotentials() ? tick.potentials(population) : new double[0];
        scores.take(fired, collect(tick), potentials);
        int leader = scores.leader();
        winner = held.decide(tick.number(), leader, leader < 0 ? 0 : scores.confidence(leader));
        confidence = winner < 0 ? 0 : scores.confidence(winner);
    }

    /** The spikes of the read-out population. */
    private int collect(LiveTick tick) {
        int count = 0;
        for (int i = 0; i < tick.count(); i++) {
            if (tick.population(i) == population) {
                if (count == fired.length) {
                    fired = Arrays.copyOf(fired, 2 * count);
                }
                fired[count++] = tick.neuron(i) - network.firstNeuron(population);
            }
        }
        return count;
    }

    /** The class that is decided for, or -1 for none. */
    public int winner() {
        return winner;
    }

    /** The probability that the winner is right in leading, from 0 to 1; 0 without a winner. */
    public double confidence() {
        return confidence;
    }

    /**
     * A decision that does not flicker. From nothing to a class it changes at once, when the class leads with certainty; from a class to another one or to nothing only
     * when the class has not led with certainty for some time. Not thread safe.
     */
    public static final class HeldDecision {

        private final double certain;
        private final long holdTicks;
        private int winner = -1;
        private long certainTick;

        /**
         * @param certain least confidence that is certain
         * @param holdTicks for how long a class stays after it was certain last
         */
        public HeldDecision(double certain, long holdTicks) {
            this.certain = certain;
            this.holdTicks = holdTicks;
        }

        /**
         * Takes in a tick.
         *
         * @param leader the class that leads, or -1 for none
         * @param confidence of the leader
         * @return the class that is decided for after the tick, or -1 for nothing
         */
        public int decide(long tick, int leader, double confidence) {
            int candidate = leader >= 0 && confidence >= certain ? leader : -1;
            if (candidate == winner || winner < 0 || tick - certainTick > holdTicks) {
                winner = candidate;
                certainTick = tick;
            }
            return winner;
        }
    }
}
