package ganglion.scenario.explore.trial;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.hardware.cascade.ClipWinners;
import ganglion.hardware.cascade.StageDecision;
import ganglion.hardware.cascade.StageMean;
import ganglion.hardware.cascade.StagePower;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.DeviceOutcome.ClipFigures;
import ganglion.scenario.explore.SavedStage;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.CascadeWish;
import ganglion.scenario.explore.cascade.DetectorOutcome;
import ganglion.scenario.explore.cascade.StageFigures;
import ganglion.scenario.format.ScenarioFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the saved network of a point does on all samples that it is saved with, and what it takes as a stage of a cascade: the figures of {@code
 * ganglion run} of the saved scenario. In validation it decides all samples, and its energy is the mean of the costed ones. Thread safe.
 */
public final class StageTrial {

    private final Search search;
    private final SampleCache cache;
    private final CascadeWish wish;

    /** @param search one with a wish for cascades */
    public StageTrial(Search search, SampleCache cache) {
        this.search = search;
        this.cache = cache;
        this.wish = search.cascades().orElseThrow();
    }

    /**
     * Runs a network of a point.
     *
     * @param name of the point
     * @throws InputException if a file cannot be read
     * @throws OutputException if a temporary file cannot be written
     */
    public SavedStage of(Variant variant, Path model, Device device, String name)
            throws InputException, OutputException {
        ExperimentSamples all = cache.all(variant);
        TrainedClassifier network = TrainedClassifier.read(model);
        ChipRun run = new ChipRun(device, search.boundary(), NetworkTrial.isSmall(variant));
        boolean sound = network.features().fromSound();
        Judged validation = validation(variant, network, run);
        List<CostedClip> saved = CostedClip.choose(
                all.judged(), all.test().size() > 0 ? all.test() : all.validation(), wish.clips(), sound);
        Judged held = NetworkTrial.inFolder(folder -> {
            Path file = ScenarioFolder.write(network, folder, saved, variant.scenario())
                    .scenario();
            ChipRun.Outcome outcome = run.of(file, run.overrides(Map.of()));
            return new Judged(
                    outcome,
                    new ClipWinners(
                            saved.stream().map(CostedClip::label).toList(),
                            outcome.clips().stream().map(ClipFigures::winner).toList()),
                    digest(saved.stream()
                            .map(clip -> line(clip.file(), clip.listed()))
                            .collect(Collectors.joining())));
        });
        return saved(held, stage(validation, held, device, name), held.refusal(wish.boundary()));
    }

    /**
     * What a detector does in validation.
     *
     * @throws InputException if a file cannot be read
     * @throws OutputException if a temporary file cannot be written
     */
    public DetectorOutcome validation(Variant variant, Path model, Device device)
            throws InputException, OutputException {
        Judged judged = validation(
                variant,
                TrainedClassifier.read(model),
                new ChipRun(device, search.boundary(), NetworkTrial.isSmall(variant)));
        Optional<StageFigures> figures = judged.figures(device, wish.boundary());
        return new DetectorOutcome(
                figures,
                figures.isPresent() ? "" : judged.refusal(wish.boundary()).orElse(StageMean.LESS_THAN_REST));
    }

    private Judged validation(Variant variant, TrainedClassifier network, ChipRun run)
            throws InputException, OutputException {
        ExperimentSamples unseen = cache.unseen(variant);
        List<CostedClip> costed = CostedClip.choose(
                unseen.judged(),
                unseen.validation(),
                search.clips(),
                network.features().fromSound());
        return NetworkTrial.inFolder(folder -> {
            Path file = ScenarioFolder.write(network, folder, costed, variant.scenario())
                    .scenario();
            List<String> winners =
                    PrecisionAccuracy.winners(ScenarioFiles.read(file, run.overrides(Map.of())), unseen.validation());
            List<String> labels = unseen.judged().stream().map(Example::label).toList();
            return new Judged(
                    run.of(file, run.overrides(Map.of())),
                    new ClipWinners(labels, winners),
                    digest(unseen.judged().stream()
                            .map(example -> line(example.file(), example.listed()))
                            .collect(Collectors.joining())));
        });
    }

    private Optional<CascadeStage> stage(Judged validation, Judged held, Device device, String name) {
        Optional<StageFigures> chosenBy = validation.figures(device, wish.boundary());
        Optional<StageFigures> measured = held.figures(device, wish.boundary());
        return chosenBy.flatMap(one -> measured.map(other -> new CascadeStage(
                name, device.name(), ChipRun.computes(held.outcome().estimate()), one, other)));
    }

    private static SavedStage saved(Judged held, Optional<CascadeStage> stage, Optional<String> refusal) {
        ChipRun.Outcome outcome = held.outcome();
        DecisionEstimate estimate = outcome.estimate();
        int correct = (int) outcome.clips().stream()
                .filter(clip -> clip.winner().equals(clip.label()))
                .count();
        return new SavedStage(
                new DeviceOutcome(
                        estimate.profile().name(),
                        outcome.problems(),
                        outcome.clips().size(),
                        correct,
                        outcome.clips(),
                        estimate.reliability().grade().name(),
                        estimate.reliability().factor(),
                        ChipRun.computes(estimate),
                        outcome.bytes()),
                stage,
                stage.isPresent() ? "" : refusal.orElse(StageMean.LESS_THAN_REST));
    }

    private String line(Path file, String label) {
        Path folder = search.file().getParent();
        return folder.relativize(file.toAbsolutePath().normalize()) + " " + label + "\n";
    }

    private static String digest(String samples) {
        return Workshop.name(samples);
    }

    /** Some samples that were decided and costed. */
    private record Judged(ChipRun.Outcome outcome, ClipWinners decided, String samples) {

        Optional<String> refusal(Boundary boundary) {
            return outcome.estimates().stream()
                    .flatMap(estimate -> StageDecision.of(estimate, boundary).refusal().stream())
                    .findFirst();
        }

        Optional<StageFigures> figures(Device device, Boundary boundary) {
            if (refusal(boundary).isPresent()) {
                return Optional.empty();
            }
            DecisionEstimate first = outcome.estimates().get(0);
            StageMean mean = new StageMean(StageDecision.of(first, boundary).restWatts());
            outcome.estimates().forEach(estimate -> mean.add(StageDecision.of(estimate, boundary), 1));
            Optional<StagePower> power = mean.power(device.name(), first.reliability());
            boolean asleep = boundary == Boundary.ACTIVE
                    && device.profile().figures().power().sleep().isPresent();
            return power.map(watts -> new StageFigures(samples, decided, watts, asleep, mean.periodSeconds()));
        }
    }
}
