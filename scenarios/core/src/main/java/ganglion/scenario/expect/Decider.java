package ganglion.scenario.expect;

import ganglion.kernel.MembraneTrace;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ReadOutRule;
import ganglion.scenario.model.ReadOutRule.Score;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.Decision.TakenEarly;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Decides the clips of the decided input one by one, or the run as a whole. */
public final class Decider {

    private final PopulationSpec population;
    private final SpikeRaster spikes;
    private final ReadOutScores scores;
    private final GroupScores groups;
    private final ReadOutRule readOut;
    private final long ticks;
    private final long marginTicks;
    private final OptionalDouble stopWhenCertain;

    private Decider(PopulationSpec population, DecisionRule rule, SimulationResult result) {
        this.population = population;
        this.spikes = result.spikesOf(rule.population());
        this.ticks = result.ticks();
        this.marginTicks = rule.marginTicks();
        this.readOut = rule.readOut();
        this.stopWhenCertain = rule.stopWhenCertain();
        MembraneTrace membranes = result.membranes().stream()
                .filter(trace -> trace.population().equals(rule.population()))
                .findFirst()
                .orElse(null);
        this.groups = new GroupScores(readOut, spikes, membranes);
        this.scores = new ReadOutScores(readOut.score(), population.size(), spikes, membranes);
    }

    /** The decisions of a run, in order of the clips; none if the scenario decides nothing. */
    public static List<Decision> decide(Scenario scenario, List<Clip> clips, SimulationResult result) {
        if (scenario.decision().isEmpty()) {
            return List.of();
        }
        DecisionRule rule = scenario.decision().get();
        PopulationSpec population = scenario.population(rule.population()).orElseThrow();
        Decider decider = new Decider(population, rule, result);
        if (rule.input().isEmpty()) {
            return List.of(decider.decide("", "", 0, result.ticks()));
        }
        return clips.stream()
                .filter(clip -> clip.input().equals(rule.input()))
                .map(decider::decide)
                .toList();
    }

    /** The scores that a decision of a run rests on. */
    public static ClassScores scores(Scenario scenario, Decision decision, SimulationResult result) {
        DecisionRule rule = scenario.decision().orElseThrow();
        PopulationSpec population = scenario.population(rule.population()).orElseThrow();
        return new Decider(population, rule, result).scores(decision);
    }

    private ClassScores scores(Decision decision) {
        long ticks = decision.untilTick() - decision.fromTick();
        if (readOut.score().ofGroups()) {
            return new ClassScores(readOut, readOut.classes(), groups.scores(decision.spikeCounts()), ticks);
        }
        double[] each = readOut.score() == ReadOutRule.Score.MOST_SPIKES
                ? Arrays.stream(decision.spikeCounts()).asDoubleStream().toArray()
                : scores.scores(decision.fromTick(), decision.untilTick());
        List<String> names = readOut.classes().isEmpty()
                ? IntStream.range(0, population.size())
                        .mapToObj(population::neuronName)
                        .toList()
                : readOut.classes();
        return new ClassScores(readOut, names, each, ticks);
    }

    private Decision decide(Clip clip) {
        long untilTick = Math.min(clip.untilTick() + marginTicks, ticks);
        return decide(clip.file(), clip.label(), clip.fromTick(), untilTick);
    }

    private Decision decide(String file, String label, long clipTick, long endTick) {
        long fromTick = Math.min(ticks, clipTick + readOut.delayTicks());
        long untilTick =
                readOut.ticks() == 0 ? Math.max(fromTick, endTick) : Math.min(fromTick + readOut.ticks(), ticks);
        int[] counts = spikes.countsByNeuron(fromTick, untilTick);
        int winnerAtEnd = winner(counts, fromTick, untilTick);
        Optional<TakenEarly> taken = stopWhenCertain.isPresent()
                ? Optional.of(new TakenEarly(certainFrom(fromTick, untilTick), name(winnerAtEnd)))
                : Optional.empty();
        // Certain is only who leads alone.
        int winner = taken.isPresent() && taken.get().untilTick() < untilTick
                ? mostSpikes(spikes.countsByNeuron(fromTick, taken.get().untilTick()), fromTick, untilTick)
                : winnerAtEnd;
        String name = name(winner);
        OptionalLong first = firstSpikeFor(winner, fromTick, untilTick);
        boolean correct = winner >= 0 && name.equals(label);
        return new Decision(file, label, fromTick, untilTick, name, counts, first, correct, taken);
    }

