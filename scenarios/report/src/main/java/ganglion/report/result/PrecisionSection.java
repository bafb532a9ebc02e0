package ganglion.report.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.precision.QuantisedNetwork.PopulationChange;
import ganglion.hardware.precision.QuantisedNetwork.ProjectionChange;
import ganglion.hardware.precision.RasterChange;
import ganglion.scenario.model.BitTrueChip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.PrecisionChange;
import ganglion.scenario.result.ScenarioRun;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** The changes by the precision of a chip's weights, membranes and delays. */
public final class PrecisionSection {

    private PrecisionSection() {}

    private record Precision(
            String profile,
            List<PopulationRow> populations,
            List<ProjectionRow> projections,
            int decisions,
            long decisionsChanged,
            long correctAsGiven,
            long correct,
            List<Changed> changed,
            @JsonInclude(JsonInclude.Include.NON_NULL) BitTrueChip.Work chip,
            List<String> notes) {}

    /** @param raster left out if only the network is known */
    private record PopulationRow(
            String name,
            double step,
            boolean membraneRounded,
            double largestThresholdError,
            @JsonInclude(JsonInclude.Include.NON_NULL) Raster raster) {}

    private record Raster(
            long spikesAsGiven, long spikes, int ticksEarlier, long spikesCommon, OptionalLong firstDifferentTick) {}

    private record ProjectionRow(
            String source,
            String target,
            long synapses,
            long weightsChanged,
            long weightsLost,
            double largestWeightError,
            double rootMeanSquareWeightError,
            long delaysShortened) {}

    private record Changed(String file, long fromTick, String label, String winnerAsGiven, String winner) {}

    /** The section {@code precision}; null if the run is as the scenario gives it. */
    public static ObjectNode of(ScenarioRun run) {
        return run.precision()
                .map(change -> JsonNodes.bound(of(change, run.decisions())))
                .orElse(null);
    }

    private static Precision of(PrecisionChange change, List<Decision> now) {
        List<PopulationRow> populations = new ArrayList<>();
        for (int p = 0; p < change.network().populations().size(); p++) {
            PopulationChange of = change.network().populations().get(p);
            populations.add(new PopulationRow(
                    of.population(),
                    of.step(),
                    of.membraneRounded(),
                    of.largestThresholdError(),
                    change.rasters().isEmpty() ? null : raster(change.rasters().get(p))));
        }
        List<Decision> given = change.decisionsAsGiven();
        return new Precision(
                change.profile().name(),
                populations,
                change.network().projections().stream()
                        .map(PrecisionSection::projection)
                        .toList(),
                given.size(),
                change.changedDecisions(now),
                given.stream().filter(Decision::correct).count(),
                now.stream().filter(Decision::correct).count(),
                IntStream.range(0, Math.min(now.size(), given.size()))
                        .filter(i -> !now.get(i).winner().equals(given.get(i).winner()))
                        .mapToObj(i -> new Changed(
                                now.get(i).file(),
                                now.get(i).fromTick(),
                                now.get(i).label(),
                                given.get(i).winner(),
                                now.get(i).winner()))
                        .toList(),
                change.work().orElse(null),
                change.notes());
    }

    private static Raster raster(RasterChange of) {
        return new Raster(
                of.spikesBefore(), of.spikesAfter(), of.ticksEarlier(), of.spikesCommon(), of.firstDifferentTick());
    }

    private static ProjectionRow projection(ProjectionChange of) {
        return new ProjectionRow(
                of.source(),
                of.target(),
                of.synapses(),
                of.weightsChanged(),
                of.weightsLost(),
                of.largestWeightError(),
                Math.sqrt(of.meanSquareWeightError()),
                of.delaysShortened());
    }
}
