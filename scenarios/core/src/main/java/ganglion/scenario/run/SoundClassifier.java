package ganglion.scenario.run;

import ganglion.documents.InputException;
import ganglion.documents.place.DocumentPath;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.expect.ClassScores;
import ganglion.scenario.expect.Decider;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A scenario that decides which class a sound belongs to, with any sound in the place of its own. Safe to use from several threads. */
public final class SoundClassifier {

    private final Scenario scenario;
    private final Input.Audio ear;
    private final List<HardwareSpec> devices;
    private final List<HardwareSpec> hardware;
    private final OptionalDouble temperature;

    private SoundClassifier(Scenario scenario, Input.Audio ear, OptionalDouble temperature) {
        this.temperature = temperature;
        this.scenario = scenario;
        this.ear = ear;
        int asked = scenario.overrides().profiles().size();
        // After those of the command line come some for expectations, which are not checked here, and the one whose
        // precision the run has.
        List<HardwareSpec> all = scenario.hardware();
        this.devices = asked == 0 ? all : all.subList(0, asked);
        this.hardware = asked == 0
                ? all
                : IntStream.range(0, all.size())
                        .filter(i -> i < asked || all.get(i).appliesPrecision())
                        .mapToObj(all::get)
                        .toList();
    }

    /** The devices that decisions are estimated on. */
    public List<HardwareSpec> devices() {
        return devices;
    }

    /**
     * The classifier that a scenario is.
     *
     * @throws InputException if the scenario does not decide for the clips of an input that is sound
     */
    public static SoundClassifier of(Scenario scenario) throws InputException {
        return of(scenario, OptionalDouble.empty());
    }

    /**
     * The classifier that a scenario is.
     *
     * @param temperature that scores are divided by, so that confidences are probabilities; absent if none was fitted
     * @throws InputException if the scenario does not decide for the clips of an input that is sound
     */
    public static SoundClassifier of(Scenario scenario, OptionalDouble temperature) throws InputException {
        if (scenario.decision().isEmpty()) {
            throw new InputException(scenario.problem(
                    "", "found no \"decision\", expected one: it says which neurons stand for which class"));
        }
        DecisionRule rule = scenario.decision().get();
        for (Input input : scenario.inputs()) {
            if (input instanceof Input.Audio audio && audio.name().equals(rule.input())) {
                return new SoundClassifier(scenario, audio, temperature);
            }
        }
        throw new InputException(scenario.problem(
                rule.pointer(),
                "found a decision without sound, expected one for the clips of an input with \"audio\" or \"clips\""));
    }

    /**
     * Lets the network hear one sound.
     *
     * @param settings changes no result
     * @throws InputException if the sound cannot be read
     */
    public ClassifiedSound classify(Path sound, RunSettings settings) throws InputException {
        ScenarioRun run = ScenarioRunner.run(with(sound), settings, RunProgress.NONE);
        Decision decision = run.decisions().get(0);
        Clip clip = run.clips().stream()
                .filter(heard -> heard.input().equals(ear.name()))
                .findFirst()
                .orElseThrow();
        ClassScores scores = Decider.scores(run.scenario(), decision, run.result());
        OptionalLong first = decision.firstSpikeTick();
        return new ClassifiedSound(
                decision.winner(),
                scores.byClass(),
                scores.confidence(temperature),
                run.clock().seconds(clip.ticks()),
                first.isPresent()
                        ? OptionalDouble.of(run.clock().seconds(first.getAsLong() - clip.fromTick()))
                        : OptionalDouble.empty(),
                DeviceEstimates.of(run).ofDecision().stream()
                        .filter(estimate -> isAsked(estimate.profile()))
                        .toList());
    }

    private boolean isAsked(HardwareProfile profile) {
        return devices.stream().anyMatch(device -> device.profile().name().equals(profile.name()));
    }

    /** Whether it was the sound that could not be heard, and not the scenario that could not be run. */
    public boolean isAboutSound(InputException refusal) {
        return refusal.problems().stream().allMatch(problem -> problem.pointer().startsWith(ear.pointer() + "/audio"));
    }

    /**
     * A scenario of one clip says how long a sound is heard, as compiled ones do, whose networks were trained on samples of one length: a
     * longer sound is cut, silence follows a shorter one. The duration of several clips says nothing about one.
     */
    private OptionalLong duration() {
        return ear.clips().size() == 1 ? scenario.durationTicks() : OptionalLong.empty();
    }

    /** The scenario with one sound alone, which expects nothing and records what the decision needs. */
    private Scenario with(Path sound) {
        DocumentPath file = new DocumentPath(sound.toString(), sound.toAbsolutePath());
        Input heard = new Input.Audio(
                ear.pointer(),
                ear.name(),
                List.of(new Input.Clip(ear.pointer(), file, "")),
                ear.gapTicks(),
                ear.clipSeconds(),
                ear.cochlea());
        List<Input> inputs = new ArrayList<>(scenario.inputs());
        inputs.replaceAll(input -> input == ear ? heard : input);
        return new Scenario(
                scenario.file(),
                scenario.source(),
                scenario.name(),
                scenario.description(),
                scenario.tags(),
                scenario.random(),
                scenario.clock(),
                duration(),
                inputs,
                scenario.populations(),
                scenario.projections(),
                scenario.recording(),
                scenario.decision(),
                hardware,
                scenario.battery(),
                List.of(),
                List.of(),
                scenario.overrides(),
                scenario.written());
    }
}