    /** The tick after the one whose spikes made the leader certain; the end if it never is. */
    private long certainFrom(long fromTick, long untilTick) {
        int[] counts = new int[population.size()];
        LeadingRate rates = new LeadingRate();
        int leader = 0;
        int i = spikes.firstIndexAt(fromTick);
        while (i < spikes.size() && spikes.tick(i) < untilTick) {
            long tick = spikes.tick(i);
            for (; i < spikes.size() && spikes.tick(i) == tick; i++) {
                int neuron = spikes.neuron(i);
                counts[neuron]++;
                leader = counts[neuron] > counts[leader] ? neuron : leader;
            }
            if (rates.isCertain(counts, leader, stopWhenCertain.orElseThrow())) {
                return tick + 1;
            }
        }
        return untilTick;
    }

    private int winner(int[] counts, long fromTick, long untilTick) {
        if (readOut.score().ofGroups()) {
            return groups.decide(fromTick, untilTick, counts);
        }
        return readOut.score() == ReadOutRule.Score.MOST_SPIKES
                ? mostSpikes(counts, fromTick, untilTick)
                : scores.decide(fromTick, untilTick);
    }

    private OptionalLong firstSpikeFor(int winner, long fromTick, long untilTick) {
        if (readOut.score().ofGroups()) {
            return groups.firstSpike(winner, fromTick, untilTick);
        }
        return winner < 0 || winner >= population.size()
                ? OptionalLong.empty()
                : firstSpike(winner, fromTick, untilTick);
    }

    private String name(int winner) {
        if (winner < 0) {
            return "";
        }
        return readOut.classes().isEmpty()
                ? population.neuronName(winner)
                : readOut.classes().get(winner);
    }

    /** The neuron with most spikes; of equals the one that fired first, of those the lower number; -1 if none fired. */
    private int mostSpikes(int[] counts, long fromTick, long untilTick) {
        int winner = -1;
        for (int neuron = 0; neuron < counts.length; neuron++) {
            int lead = counts[neuron] - (winner < 0 ? 0 : counts[winner]);
            boolean tied = winner >= 0 && lead == 0;
            if (lead > 0 || tied && isEarlier(neuron, winner, fromTick, untilTick)) {
                winner = neuron;
            }
        }
        return winner;
    }

    private boolean isEarlier(int neuron, int other, long fromTick, long untilTick) {
        return firstSpike(neuron, fromTick, untilTick).orElseThrow()
                < firstSpike(other, fromTick, untilTick).orElseThrow();
    }

    private OptionalLong firstSpike(int neuron, long fromTick, long untilTick) {
        for (int i = spikes.firstIndexAt(fromTick); i < spikes.size() && spikes.tick(i) < untilTick; i++) {
            if (spikes.neuron(i) == neuron) {
                return OptionalLong.of(spikes.tick(i));
            }
        }
        return OptionalLong.empty();
    }

    /**
     * Scores of read-out neurons, and what they tell, by the rules of those who train networks.
     *
     * @param membranes potentials of the population; null if they were not recorded
     */
    record ReadOutScores(Score score, int neurons, SpikeRaster spikes, MembraneTrace membranes) {

