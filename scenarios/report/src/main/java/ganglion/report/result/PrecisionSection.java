package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.precision.QuantisedNetwork.PopulationChange;
import ganglion.hardware.precision.QuantisedNetwork.ProjectionChange;
import ganglion.hardware.precision.RasterChange;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.PrecisionChange;
import ganglion.scenario.result.ScenarioRun;
import java.util.List;

/** The changes by the precision of a chip's weights, membranes and delays. */
public final class PrecisionSection {

    private PrecisionSection() {}

    /** The section {@code precision}; null if the run is as the scenario gives it. */
    public static ObjectNode of(ScenarioRun run) {
        if (run.precision().isEmpty()) {
            return null;
        }
        PrecisionChange change = run.precision().get();
        ObjectNode section = JsonNodes.object();
        section.put("profile", change.profile().name());
        ArrayNode populations = section.putArray("populations");
        for (int p = 0; p < change.network().populations().size(); p++) {
            ObjectNode node = population(change.network().populations().get(p));
            if (!change.rasters().isEmpty()) {
                node.set("raster", raster(change.rasters().get(p)));
            }
            populations.add(node);
        }
        ArrayNode projections = section.putArray("projections");
        change.network().projections().forEach(projection -> projections.add(projection(projection)));
        putDecisions(section, run.decisions(), change);
        section.set("notes", JsonNodes.strings(change.network().notes()));
        return section;
    }

    private static ObjectNode population(PopulationChange change) {
        return JsonNodes.object()
                .put("name", change.population())
                .put("step", change.step())
                .put("membraneRounded", change.membraneRounded())
                .put("largestThresholdError", change.largestThresholdError());
    }

    private static ObjectNode raster(RasterChange change) {
        ObjectNode node = JsonNodes.object();
        node.put("spikesAsGiven", change.spikesBefore());
        node.put("spikes", change.spikesAfter());
        node.put("spikesCommon", change.spikesCommon());
        if (change.firstDifferentTick().isPresent()) {
            node.put("firstDifferentTick", change.firstDifferentTick().getAsLong());
        } else {
            node.putNull("firstDifferentTick");
        }
        return node;
    }

    private static ObjectNode projection(ProjectionChange change) {
        return JsonNodes.object()
                .put("source", change.source())
                .put("target", change.target())
                .put("synapses", change.synapses())
                .put("weightsChanged", change.weightsChanged())
                .put("weightsLost", change.weightsLost())
                .put("largestWeightError", change.largestWeightError())
                .put("rootMeanSquareWeightError", Math.sqrt(change.meanSquareWeightError()))
                .put("delaysShortened", change.delaysShortened());
    }

    private static void putDecisions(ObjectNode section, List<Decision> decisions, PrecisionChange change) {
        section.put("decisions", change.decisionsAsGiven().size());
        section.put("decisionsChanged", change.changedDecisions(decisions));
        section.put(
                "correctAsGiven",
                change.decisionsAsGiven().stream().filter(Decision::correct).count());
        section.put("correct", decisions.stream().filter(Decision::correct).count());
        ArrayNode changed = section.putArray("changed");
        for (int i = 0; i < Math.min(decisions.size(), change.decisionsAsGiven().size()); i++) {
            Decision now = decisions.get(i);
            Decision given = change.decisionsAsGiven().get(i);
            if (!now.winner().equals(given.winner())) {
                changed.addObject()
                        .put("file", now.file())
                        .put("fromTick", now.fromTick())
                        .put("label", now.label())
                        .put("winnerAsGiven", given.winner())
                        .put("winner", now.winner());
            }
        }
    }
}
