package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.Ranking;
import ganglion.hardware.estimate.Ranking.Left;
import ganglion.hardware.estimate.Ranking.Saving;
import java.util.List;

/** The devices in order under one boundary, as JSON. They are named by their place among the estimates. */
final class RankingSection {

    private final List<DecisionEstimate> estimates;

    /** @param estimates all estimates, in the order in which the document has them */
    RankingSection(List<DecisionEstimate> estimates) {
        this.estimates = estimates;
    }

    /** The order, the devices without a rank, what chips save, and what would change it. */
    ObjectNode of(Ranking ranking) {
        ObjectNode node = JsonNodes.object();
        node.put("boundary", ranking.boundary().word());
        ArrayNode ranked = node.putArray("ranked");
        ranking.ranked().forEach(estimate -> ranked.add(placeOf(estimate)));
        ArrayNode left = node.putArray("withoutRank");
        for (Left without : ranking.left()) {
            left.addObject().put("estimate", placeOf(without.estimate())).put("reason", without.reason());
        }
        ArrayNode savings = node.putArray("savings");
        ranking.savings().forEach(saving -> savings.add(saving(saving)));
        node.set("doubts", JsonNodes.strings(ranking.doubts()));
        return node;
    }

    private ObjectNode saving(Saving saving) {
        ObjectNode node = JsonNodes.object();
        node.put("chip", placeOf(saving.chip()));
        node.put("conventional", placeOf(saving.conventional()));
        node.put("factor", saving.factor());
        node.put("clear", saving.isClear());
        node.set("interval", EstimateSection.interval(saving.interval()));
        return node;
    }

    private int placeOf(DecisionEstimate estimate) {
        for (int place = 0; place < estimates.size(); place++) {
            if (estimates.get(place) == estimate) {
                return place;
            }
        }
        throw new IllegalArgumentException(
                "no estimate of " + estimate.profile().name() + " is in the document");
    }
}