        /** Number of the class with the highest score within the ticks of a clip. */
        int decide(long fromTick, long untilTick) {
            double[] scores = scores(fromTick, untilTick);
            if (neurons == 1) {
                double bound = score.ofMembranes() ? 0.5 : 0.5 * (untilTick - fromTick);
                return scores[0] > bound ? 1 : 0;
            }
            int winner = 0;
            for (int neuron = 1; neuron < neurons; neuron++) {
                winner = scores[neuron] > scores[winner] ? neuron : winner;
            }
            return winner;
        }

        /** Score of each neuron within some ticks. */
        double[] scores(long fromTick, long untilTick) {
            if (score.ofMembranes()) {
                return potentials((int) fromTick, (int) Math.min(untilTick, membranes.ticks()));
            }
            double[] scores = new double[neurons];
            for (int i = spikes.firstIndexAt(fromTick); i < spikes.size() && spikes.tick(i) < untilTick; i++) {
                int neuron = spikes.neuron(i);
                if (score == Score.SPIKE_COUNT) {
                    scores[neuron]++;
                } else {
                    scores[neuron] = Math.max(scores[neuron], untilTick - spikes.tick(i));
                }
            }
            return scores;
        }

        private double[] potentials(int fromTick, int untilTick) {
            double[] scores = new double[neurons];
            for (int neuron = 0; neuron < neurons; neuron++) {
                double sum = 0;
                double highest = Double.NEGATIVE_INFINITY;
                for (int tick = fromTick; tick < untilTick; tick++) {
                    sum += membranes.at(tick, neuron);
                    highest = Math.max(highest, membranes.at(tick, neuron));
                }
                scores[neuron] = score == Score.MEAN_MEMBRANE ? sum / (untilTick - fromTick) : highest;
            }
            return scores;
        }
    }

    /**
     * Scores of classes that several neurons each stand for.
     *
     * @param membranes potentials of the population; null if they were not recorded, and are not needed
     */
    record GroupScores(ReadOutRule rule, SpikeRaster spikes, MembraneTrace membranes) {

        /**
         * Number of the class with the highest score within the ticks of a clip, the first of equals.
         *
         * @param counts spikes of each neuron within them
         */
        int decide(long fromTick, long untilTick, int[] counts) {
            int winner = 0;
            for (int c = 1; c < rule.groups().size(); c++) {
                double lead = score(c, counts) - score(winner, counts);
                if (lead > 0
                        || lead == 0
                                && meanOfHighest(c, fromTick, untilTick) > meanOfHighest(winner, fromTick, untilTick)) {
                    winner = c;
                }
            }
            return winner;
        }

        /** Score of each class, ties aside. */
        double[] scores(int[] counts) {
            return IntStream.range(0, rule.groups().size())
                    .mapToDouble(label -> score(label, counts))
                    .toArray();
        }

        private double score(int label, int[] counts) {
            return rule.groups().get(label).stream()
                    .filter(neuron -> counts[neuron] > 0)
                    .count();
        }

        /** Mean over the neurons of a class of the highest potential of each. */
        private double meanOfHighest(int label, long fromTick, long untilTick) {
            return rule.groups().get(label).stream()
                    .mapToDouble(
                            neuron -> highest(neuron, (int) fromTick, (int) Math.min(untilTick, membranes.ticks())))
                    .average()
                    .orElse(Double.NEGATIVE_INFINITY);
        }

        private double highest(int neuron, int fromTick, int untilTick) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int tick = fromTick; tick < untilTick; tick++) {
                highest = Math.max(highest, membranes.at(tick, neuron));
            }
            return highest;
        }

        /** First spike of any neuron of a class. */
        OptionalLong firstSpike(int label, long fromTick, long untilTick) {
            List<Integer> group = rule.groups().get(label);
            for (int i = spikes.firstIndexAt(fromTick); i < spikes.size() && spikes.tick(i) < untilTick; i++) {
                if (group.contains(spikes.neuron(i))) {
                    return OptionalLong.of(spikes.tick(i));
                }
            }
            return OptionalLong.empty();
        }
    }
}
