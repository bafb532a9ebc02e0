package ganglion.live.run;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.StreamedEar;
import ganglion.cochlea.gain.CausalGain;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.live.run.WindowReadOut.CountReadOut;
import ganglion.live.run.WindowReadOut.PotentialReadOut;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ReadOutRule.Score;
import ganglion.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A scenario that can be heard live: one of its inputs is an ear that needs no later sound. Immutable. */
public final class LiveScenario {

    private final Scenario scenario;
    private final Input.Audio ear;

    private LiveScenario(Scenario scenario, Input.Audio ear) {
        this.scenario = scenario;
        this.ear = ear;
    }

    /**
     * Checks a scenario.
     *
     * @throws InputException saying what keeps it from being heard live, and what to write instead
     */
    public static LiveScenario of(Scenario scenario) throws InputException {
        LiveScenario live = new LiveScenario(scenario, onlyEar(scenario));
        live.checkEar();
        live.readOut();
        return live;
    }

    private static Input.Audio onlyEar(Scenario scenario) throws InputException {
        List<Problem> problems = new ArrayList<>();
        Input.Audio ear = null;
        for (Input input : scenario.inputs()) {
            if (input instanceof Input.Audio audio && ear == null) {
                ear = audio;
            } else if (input instanceof Input.Audio) {
                problems.add(scenario.problem(
                        input.pointer(),
                        "found a second input with sound, " + input.name() + " beside " + ear.name()
                                + ", expected one, which hears what comes live"));
            } else if (input instanceof Input.Samples) {
                problems.add(
                        scenario.problem(
                                input.pointer(),
                                "found samples of a data set, " + input.name()
                                        + ", expected an input with \"audio\" or \"clips\" in their place, which hears what comes live"));
            }
        }
        if (ear == null && problems.isEmpty()) {
            Input first = scenario.inputs().get(0);
            problems.add(scenario.problem(
                    first.pointer(),
                    "found no sound among the inputs, only " + first.name()
                            + ", expected an input with \"audio\" or \"clips\", which hears what comes live"));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return ear;
    }

    private void checkEar() throws InputException {
        if (!(ear.cochlea().gain() instanceof CausalGain)) {
            throw new InputException(scenario.problem(
                    ear.pointer() + "/frontend/gain",
                    "found a gain control that looks at the whole clip, expected one that needs no later sound, such as"
                            + " \"gain: {running-maximum: {}}\" in place of normalised"));
        }
        try {
            new StreamedEar(ear.cochlea());
        } catch (IllegalArgumentException e) {
            throw new InputException(scenario.problem(ear.pointer(), e.getMessage()));
        }
    }

    /** The scenario. */
    public Scenario scenario() {
        return scenario;
    }

    /** The input that hears. */
    public Input.Audio ear() {
        return ear;
    }

    /** Centre frequency of each band of the ear, lowest first. */
    public List<Double> bandHertz() {
        return Arrays.stream(new Cochlea(ear.cochlea()).bandCentresHertz())
                .boxed()
                .toList();
    }

    /** Samples of a tick, at the sample rate of the ear. */
    public int samplesPerTick() {
        return StreamedEar.samplesPerTick(ear.cochlea());
    }

    /** The devices that are asked for: those of the command line, or else those of the scenario. */
    public List<HardwareSpec> devices() {
        int asked = scenario.overrides().profiles().size();
        return asked == 0 ? scenario.hardware() : scenario.hardware().subList(0, asked);
    }

    /** The classes that are decided between; empty if nothing is decided. */
    public List<String> classes() {
        if (scenario.decision().isEmpty()) {
            return List.of();
        }
        DecisionRule rule = scenario.decision().get();
        PopulationSpec population = readOutPopulation(rule);
        return rule.readOut().score().ofGroups()
                ? rule.readOut().classes()
                : IntStream.range(0, population.size())
                        .mapToObj(population::neuronName)
                        .toList();
    }

    private PopulationSpec readOutPopulation(DecisionRule rule) {
        return scenario.population(rule.population()).orElseThrow();
    }

    /**
     * What the decision rests on, at rest; empty if nothing is decided.
     *
     * @throws InputException if the scenario's read-out means nothing without an end
     */
    public Optional<WindowReadOut> readOut() throws InputException {
        if (scenario.decision().isEmpty()) {
            return Optional.empty();
        }
        DecisionRule rule = scenario.decision().get();
        int neurons = readOutPopulation(rule).size();
        int window = rule.live().windowTicks(scenario.clock());
        Score score = rule.readOut().score();
        if (score == Score.FIRST_SPIKE || neurons == 1 && score != Score.MOST_SPIKES && !score.ofGroups()) {
            throw new InputException(
                    scenario.problem(
                            rule.pointer(),
                            "found a read-out that means nothing without the end of a clip ("
                                    + (score == Score.FIRST_SPIKE ? "first-spike" : "a single neuron for two classes")
                                    + "), expected most-spikes, spike-count, mean-membrane, max-membrane or votes of several neurons"));
        }
        if (score.ofMembranes() && (long) neurons * window > PotentialReadOut.MOST_POTENTIALS) {
            throw new InputException(scenario.problem(
                    rule.pointer(),
                    "found a live window of " + window + " ticks of " + neurons + " neurons, expected at most "
                            + PotentialReadOut.MOST_POTENTIALS + " potentials: shorten the window"));
        }
        if (score.ofMembranes()) {
            return Optional.of(new PotentialReadOut(neurons, score == Score.MAX_MEMBRANE, window));
        }
        List<List<Integer>> groups = score.ofGroups()
                ? rule.readOut().groups()
                : IntStream.range(0, neurons).mapToObj(List::of).toList();
        return Optional.of(new CountReadOut(neurons, groups, score == Score.VOTES, window));
    }
}
