package ganglion.report.explore;

import ganglion.hardware.cascade.ClipWinners;
import ganglion.hardware.cascade.StagePower;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.cascade.CascadeFinder;
import ganglion.scenario.explore.cascade.CascadeFindings;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.CascadeWish;
import ganglion.scenario.explore.cascade.StageFigures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A made-up search in which a small network wakes a large one on a microcontroller; on Loihi the power at rest leaves nothing to save. */
public final class SampleCascades {

    private static final String LABELS = "yyyyyynnnnnnnnnnnnnn";

    private SampleCascades() {}

    private static List<String> words(String letters) {
        return Stream.of(letters.split(""))
                .map(letter -> letter.equals("y") ? "yes" : letter.equals("n") ? "no" : SampleExploration.HOSTILE)
                .toList();
    }

    private static StageFigures figures(String device, double rest, double joules, String winners) {
        Reliability reliability =
                new Reliability(Grade.B, 2, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(1.5));
        return new StageFigures(
                "samples",
                new ClipWinners(words(LABELS), words(winners)),
                new StagePower(device, rest, joules, 0.1, reliability),
                true,
                1);
    }

    private static CascadeStage stage(
            String name, String device, double rest, double joules, String validation, String test) {
        return new CascadeStage(
                name, device, "spikes", figures(device, rest, joules, validation), figures(device, rest, joules, test));
    }

    /** The same network, which works for more than half of each window. */
    static CascadeStage busy(CascadeStage network) {
        return new CascadeStage(
                network.name(),
                network.profile(),
                network.computes(),
                busy(network.validation()),
                busy(network.held()));
    }

    private static StageFigures busy(StageFigures figures) {
        StagePower power = figures.power();
        return new StageFigures(
                figures.samples(),
                figures.decided(),
                new StagePower(power.device(), power.restWatts(), power.decisionJoules(), 0.6, power.reliability()),
                figures.asleep(),
                figures.periodSeconds());
    }

    /** What was found at two rates. */
    static CascadeFindings findings() {
        CascadeStage small =
                stage("stm32u575-trial-4", "stm32u575", 1e-6, 2e-5, "yyyyyhnnhnnnnnnnnnnn", "yyyyyhynnnnnnnnnnnnn");
        CascadeStage large = stage("stm32u575-trial-16", "stm32u575", 1e-6, 1e-3, LABELS, "yyyyynnnnnnnnnnnnnnn");
        CascadeStage chip = stage("loihi-trial-16", "loihi", 1e-1, 1e-3, LABELS, LABELS);
        return CascadeFinder.find(
                new CascadeWish(List.of("yes"), List.of(1.0, 3600.0), Boundary.ACTIVE, 0, 100),
                List.of(small, large, chip),
                List.of("loihi-as-it-is: does not keep pace, or that is not known"),
                true,
                4);
    }

    /** The search with these cascades. */
    public static Exploration found() {
        Exploration found = SampleExploration.found();
        return new Exploration(
                found.search(),
                found.trials(),
                found.reference(),
                found.misfits(),
                found.points(),
                found.importance(),
                Optional.of(findings()),
                found.classes(),
                found.samples(),
                found.complete(),
                found.elapsedSeconds());
    }
}
