package ganglion.scenario.future;

import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.random.CounterRandom;
import ganglion.scenario.expect.Decider;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;

/**
 * Tells how certain the decisions of a run were along their clips. At moments of a clip the network goes on from the state that it had in the run,
 * with other spikes of its inputs, to the end of what counts for the decision. The part of these futures in which the same class wins is the
 * certainty. All numbers follow from the seed of the scenario, whatever the number of threads.
 */
public final class DecisionFutures {

    private static final int OWN = 0;
    private static final int OTHER = 1;
    private static final int ORDER = 2;

    private final Scenario scenario;
    private final Network network;
    private final List<SpikeRaster> spikes;
    private final List<Clip> clips;
    private final FutureRules rules;
    private final TaskRunner threads;
    private final InputSpikes inputs;
    private final List<String> traced;

    /**
     * @param scenario with a decision
     * @param network as it was run
     * @param spikes all spikes of each population in the run
     * @param clips that were played
     */
    public DecisionFutures(
            Scenario scenario,
            Network network,
            List<SpikeRaster> spikes,
            List<Clip> clips,
            FutureRules rules,
            TaskRunner threads) {
        this.scenario = scenario;
        this.network = network;
        this.spikes = List.copyOf(spikes);
        this.clips = List.copyOf(clips);
        this.rules = rules;
        this.threads = threads;
        this.inputs = new InputSpikes(network, spikes, rules);
        DecisionRule rule = scenario.decision().orElseThrow();
        this.traced = rule.readOut().score().needsMembranes() ? List.of(rule.population()) : List.of();
    }

    /**
     * The certainty of some decisions. Holds one state of the run at a time.
     *
     * @param decisions all of the run, in order
     * @param asked numbers of those that are asked for, ascending
     * @param progress is told which part of the moments is done
     */
    public List<DecisionCurve> curves(List<Decision> decisions, List<Integer> asked, DoubleConsumer progress) {
        List<Asked> questions = new ArrayList<>();
        TreeSet<Long> ticks = new TreeSet<>();
        for (int number : asked) {
            Asked question = new Asked(new DecidedClip(number, decisions.get(number), clipOf(number)));
            questions.add(question);
            ticks.addAll(question.open);
        }
        RunStates states = new RunStates(network, traced);
        int done = 0;
        for (long tick : ticks) {
            OtherInput future = new OtherInput(network, inputs, traced, states.at(tick));
            questions.forEach(question -> question.goOn(tick, future));
            progress.accept((double) ++done / ticks.size());
        }
        return questions.stream().map(Asked::curve).toList();
    }

    /** Decisions are those of the clips of one input, in order. */
    private Optional<Clip> clipOf(int number) {
        String input = scenario.decision().orElseThrow().input();
        return input.isEmpty()
                ? Optional.empty()
                : clips.stream()
                        .filter(clip -> clip.input().equals(input))
                        .skip(number)
                        .findFirst();
    }

    /** A decision that is asked for, with what has been found. */
    private final class Asked {

        private final DecidedClip decided;
        private final CounterRandom random;
        private final Endings endings;
        private final TreeSet<Long> open = new TreeSet<>();
        private final List<FutureMoment> moments = new ArrayList<>();

        Asked(DecidedClip decided) {
            this.decided = decided;
            this.random = scenario.random().futures(decided.number());
            this.endings = new Endings(decided, clips, random.branch(ORDER));
            long from = decided.fromTick();
            long ticks = decided.decision().untilTick() - from;
            for (int k = 0; k < rules.moments(); k++) {
                open.add(from + Math.multiplyExact(ticks, (long) k) / rules.moments());
            }
        }

        void goOn(long tick, OtherInput future) {
            if (!open.contains(tick)) {
                return;
            }
            // Where there are no other clips, there is silence alone, in which nothing can be disturbed.
            int others = endings.count() == 1 ? 1 : rules.futures();
            boolean[] agrees = new boolean[rules.futures() + others];
            threads.run(agrees.length, i -> {
                int number = i < rules.futures() ? i : i - rules.futures();
                agrees[i] = agrees(tick, future, i < rules.futures() ? OWN : OTHER, number);
            });
            moments.add(new FutureMoment(
                    tick, agreement(agrees, 0, rules.futures()), agreement(agrees, rules.futures(), agrees.length)));
        }

        private boolean agrees(long tick, OtherInput future, int kind, int number) {
            long end = decided.decision().untilTick();
            CounterRandom own = random.branch(kind).branch(number);
            SimulationResult result = future.until(end, population -> {
                String name = network.populations().get(population).name();
                Ending ending = kind == OWN ? Ending.own(end) : endings.of(number, name);
                return inputs.after(tick, population, ending, own);
            });
            return Decider.decide(scenario, decided.clips(), whole(result, tick))
                    .get(0)
                    .winner()
                    .equals(decided.decision().winner());
        }

        /** With the spikes of the read-out before the future began, too. */
        private SimulationResult whole(SimulationResult result, long tick) {
            int readOut = network.index(scenario.decision().orElseThrow().population());
            SpikeRaster before = spikes.get(readOut);
            SpikeRaster after = result.spikes().get(readOut);
            SpikeRaster.Builder joined = SpikeRaster.builder(before.neuronCount());
            for (int i = before.firstIndexAt(decided.fromTick()); i < before.firstIndexAt(tick); i++) {
                joined.add(before.tick(i), before.neuron(i));
            }
            for (int i = after.firstIndexAt(tick); i < after.size(); i++) {
                joined.add(after.tick(i), after.neuron(i));
            }
            List<SpikeRaster> all = new ArrayList<>(result.spikes());
            all.set(readOut, joined.build());
            return new SimulationResult(
                    result.network(), result.ticks(), all, result.activity(), result.membranes(), result.weights());
        }

        DecisionCurve curve() {
            return new DecisionCurve(
                    decided.number(), decided.decision(), decided.fromTick(), moments, endings.count());
        }
    }

    private static SameWinner agreement(boolean[] agrees, int from, int until) {
        int count = 0;
        for (int i = from; i < until; i++) {
            count += agrees[i] ? 1 : 0;
        }
        return new SameWinner(count, until - from);
    }
}
